import type { ForecastRegimes } from '#/law/reference.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import { logit } from '#/statistics/logit.ts';
import { daysInYear } from '../calendar.ts';
import type { ForecastTarget } from '../forecast.ts';
import { inForceOn, type TrackedSchool } from '../tracked.ts';
import type { Facts } from './facts.ts';
import type { EarlyWarningModel } from './model.ts';
import { movedBy } from './national-level.ts';
import { stepMonths } from './periods.ts';

/** What the framework of the day changes in a forecast: what is asked, when schools are inspected, what is found. */
export interface Regime {
  readonly target: ForecastTarget;
  /** Chance of an inspection in a step ahead where a rule says it, `null` where the model does. */
  readonly inspected: (facts: Facts, step: number) => number | null;
  /** Logit of the outcome in a step, from what the model says of the school. */
  readonly outcome: (facts: Facts, modelled: number, step: number) => number;
  /** Standard error of the level of outcomes, in logits, beyond what the model's past misses show. */
  readonly levelError: number;
  /** What makes a forecast under it less sure than most, in sentences. */
  readonly lessSure: readonly string[];
}

/** As long as the record behind a model has less than this of a rule that began, the rule is followed. */
const yearsUntilSeen = 2;

/** Overall grades, and until November 2025 judgements without one. */
function regimeOfGrades(
  model: EarlyWarningModel,
  day: Day,
  { catchUps }: Pick<ForecastRegimes, 'catchUps'>,
): Regime {
  const fittedUntil = dayOf(model.fittedOn.until);
  const current = catchUps.find(
    ({ from, by }) =>
      dayOf(from) <= day && day < dayOf(by) && fittedUntil < dayOf(from) + yearsUntilSeen * daysInYear,
  );
  return {
    target: 'below good',
    inspected: ({ standing, phase }, step) => {
      if (current === undefined || standing !== 1 || (phase !== 'primary' && phase !== 'secondary'))
        return null;
      const stepsLeft = ((dayOf(current.by) - day) / daysInYear) * (12 / stepMonths) - step;
      return stepsLeft <= 1 ? null : 1 / stepsLeft;
    },
    outcome: (_, modelled, step) => modelled + movedBy(model.outcomeLevel, step),
    levelError: 0,
    lessSure: current === undefined ? [] : [current.words],
  };
}

/** How often report cards of an authority found what is asked, so far. */
export interface ReportCardsSeen {
  readonly cards: number;
  readonly found: number;
}

export type ReportCardTarget = Exclude<ForecastTarget, 'below good'>;

export function reportCardsSeen(
  schools: readonly TrackedSchool[],
  day: Day,
  target: ReportCardTarget,
): ReportCardsSeen {
  const latest = schools
    .map((school) => inForceOn(school, day))
    .filter((judged) => judged?.kind === 'report card');
  const found = latest.filter((judged) =>
    target === 'any area below expected' ? judged?.anyBelow : judged?.leadershipBelow,
  );
  return { cards: latest.length, found: found.length };
}

/**
 * Report cards: the share found is the assumption of the reference data moved by the report cards seen, and what told
 * schools apart before carries over in part. The level of earlier outcomes does not: old grades are not the new ones.
 */
export function regimeOfReportCards(
  model: EarlyWarningModel,
  target: ReportCardTarget,
  { timing, outcomes }: ForecastRegimes['reportCards'],
  seen: ReportCardsSeen,
): Regime {
  const assumed = target === 'any area below expected' ? outcomes.anyBelow : outcomes.leadershipBelow;
  const all = outcomes.countsAsSchools + seen.cards;
  const level = (outcomes.countsAsSchools * assumed + seen.found) / all;
  return {
    target,
    inspected: (facts) =>
      chanceByYears(facts.standing <= 2 ? timing.good : timing.below, facts.yearsSinceAny),
    outcome: ({ standing }, modelled) =>
      logit(level) +
      outcomes.carried * (modelled - model.outcome.intercept) +
      (standing > 2 ? outcomes.belowBefore : 0),
    levelError: 1 / Math.sqrt(all * level * (1 - level)),
    lessSure: [
      `Few report cards have been published: this rests on what is assumed of them${restsOn(seen)}.`,
    ],
  };
}

function restsOn({ cards }: ReportCardsSeen): string {
  if (cards === 0) return ', none of this authority being known';
  return ` and on the ${cards === 1 ? 'one' : cards} of this authority`;
}

export function chanceByYears(
  steps: ForecastRegimes['reportCards']['timing']['good'],
  years: number,
): number {
  const step = steps.find(({ upToYears }) => upToYears === null || years <= upToYears);
  return step?.chancePerHalfYear ?? 0;
}

/** Whether forecasts made on a date are of report cards. */
export function underReportCards(asAt: IsoDate, { reportCards }: ForecastRegimes): boolean {
  return asAt >= reportCards.from;
}

/** The regime a forecast made on a date is under; `target` chooses between the two questions of report cards. */
export function regimeOn(
  asAt: IsoDate,
  model: EarlyWarningModel,
  regimes: ForecastRegimes,
  schools: readonly TrackedSchool[],
  target: ReportCardTarget = 'any area below expected',
): Regime {
  const day = dayOf(asAt);
  return underReportCards(asAt, regimes)
    ? regimeOfReportCards(model, target, regimes.reportCards, reportCardsSeen(schools, day, target))
    : regimeOfGrades(model, day, regimes);
}
