import type { IsoDate } from '#/schools/rules/dates.ts';
import { schoolYearOf } from '#/schools/rules/dates.ts';
import { findInForce } from './dated.ts';
import type { InspectionInterval, Reference } from './reference.ts';

export type LastOutcome = InspectionInterval['appliesTo'];

export type InspectionDue =
  | {
      readonly kind: 'due';
      readonly by: IsoDate;
      readonly interval: InspectionInterval;
      readonly paused: boolean;
    }
  | { readonly kind: 'no maximum'; readonly interval: InspectionInterval }
  | { readonly kind: 'not known' };

/**
 * By when a school must be inspected again, under the rules in force on the date asked: five school years after the end
 * of the school year of the last inspection, sooner for schools below good, never for schools that were exempt, and
 * later by any pause that ran meanwhile.
 */
export function nextInspectionDue(
  reference: Reference,
  last: { readonly on: IsoDate; readonly outcome: LastOutcome },
  asAt: IsoDate,
): InspectionDue {
  const interval = findInForce(
    reference.intervals.filter(({ appliesTo }) => appliesTo === last.outcome),
    asAt,
  );
  if (interval === undefined) return { kind: 'not known' };
  if (interval.maximum === null) return { kind: 'no maximum', interval };
  const plain =
    'months' in interval.maximum
      ? addMonths(last.on, interval.maximum.months)
      : `${String(schoolYearOf(last.on) + interval.maximum.schoolYearsAfterEndOfYear)}-08-31`;
  const pauses = reference.pauses.filter(({ from, to }) => from <= asAt && last.on <= to && plain >= from);
  const by = pauses.reduce((day, { extendsByMonths }) => addMonths(day, extendsByMonths), plain);
  return {
    kind: 'due',
    by: interval.notBefore !== undefined && interval.notBefore > by ? interval.notBefore : by,
    interval,
    paused: pauses.length > 0,
  };
}

/** The same day so many months later, or the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(index / 12), (index % 12) + 1, Math.min(day, lastDay)];
  return parts.map((part, position) => String(part).padStart(position === 0 ? 4 : 2, '0')).join('-');
}
