import type { SchoolPath } from '#/analyse/rules/forecast/forecast.ts';

/**
 * The plain way to the same kind of answer: each school drawn good or not so often, on every date, for so many groups of
 * all schools. Without a common shock, which the exact way integrates over; the work is what is compared.
 *
 * @returns the share in the middle of the draws for each date of the last group
 */
export function simulateShares(
  paths: readonly SchoolPath[],
  groups: number,
  draws: number,
): readonly number[] {
  const dates = paths[0]?.chances.length ?? 0;
  // As many schools as the groups have together: each school is in four groups, by two denominators, as of pupils too.
  const rounds = Math.min(groups, 4 * 2 * 2);
  let seed = 1;
  const next = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  let middles: readonly number[] = [];
  for (let round = 0; round < rounds; round += 1)
    middles = Array.from({ length: dates }, (_, date) => {
      const shares = Array.from(
        { length: draws },
        () => paths.filter(({ chances }) => next() < (chances[date] ?? 0)).length / paths.length,
      );
      return shares.toSorted((a, b) => a - b)[Math.floor(draws / 2)] ?? Number.NaN;
    });
  return middles;
}
