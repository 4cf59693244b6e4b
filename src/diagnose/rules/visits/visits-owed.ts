import type { VisitEntitlement } from '#/law/reference.ts';
import type { Reference } from '#/law/reference.ts';
import { addSchoolWeeks, termsOfYear, type Term } from '#/law/terms.ts';
import { addDays, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';

/** A visit, or a meeting that counts as one, as far as it decides what is owed. */
export interface VisitCounted {
  readonly kind: 'visit' | 'meeting';
  readonly state: 'planned' | 'held' | 'cancelled';
  /** The day for which it is planned, or on which it was held. */
  readonly on: IsoDate;
}

/** What decides how many visits a school is owed. */
export interface SchoolOwed {
  /** Scheme and code of its category; `null` where it has none. */
  readonly category: { readonly scheme: string; readonly code: string } | null;
  readonly ofConcern: boolean;
  /** Since when it is of concern, where that is known: nothing is owed for the time before. */
  readonly ofConcernSince: IsoDate | null;
}

/** One entitlement of one school in a school year, and how it stands on a day. */
export interface VisitsOwed {
  readonly entitlement: VisitEntitlement;
  /** The part of the year within which it is owed, both days included. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** In the whole of that time. */
  readonly owed: number;
  /** By the day: of what is owed in a school year a part with every term that has ended. */
  readonly expected: number;
  readonly done: number;
  /** To come, or past and not yet said to be held. */
  readonly planned: number;
  /** Expected by the day, and not done. Never less than 0. */
  readonly behind: number;
  /** Owed, neither done nor planned. Never less than 0. */
  readonly toPlan: number;
}

interface Asked {
  readonly schoolYear: SchoolYear;
  /** The day as which it stands. */
  readonly on: IsoDate;
  readonly entitlements: Reference['visitEntitlements'];
  readonly terms: Reference['schoolTerms'];
  readonly bankHolidays: Reference['bankHolidays'];
}

/** The entitlements that hold for a school in a school year, each with what is owed, done, planned and behind on a day. */
export function visitsOwed(
  school: SchoolOwed,
  visits: readonly VisitCounted[],
  asked: Asked,
): readonly VisitsOwed[] {
  return asked.entitlements
    .filter((one) => isInForce(one, asked.schoolYear) && holdsFor(one, school))
    .flatMap((one) => owedOf(one, school, visits, asked));
}

/** Of several entitlements of one school that which is furthest behind; of none `null`. A visit may count for more than one. */
export function mostBehind(owed: readonly VisitsOwed[]): VisitsOwed | null {
  return owed.toSorted((a, b) => b.behind - a.behind || b.toPlan - a.toPlan)[0] ?? null;
}

/** In force when the school year begins. */
function isInForce({ from, to }: VisitEntitlement, schoolYear: SchoolYear): boolean {
  const begins = firstDay(schoolYear);
  return from <= begins && (to === null || begins <= to);
}

function holdsFor({ scheme, for: schools }: VisitEntitlement, { category, ofConcern }: SchoolOwed): boolean {
  if (scheme !== null && scheme !== category?.scheme) return false;
  if (schools === 'every school') return true;
  if (schools === 'schools of concern') return ofConcern;
  return category !== null && schools.categories.includes(category.code);
}

function owedOf(
  entitlement: VisitEntitlement,
  school: SchoolOwed,
  visits: readonly VisitCounted[],
  asked: Asked,
): readonly VisitsOwed[] {
  const time = timeOf(entitlement, school, asked);
  if (time === null) return [];
  const { from, to, owed, expected } = time;
  const within = visits.filter(({ kind, on }) => entitlement.counts.includes(kind) && from <= on && on <= to);
  const done = within.filter(({ state, on }) => state === 'held' && on <= asked.on).length;
  const planned = within.filter(({ state }) => state === 'planned').length;
  return [
    {
      ...{ entitlement, from, to, owed, expected, done, planned },
      behind: Math.max(0, expected - done),
      toPlan: Math.max(0, owed - done - planned),
    },
  ];
}

/** Within which days how many are owed, and how many of them by the day; `null` where nothing is. */
function timeOf(
  { within, times }: VisitEntitlement,
  { ofConcernSince }: SchoolOwed,
  { schoolYear, on, terms, bankHolidays }: Asked,
): Pick<VisitsOwed, 'from' | 'to' | 'owed' | 'expected'> | null {
  const ofYear = termsOfYear(schoolYear, terms);
  const isOver = ({ to }: Pick<Term, 'to'>): boolean => to < on;
  if (typeof within === 'object') {
    const begins = ofYear[0]?.from ?? firstDay(schoolYear);
    const from = ofConcernSince !== null && ofConcernSince > begins ? ofConcernSince : begins;
    const to = ofYear.at(-1)?.to ?? lastDay(schoolYear);
    const days: IsoDate[] = [];
    let day = addSchoolWeeks(from, within.schoolWeeks, terms, bankHolidays);
    while (day <= to) {
      days.push(day);
      day = addSchoolWeeks(day, within.schoolWeeks, terms, bankHolidays);
    }
    if (days.length === 0) return null;
    return { from, to, owed: days.length * times, expected: days.filter((one) => one < on).length * times };
  }
  if (within === 'school year') {
    // Spread evenly over the terms, rounded down: the last is behind only when the last term is over. A local convention.
    const ended = ofYear.filter(isOver).length;
    const expected = Math.floor((times * ended) / Math.max(1, ofYear.length));
    return { from: firstDay(schoolYear), to: lastDay(schoolYear), owed: times, expected };
  }
  const term = ofYear.find((one) => `${one.term} term` === within);
  if (term === undefined) return null;
  return { from: term.from, to: term.to, owed: times, expected: isOver(term) ? times : 0 };
}

/** 1 September to 31 August. */
export function firstDay(schoolYear: SchoolYear): IsoDate {
  return `${String(schoolYear - 1)}-09-01`;
}

export function lastDay(schoolYear: SchoolYear): IsoDate {
  return addDays(firstDay(schoolYear + 1), -1);
}
