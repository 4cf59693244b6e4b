import { addMonths } from '#/law/inspection-due.ts';
import { dateOf, dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { calibrationLine } from '#/statistics/calibration.ts';
import { chanceOfLogit } from '#/statistics/logit.ts';
import type { Pause } from '../calendar.ts';
import { horizonsInMonths } from '../forecast.ts';
import { inForceOn, isGood, nextKnown, toldUntil, type Judged, type TrackedSchool } from '../tracked.ts';
import { addsOf, logitOf } from './apply-part.ts';
import { authorityFallsOf, fallenOf, type Fallen } from './authority-falls.ts';
import { factsOn, type Facts, type FactsSetting } from './facts.ts';
import { dampPart, fitPart } from './fit-part.ts';
import type { EarlyWarningModel, PartModel } from './model.ts';
import { halfYears, outcomeLevel, shocksOf, type HalfYear } from './national-level.ts';
import { periodsUntil, stepMonths, windowsOutsidePauses, type Period } from './periods.ts';
import { termsFor, type Term } from './terms.ts';

/** A period counts half as much for every so many years before the last. Chosen on forecasts of 2016 to 2018. */
export const halfLifeYears = 1;

const inspected = (period: Period): boolean => period.inspected;
const fell = (period: Period): boolean => period.fell;

export interface FitSetting {
  readonly pauses: readonly Pause[];
  readonly deprivation: boolean;
}

/** What is fitted on as at a date, whether deprivation is used or not: worked out once for both. */
export interface FitRecord {
  readonly asAt: IsoDate;
  readonly periods: readonly Period[];
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly halfYears: readonly HalfYear[];
  readonly england: Fallen;
  readonly damping: Damping;
}

/** By how much the effects of each part are drawn in: 1 not at all. The same with deprivation and without it. */
interface Damping {
  readonly timing: number;
  readonly outcome: number;
}

/** What the same model was fitted on a year before, and what came. */
interface Hindcast {
  readonly periods: readonly Period[];
  readonly came: readonly Came[];
}

interface Came {
  readonly facts: Facts;
  readonly next: Judged | null;
}

/** @throws RangeError where no inspection of a good school is told of */
export function recordUntil(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  pauses: readonly Pause[],
): FitRecord {
  const setting: FactsSetting = { pauses, authorityFalls: authorityFallsOf(schools) };
  const periods = periodsUntil(schools, asAt, setting, halfLifeYears);
  if (!periods.some(inspected))
    throw new RangeError(`No inspection of a good school is known of in the three years before ${asAt}`);
  const windows = windowsOutsidePauses(asAt, setting);
  return {
    asAt,
    periods,
    from: dateOf(windows[0]?.from ?? 0),
    until: dateOf(windows.at(-1)?.to ?? 0),
    halfYears: halfYears(schools, asAt, pauses),
    england: fallenOf(schools, dayOf(asAt)),
    damping: dampingOf(hindcastOf(schools, asAt, setting), termsFor({ deprivation: false })),
  };
}

/**
 * Fits both parts on what was known by a date: whether a good school is inspected within half a year, and whether an
 * inspection finds it below good. Effects are drawn in by as much as the same model, fitted earlier, turned out too sure.
 * The same histories give the same model.
 *
 * @throws RangeError where all inspections, or none, found a school below good
 */
export function fitOnRecord(
  { periods, from, until, halfYears: record, england, damping }: FitRecord,
  { deprivation }: Pick<FitSetting, 'deprivation'>,
): EarlyWarningModel {
  const terms = termsFor({ deprivation });
  const inspections = periods.filter(inspected);
  const part = (rows: readonly Period[], happened: (period: Period) => boolean, by: number): PartModel =>
    dampPart(fitPart(rows, terms, happened), by, rows, terms, happened);
  return {
    deprivation,
    timing: part(periods, inspected, damping.timing),
    outcome: part(inspections, fell, damping.outcome),
    outcomeLevel: outcomeLevel(record, halfLifeYears),
    shocks: shocksOf(record, horizonsInMonths, halfLifeYears),
    england,
    fittedOn: {
      from,
      until,
      schools: new Set(periods.map(({ school }) => school)).size,
      periods: periods.length,
      inspections: inspections.length,
      falls: inspections.filter(fell).length,
    },
  };
}

/** @throws RangeError where there are too few inspections, or none, to fit on */
export function fitEarlyWarning(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  { pauses, deprivation }: FitSetting,
): EarlyWarningModel {
  return fitOnRecord(recordUntil(schools, asAt, pauses), { deprivation });
}

/** What is believed of a slope before it is measured: that it is 1, give or take so much. */
const priorSlope = { mean: 1, sd: 0.25 };
const hindcastMonths = 12;

/**
 * What was known a year before, and the last twelve months in which schools were inspected. Where a pause lies between
 * the periods a model is fitted on and the day it forecasts from, the earlier forecast is given as old a record.
 */
function hindcastOf(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  setting: FactsSetting,
): Hindcast | null {
  const last = windowsOutsidePauses(asAt, setting).at(-1);
  if (last === undefined) return null;
  const gapMonths = Math.round((dayOf(asAt) - last.to) / 30.44);
  const begin = addMonths(dateOf(last.to), -hindcastMonths);
  const knownBy = addMonths(begin, -gapMonths);
  const periods = periodsUntil(schools, knownBy, setting, halfLifeYears);
  if (new Set(periods.filter(inspected).map(fell)).size < 2) return null;
  return { periods, came: cameAfter(schools, begin, knownBy, setting) };
}

/** How much too sure the same model was a year before: its forecast of the year held against what came. */
function dampingOf(hindcast: Hindcast | null, terms: readonly Term[]): Damping {
  if (hindcast === null) return { timing: 1, outcome: 1 };
  const { periods, came } = hindcast;
  const timing = fitPart(periods, terms, inspected);
  const outcome = fitPart(periods.filter(inspected), terms, fell);
  return {
    timing: slopeOf(came.map(({ facts, next }) => pair(timing, terms, facts, next !== null))),
    outcome: slopeOf(
      came.flatMap(({ facts, next }) => (next === null ? [] : [pair(outcome, terms, facts, !isGood(next))])),
    ),
  };
}

function pair(part: PartModel, terms: readonly Term[], facts: Period['facts'], happened: boolean) {
  return { chance: chanceOfLogit(logitOf(part, addsOf(part, terms, facts))), happened };
}

function cameAfter(
  schools: readonly TrackedSchool[],
  begin: IsoDate,
  knownBy: IsoDate,
  setting: FactsSetting,
): readonly Came[] {
  const from = dayOf(begin);
  return [0, 1].flatMap((step) => {
    const start = dayOf(addMonths(begin, step * stepMonths));
    const end = dayOf(addMonths(begin, (step + 1) * stepMonths));
    return schools.flatMap((school) => {
      if (toldUntil(school) < end) return [];
      const now = inForceOn(school, from);
      if (now === null || !isGood(now) || nextKnown(school, from, start) !== null) return [];
      const facts = factsOn(school, start, setting, Math.min(from, dayOf(knownBy)));
      // What was known earlier still may be of a school below good, or of none inspected.
      if (facts === null || facts.standing > 2) return [];
      return [{ facts, next: nextKnown(school, start, end) }];
    });
  });
}

function slopeOf(pairs: readonly { readonly chance: number; readonly happened: boolean }[]): number {
  if (new Set(pairs.map(({ happened }) => happened)).size < 2) return 1;
  const { slope } = calibrationLine(pairs);
  const trust = 1 / slope.standardError ** 2;
  const prior = 1 / priorSlope.sd ** 2;
  return Math.min(1.1, Math.max(0.2, (slope.value * trust + priorSlope.mean * prior) / (trust + prior)));
}
