import type { Challenger } from './wanted-challenger.ts';
import type { Gap } from './gaps.ts';

/** What decides which school is given somebody first. */
export interface InNeed {
  readonly name: string;
  readonly ofConcern: boolean;
  /** The larger, the more concern; `null` where the category says nothing. */
  readonly concern: number | null;
  /** Points of the newest analysis. */
  readonly points: number;
  readonly gap: Gap | null;
  readonly wanted: Challenger;
}

const urgency: Readonly<Record<Gap, number>> = { nobody: 0, 'wrong kind': 1, two: 2 };

/**
 * Scarce officers and partners go where the need is greatest first: schools of concern before others, then those with nobody
 * before those with somebody of the wrong kind, then by category, points and name.
 */
export function byNeed(one: InNeed, two: InNeed): number {
  return (
    Number(two.ofConcern) - Number(one.ofConcern) ||
    rank(one.gap) - rank(two.gap) ||
    (two.concern ?? -1) - (one.concern ?? -1) ||
    two.points - one.points ||
    one.name.localeCompare(two.name, 'en-GB')
  );
}

function rank(gap: Gap | null): number {
  return gap === null ? 3 : urgency[gap];
}
