import type { CategoryRound } from './decision.ts';

/**
 * The round in which a school is being decided on, as the school hears of it: the newest of those that look at every
 * school, as long as the school was not told what came of it, or of a later one. That one school is looked at, it hears
 * with the decision.
 *
 * @param toldOf the rounds of whose decisions the school was told
 */
export function roundToldOf(
  rounds: readonly CategoryRound[],
  toldOf: readonly string[],
): CategoryRound | null {
  const newest = rounds
    .filter(({ urn }) => urn === null)
    .reduce<CategoryRound | null>(
      (last, one) => (last === null || BigInt(one.number) > BigInt(last.number) ? one : last),
      null,
    );
  return newest === null || toldOf.some((number) => BigInt(number) >= BigInt(newest.number)) ? null : newest;
}
