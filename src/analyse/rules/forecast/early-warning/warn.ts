import type { ForecastModel } from '#/law/forecast-models.ts';
import type { ForecastRegimes } from '#/law/reference.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { Pause } from '../calendar.ts';
import {
  horizonsInMonths,
  type EarlyWarning,
  type ForecastTarget,
  type ModelVersion,
  type NoWarning,
} from '../forecast.ts';
import { inForceOn, type TrackedSchool } from '../tracked.ts';
import { authorityFallsOf } from './authority-falls.ts';
import { chancesWithin, errorsWithin, stepsAhead, withRange, type Forecaster } from './chances.ts';
import { contributionsOf } from './contributions.ts';
import type { FactsSetting } from './facts.ts';
import type { EarlyWarningModel } from './model.ts';
import { stepMonths } from './periods.ts';
import { regimeOn, type ReportCardTarget } from './regime.ts';
import { termsFor } from './terms.ts';
import { lessSureOf, unusualOf } from './unusual.ts';

export interface WarnSetting {
  readonly asAt: IsoDate;
  readonly model: ForecastModel;
  readonly regimes: ForecastRegimes;
  readonly pauses: readonly Pause[];
  /** An authority chooses whether deprivation of the area is used. Usually not. */
  readonly deprivation: boolean;
  readonly target?: ReportCardTarget;
}

export function versionOf({ id, fittedAsAt, digest }: ForecastModel): ModelVersion {
  return { id, fittedAsAt, digest };
}

/**
 * A warning for every school of an authority that is good or better (under report cards: of every school inspected), and
 * for the others why there is none: as many answers as schools, in their order.
 */
export function warnOf(
  schools: readonly TrackedSchool[],
  setting: WarnSetting,
): { readonly target: ForecastTarget; readonly warnings: readonly (EarlyWarning | NoWarning)[] } {
  const without = forecasterFor(schools, setting, false);
  const withIt = forecasterFor(schools, setting, true);
  return {
    target: without.regime.target,
    warnings: schools.map((school) => warnOne(school, setting, without, withIt)),
  };
}

export function forecasterFor(
  schools: readonly TrackedSchool[],
  { asAt, model, regimes, pauses, target }: WarnSetting,
  deprivation: boolean,
): Forecaster {
  const fitted: EarlyWarningModel = deprivation ? model.withDeprivation : model.earlyWarning;
  const facts: FactsSetting = { pauses, authorityFalls: authorityFallsOf(schools, fitted.england) };
  return {
    model: fitted,
    terms: termsFor({ deprivation }),
    regime: regimeOn(asAt, fitted, regimes, schools, target),
    setting: facts,
  };
}

const steps18Months = 18 / stepMonths;

function warnOne(
  school: TrackedSchool,
  { asAt, model, regimes, deprivation }: WarnSetting,
  without: Forecaster,
  withIt: Forecaster,
): EarlyWarning | NoWarning {
  const { urn } = school.history;
  const day = dayOf(asAt);
  const last = inForceOn(school, day);
  const [chosen, other] = deprivation ? [withIt, without] : [without, withIt];
  const steps = stepsAhead(chosen, school, day, Math.max(...horizonsInMonths) / stepMonths);
  const [first] = steps;
  if (last === null || first === undefined)
    return { urn, why: 'Not inspected yet, as far as the files imported tell.' };
  if (chosen.regime.target === 'below good' && last.standing > 2) {
    return { urn, why: 'Below good at the last inspection: the trajectory says when it may become good.' };
  }
  const { found } = chancesWithin(steps.slice(0, steps18Months));
  const { found: otherwise } = chancesWithin(stepsAhead(other, school, day, steps18Months));
  return {
    urn,
    asAt,
    model: versionOf(model),
    target: chosen.regime.target,
    horizons: horizonsInMonths.map((months) => {
      const within = steps.slice(0, months / stepMonths);
      const chances = chancesWithin(within);
      const errors = errorsWithin(within);
      const shock = chosen.model.shocks.find((one) => one.months === months)?.sd ?? 0;
      return {
        months,
        inspected: withRange(chances.inspected, errors.inspected, shock),
        found: withRange(chances.found, errors.found, shock),
      };
    }),
    contributions: contributionsOf(
      steps.slice(0, steps18Months),
      first.facts,
      chosen.regime.target === 'below good' ? 1 : regimes.reportCards.outcomes.carried,
    ),
    unusual: unusualOf(first.facts),
    lessSure: [...chosen.regime.lessSure, ...lessSureOf(school, first.facts, asAt)],
    withDeprivation: school.history.idaciQuintile === null ? null : deprivation ? found : otherwise,
    withoutDeprivation: deprivation ? otherwise : found,
  };
}
