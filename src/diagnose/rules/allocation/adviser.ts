import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What somebody brings to the schools they are given, as it was last said. */
export interface AdviserProfile {
  readonly person: string;
  /** Who sends them; '' where they work for themselves or for the authority. */
  readonly organisation: string;
  /** From outside the area of the authority, as a challenge partner should be. */
  readonly independent: boolean;
  /** Phases they know from their own work. */
  readonly phases: readonly Phase[];
  readonly qualifications: string;
  readonly experience: string;
  /** How many schools they can look after; `null` where nobody has said. */
  readonly capacity: number | null;
  readonly from: IsoDate;
  readonly said: SaidOf;
}

/** A tie to a school that stands in the way of challenging it: a child there, a seat on its board, paid work. */
export interface DeclaredInterest {
  readonly person: string;
  readonly urn: Urn;
  readonly what: string;
  readonly from: IsoDate;
  /** The last day; `null` while it lasts. */
  readonly until: IsoDate | null;
  readonly said: SaidOf;
}

/** Who said it, and when (ISO 8601, UTC). */
export interface SaidOf {
  readonly person: string;
  readonly name: string;
  readonly at: string;
}

/** Of everything said of somebody in the order it was said: what holds on a day, the newest of what has begun. */
export function profileOn(said: readonly AdviserProfile[], day: IsoDate): AdviserProfile | null {
  return said.findLast(({ from }) => from <= day) ?? null;
}

/**
 * The interests of somebody that stand on a day. What was said last of a school takes the place of what was said of it
 * before, so that an interest that is over is ended by saying so.
 */
export function interestsOn(said: readonly DeclaredInterest[], day: IsoDate): readonly DeclaredInterest[] {
  const newest = new Map(said.map((one) => [`${one.person} ${one.urn}`, one]));
  return [...newest.values()].filter(({ from, until }) => from <= day && (until === null || until >= day));
}
