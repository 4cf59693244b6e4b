import type { Reference } from '#/law/reference.ts';
import { rhythmOn } from '#/law/templates.ts';
import { isSchoolDay } from '#/law/terms.ts';
import { isWorkingDay } from '#/law/working-days.ts';
import { addDays, daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import { settingAside, stateOf, type Clock, type Process, type Side, type Taken } from './process.ts';

/** What a paper waits for. */
export interface Awaited {
  /** As a task of whoever owes it: `submit the note`. */
  readonly what: string;
  readonly by: Side;
  /** The day it counts from. */
  readonly since: IsoDate;
  /** The last day in time; `null` where no rhythm is known for the day. */
  readonly dueOn: IsoDate | null;
  /** Whole days after that day; 0 while it is in time. */
  readonly daysLate: number;
}

/** Where a paper stands on a day, derived from its steps: nothing of it is kept. */
export interface Standing {
  /** A state of its process, or `set aside`. */
  readonly state: string;
  /** In words that fit after “It is”. */
  readonly words: string;
  /** Nothing more is waited for. */
  readonly over: boolean;
  /** Who may write another version. */
  readonly writtenBy: Side | null;
  /** Whether the other side reads it. */
  readonly isOpened: boolean;
  readonly awaited: Awaited | null;
}

/** A paper as far as it decides where it stands. */
export interface Stood {
  readonly opened: { readonly on: IsoDate };
  readonly steps: readonly (Pick<Taken, 'step' | 'on'> & { readonly opened: boolean })[];
  readonly newest: { readonly aboutOn: IsoDate | null } | null;
}

/** What days are counted by. */
export type Calendar = Pick<Reference, 'rhythms' | 'bankHolidays' | 'schoolTerms'>;

/** Where a paper stands on a day. */
export function standingOf(process: Process, paper: Stood, calendar: Calendar, today: IsoDate): Standing {
  const state = stateOf(process, paper.steps);
  const isOpened = paper.steps.some(({ opened }) => opened);
  const known = process.states[state];
  if (known === undefined) {
    return { state, words: settingAside.words, over: true, writtenBy: null, isOpened, awaited: null };
  }
  const { words, over = false, writtenBy, clock } = known;
  const awaited = clock === undefined || over ? null : awaitedBy(clock, paper, calendar, today);
  return { state, words, over, writtenBy, isOpened, awaited };
}

function awaitedBy(clock: Clock, paper: Stood, calendar: Calendar, today: IsoDate): Awaited {
  const since = countsFrom(clock, paper);
  const dueOn = dayDue(clock, since, calendar);
  return {
    what: clock.awaits,
    by: clock.owedBy,
    since,
    dueOn,
    daysLate: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
  };
}

function countsFrom({ from }: Clock, { opened, steps, newest }: Stood): IsoDate {
  if (from === 'the day it is about') return newest?.aboutOn ?? opened.on;
  if (from === 'the last step') return steps.at(-1)?.on ?? opened.on;
  return opened.on;
}

/**
 * The last day in time. Working days that a school owes are those on which schools are open: nobody is late for August. Where
 * weeks or days end on another day, the next such day is in time too.
 */
export function dayDue(
  { rhythm, owedBy }: Pick<Clock, 'rhythm' | 'owedBy'>,
  since: IsoDate,
  { rhythms, bankHolidays, schoolTerms }: Calendar,
): IsoDate | null {
  const known = rhythmOn(rhythms, rhythm, since);
  if (known === undefined) return null;
  const counts = (day: IsoDate): boolean =>
    owedBy === 'school' ? isSchoolDay(day, schoolTerms, bankHolidays) : isWorkingDay(day, bankHolidays);
  if (known.unit === 'working days') return afterDays(since, known.amount, counts);
  const end = addDays(since, known.unit === 'weeks' ? known.amount * 7 : known.amount);
  return counts(end) ? end : afterDays(end, 1, counts);
}

function afterDays(from: IsoDate, days: number, counts: (day: IsoDate) => boolean): IsoDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}
