import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { HadSchool } from './continuity.ts';

/** That somebody left a school, or will with a day that is known, and who has it next. */
export interface ChangeOfHands {
  readonly from: string;
  /** `null`: nobody yet. */
  readonly to: string | null;
  /** The last day of whoever leaves. */
  readonly on: IsoDate;
}

/** A hand-over note asked for is asked for as long; what is older is history. */
const askedForDays = 90;

/**
 * The changes of hands of a school that ask for a hand-over note: somebody had it and has it no longer, since a term at
 * most, or will stop on a day that is known. Whoever goes on, in this role or the other, hands nothing over; to whoever had
 * it with them all the time there is nothing to hand over either.
 */
export function handOversDue(had: readonly HadSchool[], today: IsoDate): readonly ChangeOfHands[] {
  return had.flatMap((one): readonly ChangeOfHands[] => {
    const { last } = one;
    if (last === null || last < one.from || last < addDays(today, -askedForDays)) return [];
    const after = addDays(last, 1);
    const goesOn = had.some(
      (other) =>
        other !== one && other.person === one.person && other.from <= after && (other.last ?? after) >= after,
    );
    if (goesOn) return [];
    const others = had.filter(
      (other) => other.person !== one.person && (other.last === null || other.last >= after),
    );
    const next = others
      .filter(({ from }) => from >= after)
      .toSorted((a, b) => a.from.localeCompare(b.from))[0];
    if (next === undefined && others.length > 0) return [];
    return [{ from: one.person, to: next?.person ?? null, on: last }];
  });
}
