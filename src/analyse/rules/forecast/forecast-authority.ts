import type { ForecastModel } from '#/law/forecast-models.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { ForecastRegimes } from '#/law/reference.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { Pause } from './calendar.ts';
import { stepsAhead } from './early-warning/chances.ts';
import { underReportCards } from './early-warning/regime.ts';
import type { ReportCardTarget } from './early-warning/regime.ts';
import { forecasterFor, versionOf, warnOf, type WarnSetting } from './early-warning/warn.ts';
import type { AuthorityForecast, Denominator, WhatIf } from './forecast.ts';
import { inForceOn, type TrackedSchool } from './tracked.ts';
import { goodBy } from './trajectory/good-by.ts';
import { gradesOutlook, type Outlook } from './trajectory/outlook.ts';
import { reportCardOutlook } from './trajectory/report-card-outlook.ts';
import { placeOn } from './trajectory/school-chances.ts';
import {
  pathsOf,
  quartersAhead,
  trajectoriesOf,
  type AimedAt,
  type SchoolAhead,
  type TrajectorySettings,
} from './trajectory/trajectories.ts';

export interface ForecastSetting {
  readonly asAt: IsoDate;
  readonly model: ForecastModel;
  readonly regimes: ForecastRegimes;
  readonly pauses: readonly Pause[];
  readonly deprivation: boolean;
  readonly aimedAt: readonly AimedAt[];
  readonly whatIf: readonly WhatIf[];
  /** Which of the two questions of report cards is asked, where they are; the first when left out. */
  readonly target?: ReportCardTarget;
  readonly sources: readonly string[];
}

const termEnds = ['-04-30', '-08-31', '-12-31'];
const yearsAhead = 3;
const yearsBack = 5;

/** Ends of terms in the three years after a day, and the days something is aimed at for; in order. */
export function trajectoryDates(asAt: IsoDate, aimedAt: readonly Pick<AimedAt, 'on'>[]): readonly IsoDate[] {
  const last = addMonths(asAt, 12 * yearsAhead);
  const furthest = addMonths(asAt, 12 * (yearsAhead + 1));
  const aims = aimedAt.map(({ on }) => on).filter((on) => on > asAt && on <= furthest);
  return [...new Set([...termEndsBetween(asAt, last), ...aims])].toSorted();
}

function termEndsBetween(after: IsoDate, until: IsoDate): readonly IsoDate[] {
  const first = Number(after.slice(0, 4));
  const years = Array.from({ length: Number(until.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years
    .flatMap((year) => termEnds.map((end) => `${year}${end}`))
    .filter((date) => date > after && date <= until);
}

/** Everything forecast for the schools of an authority open on a day: the same histories and model give the same. */
export function forecastAuthority(
  schools: readonly TrackedSchool[],
  setting: ForecastSetting,
): AuthorityForecast {
  const { asAt, model, regimes, aimedAt } = setting;
  const { target, warnings } = warnOf(schools, setting);
  const dates = trajectoryDates(asAt, aimedAt);
  const before = termEndsBetween(addMonths(asAt, -12 * yearsBack), addMonths(asAt, -1)).filter(
    (date) => target === 'below good' || date >= regimes.reportCards.from,
  );
  const settings: TrajectorySettings = {
    asAt,
    target,
    dates,
    shocks: model.trajectory.shocks,
    aimedAt,
    before,
  };
  const withAll = aheadOf(schools, setting, 'with predecessors’ grades', dates);
  const own = aheadOf(schools, setting, 'own grades only', dates);
  return {
    asAt,
    model: versionOf(model),
    target,
    deprivation: setting.deprivation,
    warnings,
    dates,
    paths: pathsOf(withAll, asAt, dates),
    trajectories: [
      ...trajectoriesOf(withAll, 'with predecessors’ grades', settings),
      ...trajectoriesOf(own, 'own grades only', settings),
    ],
    sources: setting.sources,
  };
}

function aheadOf(
  schools: readonly TrackedSchool[],
  setting: ForecastSetting,
  denominator: Denominator,
  dates: readonly IsoDate[],
): readonly SchoolAhead[] {
  const outlook = outlooksOf(schools, setting, denominator, dates);
  return schools.map((school) => {
    const tried = setting.whatIf.filter(({ urn }) => urn === school.history.urn);
    const { closedOn } = school.history;
    const ahead: SchoolAhead = {
      school,
      outlook: outlook(school),
      closes: closedOn === null || closedOn <= setting.asAt ? null : dayOf(closedOn),
    };
    return tried.reduce((one, what) => trying(one, what, setting.asAt, denominator), ahead);
  });
}

function outlooksOf(
  schools: readonly TrackedSchool[],
  setting: ForecastSetting & WarnSetting,
  denominator: Denominator,
  dates: readonly IsoDate[],
): (school: TrackedSchool) => Outlook {
  const { asAt, model, regimes } = setting;
  const day = dayOf(asAt);
  const ownOnly = denominator === 'own grades only';
  const furthest = Math.ceil(quartersAhead(asAt, dates.at(-1) ?? asAt)) + 1;
  if (underReportCards(asAt, regimes)) {
    const forecaster = forecasterFor(schools, setting, setting.deprivation);
    return (school) => {
      const last = inForceOn(school, day);
      const steps = stepsAhead(forecaster, school, day, Math.ceil(furthest / 2));
      return reportCardOutlook(
        steps,
        ownOnly && last?.own === false ? null : last,
        regimes.reportCards,
        setting.target,
      );
    };
  }
  const { paths, missed } = model.trajectory;
  const chain = goodBy(paths, furthest);
  return (school) => {
    const place = placeOn(school, day, ownOnly);
    const outcomes = place.standing === 0 ? paths.firstOutcomes : paths.outcomes[place.standing - 1];
    return gradesOutlook(chain, place, missed, outcomes ?? paths.firstOutcomes);
  };
}

function trying(
  one: SchoolAhead,
  { happens, on }: WhatIf,
  asAt: IsoDate,
  denominator: Denominator,
): SchoolAhead {
  const after = quartersAhead(asAt, on);
  const { outlook } = one;
  switch (happens) {
    case 'closes':
      return { ...one, closes: dayOf(on) };
    case 'is inspected':
      return { ...one, outlook: outlook.inspectedAfter(after) };
    case 'leaves its category':
      return { ...one, outlook: outlook.outOfCategoryAfter(after) };
    case 'is judged good or better':
      return { ...one, outlook: outlook.judgedAfter(after, true) };
    case 'is judged below good':
      return { ...one, outlook: outlook.judgedAfter(after, false) };
    case 'becomes an academy':
      // Its predecessor’s grade goes on counting; of its own it has none until it is inspected.
      return denominator === 'own grades only' ? { ...one, outlook: outlook.startsAnewAfter(after) } : one;
  }
}
