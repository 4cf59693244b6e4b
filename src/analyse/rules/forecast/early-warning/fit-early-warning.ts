import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { calibrationLine } from '#/statistics/calibration.ts';
import { chanceOfLogit } from '#/statistics/logit.ts';
import type { Pause } from '../calendar.ts';
import { horizonsInMonths } from '../forecast.ts';
import { inForceOn, isGood, nextKnown, type TrackedSchool } from '../tracked.ts';
import { addsOf, logitOf } from './apply-part.ts';
import { authorityFallsOf, fallenOf } from './authority-falls.ts';
import { factsOn, type FactsSetting } from './facts.ts';
import { dampPart, fitPart } from './fit-part.ts';
import type { EarlyWarningModel, PartModel } from './model.ts';
import { halfYears, outcomeLevel, shocksOf } from './national-level.ts';
import { followedSlack, periodsUntil, stepMonths, windowsOutsidePauses, type Period } from './periods.ts';
import { termsFor, type Term } from './terms.ts';

/** A period counts half as much for every so many years before the last. Chosen on forecasts of 2016 to 2018. */
export const halfLifeYears = 1;

const inspected = (period: Period): boolean => period.inspected;
const fell = (period: Period): boolean => period.fell;

export interface FitSetting {
  readonly pauses: readonly Pause[];
  readonly deprivation: boolean;
}

/**
 * Fits both parts on what was known by a date: whether a good school is inspected within half a year, and whether an
 * inspection finds it below good. Effects are drawn in by as much as the same model, fitted earlier, turned out too sure.
 * The same histories give the same model.
 *
 * @throws RangeError where there are too few inspections, or none, to fit on
 */
export function fitEarlyWarning(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  { pauses, deprivation }: FitSetting,
): EarlyWarningModel {
  const setting: FactsSetting = { pauses, authorityFalls: authorityFallsOf(schools) };
  const terms = termsFor({ deprivation });
  const periods = periodsUntil(schools, asAt, setting, halfLifeYears);
  const inspections = periods.filter(inspected);
  if (inspections.length === 0)
    throw new RangeError(`No inspection of a good school is known of in the three years before ${asAt}`);
  const damping = dampingOf(schools, asAt, setting, terms);
  const part = (rows: readonly Period[], happened: (period: Period) => boolean, by: number): PartModel =>
    dampPart(fitPart(rows, terms, happened), by, rows, terms, happened);
  const record = halfYears(schools, asAt, pauses);
  const windows = windowsOutsidePauses(asAt, setting);
  return {
    deprivation,
    timing: part(periods, inspected, damping.timing),
    outcome: part(inspections, fell, damping.outcome),
    outcomeLevel: outcomeLevel(record, halfLifeYears),
    shocks: shocksOf(record, horizonsInMonths, halfLifeYears),
    england: fallenOf(schools, dayOf(asAt)),
    fittedOn: {
      from: dateOf(windows[0]?.from ?? 0),
      until: dateOf(windows.at(-1)?.to ?? 0),
      schools: new Set(periods.map(({ school }) => school)).size,
      periods: periods.length,
      inspections: inspections.length,
      falls: inspections.filter(fell).length,
    },
  };
}

const dateOf = (day: number): IsoDate => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** What is believed of a slope before it is measured: that it is 1, give or take so much. */
const priorSlope = { mean: 1, sd: 0.25 };
const hindcastMonths = 12;

/**
 * How much too sure the same model was a year before: fitted on what was known then, its forecast of the last twelve
 * months in which schools were inspected is held against what came. Where a pause lies between the periods a model is
 * fitted on and the day it forecasts from, the earlier forecast is given as old a record.
 */
function dampingOf(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  setting: FactsSetting,
  terms: readonly Term[],
): { readonly timing: number; readonly outcome: number } {
  const last = windowsOutsidePauses(asAt, setting).at(-1);
  if (last === undefined) return { timing: 1, outcome: 1 };
  const gapMonths = Math.round((dayOf(asAt) - last.to) / 30.44);
  const begin = addMonths(dateOf(last.to), -hindcastMonths);
  const knownBy = addMonths(begin, -gapMonths);
  const periods = periodsUntil(schools, knownBy, setting, halfLifeYears);
  const inspections = periods.filter(inspected);
  if (new Set(inspections.map(fell)).size < 2) return { timing: 1, outcome: 1 };
  const timing = fitPart(periods, terms, inspected);
  const outcome = fitPart(inspections, terms, fell);
  const came = hindcastRows(schools, begin, knownBy, setting);
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

function hindcastRows(
  schools: readonly TrackedSchool[],
  begin: IsoDate,
  knownBy: IsoDate,
  setting: FactsSetting,
) {
  const from = dayOf(begin);
  return [0, 1].flatMap((step) => {
    const start = dayOf(addMonths(begin, step * stepMonths));
    const end = dayOf(addMonths(begin, (step + 1) * stepMonths));
    return schools.flatMap((school) => {
      if (school.history.joined || school.followed === null || school.followed < end - followedSlack)
        return [];
      const now = inForceOn(school, from);
      if (now === null || !isGood(now) || nextKnown(school, from, start) !== null) return [];
      const facts = factsOn(school, start, setting, { knownBy: Math.min(from, dayOf(knownBy)) });
      // Inspected for the first time, or fallen, since: its facts are not those of a good school.
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
