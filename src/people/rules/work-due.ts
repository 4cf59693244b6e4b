import { addWorkingDays, isWorkingDay } from '#/law/working-days.ts';
import type { Reference } from '#/law/reference.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';

type Proclaimed = Reference['bankHolidays'];

/** In which order things are looked at: late, within a week, later or without a day, and what somebody else has to do first. */
export const workGroups = ['late', 'soon', 'later', 'waiting'] as const;

export type WorkGroup = (typeof workGroups)[number];

/** Something to do, as far as it decides when. */
interface Due {
  /** The last day in time; `null` where there is none. */
  readonly dueOn: IsoDate | null;
  readonly mine: boolean;
}

/** A working week ahead: from a Friday to the Friday after, or a day more where a bank holiday lies between. */
const daysSoon = 5;

/** Where something to do stands on a day. What is due on a day when nobody works is late on the next day that somebody does. */
export function workGroupOf({ dueOn, mine }: Due, today: IsoDate, proclaimed: Proclaimed): WorkGroup {
  if (!mine) return 'waiting';
  if (dueOn === null) return 'later';
  if (workingDaysLate(dueOn, today, proclaimed) > 0) return 'late';
  return dueOn <= addWorkingDays(today, daysSoon, proclaimed) ? 'soon' : 'later';
}

/** Working days after the day something was due, today included; 0 while it is in time. */
export function workingDaysLate(dueOn: IsoDate, today: IsoDate, proclaimed: Proclaimed): number {
  return workingDaysAfter(dueOn, today, proclaimed);
}

/** Working days after today up to the day something is due, that day included; 0 on the day itself and after it. */
export function workingDaysLeft(dueOn: IsoDate, today: IsoDate, proclaimed: Proclaimed): number {
  return workingDaysAfter(today, dueOn, proclaimed);
}

function workingDaysAfter(from: IsoDate, to: IsoDate, proclaimed: Proclaimed): number {
  let counted = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    counted += Number(isWorkingDay(day, proclaimed));
  return counted;
}

/** The soonest due first, what has no day last, and of equal days what waits longest. */
export function bySoonest(
  a: { readonly dueOn: IsoDate | null; readonly since: IsoDate | null; readonly what: string },
  b: { readonly dueOn: IsoDate | null; readonly since: IsoDate | null; readonly what: string },
): number {
  const never = '9999';
  return (
    (a.dueOn ?? never).localeCompare(b.dueOn ?? never) ||
    (a.since ?? never).localeCompare(b.since ?? never) ||
    a.what.localeCompare(b.what, 'en-GB')
  );
}
