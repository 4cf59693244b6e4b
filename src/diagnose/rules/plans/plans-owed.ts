import type { IsoDate } from '#/schools/rules/dates.ts';
import { daysBetween } from '#/schools/rules/dates.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import { gradeInWords } from '#/schools/rules/inspection-words.ts';

/** Why a school owes an improvement plan. */
export interface PlanOwed {
  readonly because: 'a judgement' | 'a category';
  /** In words: `requires improvement, inspected 3 March 2014`. */
  readonly words: string;
  /** The day it could be known: of the report, or of the letter. */
  readonly since: IsoDate;
  /** `null` while no day runs: the school has had no letter of the authority. */
  readonly dueOn: IsoDate | null;
  /** The first day on which it was sent in after that; `null` while it was not. */
  readonly sentOn: IsoDate | null;
  /** Whole days that it was late, or is. */
  readonly daysLate: number;
}

/**
 * Whether inspectors left something that a plan has to put right, in the words of their own framework: requires improvement
 * or inadequate where there was an overall grade; where there was none, quality of education or leadership below good; on a
 * report card, an area that needs attention or urgent improvement. Norfolk collected a plan of every school judged to
 * require improvement (Action Plan 2013, action 4.5); a school that did worse owes one all the more.
 */
export function needsPlan(inspection: Inspection): string | null {
  const { overall, kind, startedOn, judgements } = inspection;
  if (kind === 'ungraded') return null;
  if (overall === 3 || overall === 4) return gradeInWords(overall, startedOn);
  if (overall === 'not judged') {
    return inWords(
      judgements
        .filter(({ area, grade }) => isDecisive(area) && (grade === 3 || grade === 4))
        .map(({ area, grade }) => `${area.toLowerCase()} ${gradeInWords(grade as 3 | 4, startedOn)}`),
    );
  }
  if (kind !== 'report card') return null;
  return inWords(
    judgements
      .filter(
        ({ grade }) => grade === 'Needs attention' || grade === 'Urgent improvement' || grade === 'Not met',
      )
      .map(({ area, grade }) => `${area.toLowerCase()} ${String(grade).toLowerCase()}`),
  );
}

const inWords = (weak: readonly string[]): string | null => (weak.length === 0 ? null : weak.join(', '));

const isDecisive = (area: string): boolean =>
  /^(?:quality of education|(?:effectiveness of )?leadership and management)$/iu.test(area);

/** What asks a plan of a school: its last judgement, or the letter that it is of concern. */
interface Asked {
  readonly because: PlanOwed['because'];
  readonly words: string;
  readonly since: IsoDate;
  /** The last day in time, counted from a day. */
  readonly due: (from: IsoDate) => IsoDate | null;
}

/**
 * A plan owed since a day, and whether it came. A judgement that is older than the first letter the school ever had of the
 * authority could not be answered here before it: the days run from that letter, and none run while there is no letter.
 *
 * @param sent days on which the school sent a plan in
 * @param firstTold the day of that letter
 */
export function planOwed(
  { because, words, since, due }: Asked,
  sent: readonly IsoDate[],
  firstTold: IsoDate | null,
  today: IsoDate,
): PlanOwed {
  const dueOn = firstTold === null ? null : due(since < firstTold ? firstTold : since);
  const sentOn = sent.filter((on) => on >= since).toSorted()[0] ?? null;
  return {
    because,
    words,
    since,
    dueOn,
    sentOn,
    daysLate: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, sentOn ?? today)),
  };
}
