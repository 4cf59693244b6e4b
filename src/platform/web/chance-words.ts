import { count } from './words.ts';

/** Numbers out of which people can imagine a chance, beside one in so many. */
const inBetween = [
  [3, 10],
  [2, 5],
  [3, 5],
  [7, 10],
] as const;

/** A chance with its range, all from 0 to 1: `about 1 in 8 (12%, between 8% and 18%)`. */
export function chanceInWords({
  chance,
  low,
  high,
}: {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}): string {
  return `${outOf(chance)} (${chancePercent(chance)}, between ${chancePercent(low)} and ${chancePercent(high)})`;
}

/** A chance that is neither nothing nor certain never reads 0% or 100%. */
export function chancePercent(chance: number): string {
  const percent = 100 * chance;
  if (percent > 0 && percent < 0.5) return 'under 1%';
  if (percent < 100 && percent >= 99.5) return 'over 99%';
  return `${String(Math.round(percent))}%`;
}

/** `about 1 in 8`, `about 2 in 5`, `about 9 in 10`: the nearest that can be imagined. */
export function outOf(chance: number): string {
  if (chance < 1 / 1000) return 'less than 1 in 1,000';
  if (chance > 999 / 1000) return 'more than 999 in 1,000';
  const rare = chance <= 0.5;
  const of = roundNumber(1 / (rare ? chance : 1 - chance));
  const near = [[rare ? 1 : of - 1, of] as const, ...inBetween];
  const [some, all] = near.reduce((best, one) =>
    Math.abs(one[0] / one[1] - chance) < Math.abs(best[0] / best[1] - chance) ? one : best,
  );
  return `about ${count(some)} in ${count(all)}`;
}

/** Nobody imagines one in 47: from 20 on in fives, from 100 on in fifties. */
function roundNumber(of: number): number {
  const step = of < 20 ? 1 : of < 100 ? 5 : 50;
  return Math.round(of / step) * step;
}
