import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import { inForceOn, isGood, type TrackedSchool } from '../tracked.ts';

/** What anyone could forecast of a share without a model, to hold a model against. */
export const simpleMethods = ['no change', 'national drift', 'one-step Markov'] as const;
export type SimpleMethod = (typeof simpleMethods)[number];

/** For each method the chance of a school to be good or better after so many months, by where it stands on the day. */
export type SimpleChance = (school: TrackedSchool, method: SimpleMethod) => number;

/**
 * Fitted on the same length of time before the day: by how much England's share moved (drift), and how often schools of
 * each standing were good at its end (Markov).
 *
 * @param schools those whose record reaches to the day; their authorities do not matter
 */
export function simpleChances(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  months: number,
): SimpleChance {
  const [from, to] = [dayOf(addMonths(asAt, -months)), dayOf(asAt)];
  const rows = schools.flatMap((school) => {
    const [before, after] = [inForceOn(school, from), inForceOn(school, to)];
    return before === null || after === null ? [] : [{ before, after }];
  });
  const goodAfter = rows.filter(({ after }) => isGood(after)).length;
  const goodBefore = rows.filter(({ before }) => isGood(before)).length;
  const drift = rows.length === 0 ? 0 : (goodAfter - goodBefore) / rows.length;
  const kept = [1, 2, 3, 4].map((standing) => {
    const own = rows.filter(({ before }) => before.standing === standing);
    return own.length === 0
      ? Number(standing <= 2)
      : own.filter(({ after }) => isGood(after)).length / own.length;
  });
  return (school, method) => {
    const standing = standingOn(school, to);
    const now = Number(standing <= 2);
    if (method === 'no change') return now;
    return method === 'national drift' ? now + drift : (kept[standing - 1] ?? now);
  };
}

function standingOn(school: TrackedSchool, day: Day): number {
  return inForceOn(school, day)?.standing ?? 4;
}
