import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Expected } from '../../expected/expectation.ts';
import type { JudgedStanding } from '../../expected/judged-standing.ts';
import { inForceOn, nextKnown, type Judged, type TrackedSchool } from '../tracked.ts';
import { compare } from './categories.ts';
import { finds, type FollowedSchools, type LeftOut } from './followed-schools.ts';
import type { Verdict } from './lean.ts';

/** Something an officer expected of a school. */
export interface ExpectationKept {
  readonly number: string;
  readonly urn: Urn;
  readonly person: string;
  readonly name: string;
  readonly madeOn: IsoDate;
  readonly expected: Expected;
}

/** Why an expectation has no mark. */
export type NoMark = LeftOut | 'not yet due' | 'not inspected meanwhile';

/** Whether the inspection that a change takes came by the day. */
export type Timing =
  | { readonly kind: 'no change was expected' }
  /** How many days before the day it could be known. */
  | { readonly kind: 'in time'; readonly daysBefore: number }
  | { readonly kind: 'late'; readonly daysAfter: number }
  | { readonly kind: 'not inspected since' };

export interface MarkedExpectation {
  readonly of: ExpectationKept;
  readonly school: TrackedSchool | null;
  /** `null` where there is no mark. */
  readonly verdict: Verdict | null;
  readonly why: NoMark | null;
  /** The inspection in force on the day, where one came after the expectation was written down. */
  readonly inspection: Judged | null;
  /** `null` as long as it is not due, or where nobody can tell. */
  readonly timing: Timing | null;
}

const isLow: Readonly<Record<JudgedStanding, boolean>> = {
  'good or better': false,
  'below good': true,
  'every area at expected or above': false,
  'an area below expected': true,
};

/**
 * Marks what an officer expected: how the school stands on the day, by the newest full inspection known by then. What no
 * inspection tested is not marked, neither as right nor as wrong: a school that nobody looked at stays as it was whatever
 * anybody expects. Whether the inspection came is marked apart, for those who expected a change.
 */
export function markExpectation(of: ExpectationKept, followed: FollowedSchools): MarkedExpectation {
  const school = followed.byUrn.get(of.urn) ?? null;
  const none = (why: NoMark, timing: Timing | null = null): MarkedExpectation => ({
    ...{ of, school, why, timing },
    verdict: null,
    inspection: null,
  });
  const [made, by] = [dayOf(of.madeOn), dayOf(of.expected.by)];
  if (followed.until === null || followed.until < by) return none('not yet due');
  if (school === null) return none('not in the files any more');
  const { history } = school;
  if (history.urn !== of.urn && history.joined) return none('joined with other schools');
  const closed = history.closedOn !== null && dayOf(history.closedOn) <= by;
  if (!closed && (school.followed === null || school.followed < by)) return none('not followed to the end');
  const timing = timingOf(of, school);
  const inspection = inForceOn(school, by);
  if (inspection === null || inspection.known <= made)
    return none(closed ? 'closed before it was inspected' : 'not inspected meanwhile', timing);
  const low = standsLow(of.expected.standing, inspection);
  if (low === null) return none('judged in another way since', timing);
  const verdict = compare(Number(isLow[of.expected.standing]), Number(low));
  return { of, school, verdict, why: null, inspection, timing };
}

/** Whether an inspection put the school on the lower side of what was expected; `null` where it cannot say. */
function standsLow(expected: JudgedStanding, inspection: Judged): boolean | null {
  const onGrades = expected === 'good or better' || expected === 'below good';
  return finds(onGrades ? 'below good' : 'any area below expected', inspection);
}

/** Only somebody who expects another standing than the school has expects an inspection. */
function timingOf({ madeOn, expected }: ExpectationKept, school: TrackedSchool): Timing {
  const made = dayOf(madeOn);
  const then = inForceOn(school, made);
  const stood = then === null ? null : standsLow(expected.standing, then);
  if (stood === isLow[expected.standing]) return { kind: 'no change was expected' };
  const next = nextKnown(school, made, Infinity);
  if (next === null) return { kind: 'not inspected since' };
  const days = next.known - dayOf(expected.by);
  return days <= 0 ? { kind: 'in time', daysBefore: -days } : { kind: 'late', daysAfter: days };
}

/** How sure officers said they were, beside how often they were right. */
export interface Sureness {
  readonly marks: number;
  /** In percent, on average. */
  readonly said: number;
  readonly right: number;
}

/** Of the marked expectations with which an officer said how sure; `null` where there are none. */
export function surenessOf(marked: readonly MarkedExpectation[]): Sureness | null {
  const said = marked.flatMap(({ of, verdict }) =>
    of.expected.sure === null || verdict === null
      ? []
      : [{ sure: of.expected.sure, right: verdict === 'as expected' }],
  );
  if (said.length === 0) return null;
  return {
    marks: said.length,
    said: said.reduce((sum, { sure }) => sum + sure, 0) / said.length,
    right: said.filter(({ right }) => right).length,
  };
}
