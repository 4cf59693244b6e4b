import type { ForecastRegimes } from '#/law/reference.ts';
import type { MarkingSettings } from '#/law/marking-schema.ts';
import { dayOf, type IsoDate } from '#/schools/rules/dates.ts';
import { calibrationLine, type CalibrationLine } from '#/statistics/calibration.ts';
import type { Pause } from '../calendar.ts';
import { authorityFallsOf } from '../early-warning/authority-falls.ts';
import { chancesWithin, stepsAhead, type Forecaster } from '../early-warning/chances.ts';
import { fitEarlyWarning } from '../early-warning/fit-early-warning.ts';
import { stepMonths } from '../early-warning/periods.ts';
import { regimeOn } from '../early-warning/regime.ts';
import { termsFor } from '../early-warning/terms.ts';
import type { FollowedSchools } from '../marking/followed-schools.ts';
import { ratesKnown } from '../marking/rates-known.ts';
import { markWarnings, type KeptChances, type WarningMarks } from '../marking/warnings.ts';
import { inForceOn, isGood, type TrackedSchool } from '../tracked.ts';

export interface WarningSetting {
  readonly pauses: readonly Pause[];
  readonly regimes: ForecastRegimes;
  readonly marking: MarkingSettings;
  readonly deprivation: boolean;
}

/** Early warnings made as at a day by a model that knows only what was known then, marked by what came. */
export interface WarningsTried {
  readonly asAt: IsoDate;
  readonly months: number;
  readonly deprivation: boolean;
  /** What was left out of the fit: `null` nothing. */
  readonly leftOut: string | null;
  readonly marks: WarningMarks;
  readonly line: CalibrationLine | null;
}

/** @param months a multiple of six */
export function tryWarnings(
  followed: FollowedSchools,
  asAt: IsoDate,
  months: number,
  setting: WarningSetting,
): WarningsTried {
  return marked(
    followed,
    asAt,
    months,
    setting,
    null,
    chancesBy(followed.schools, followed.schools, asAt, months, setting),
  );
}

/**
 * The same on authorities that were not fitted on: fitted on one half of the authorities and tried on the other, both
 * ways round.
 */
export function tryWarningsElsewhere(
  followed: FollowedSchools,
  asAt: IsoDate,
  months: number,
  setting: WarningSetting,
): WarningsTried {
  const [one, other] = halvesOf(followed.schools);
  const chances = [
    ...chancesBy(one, other, asAt, months, setting),
    ...chancesBy(other, one, asAt, months, setting),
  ];
  return marked(followed, asAt, months, setting, 'the authorities it is tried on', chances);
}

/** Every second authority by name. */
export function halvesOf(
  schools: readonly TrackedSchool[],
): readonly [readonly TrackedSchool[], readonly TrackedSchool[]] {
  const names = [...new Set(schools.map(({ history }) => history.authority))].toSorted();
  const first = new Set(names.filter((_, index) => index % 2 === 0));
  return [
    schools.filter(({ history }) => first.has(history.authority)),
    schools.filter(({ history }) => !first.has(history.authority)),
  ];
}

function chancesBy(
  fittedOn: readonly TrackedSchool[],
  triedOn: readonly TrackedSchool[],
  asAt: IsoDate,
  months: number,
  { pauses, regimes, deprivation }: WarningSetting,
): KeptChances['chances'] {
  const day = dayOf(asAt);
  const model = fitEarlyWarning(
    fittedOn.filter(({ judged }) => judged.length > 0),
    asAt,
    { pauses, deprivation },
  );
  const forecaster: Forecaster = {
    model,
    terms: termsFor({ deprivation }),
    regime: regimeOn(asAt, model, regimes, triedOn),
    setting: { pauses, authorityFalls: authorityFallsOf(triedOn) },
  };
  return triedOn.flatMap((school) => {
    const last = inForceOn(school, day);
    if (last === null || !isGood(last) || school.history.joined) return [];
    const steps = stepsAhead(forecaster, school, day, months / stepMonths);
    return [{ urn: school.history.urn, chance: chancesWithin(steps).found }];
  });
}

function marked(
  followed: FollowedSchools,
  asAt: IsoDate,
  months: number,
  { deprivation, marking }: WarningSetting,
  leftOut: string | null,
  chances: KeptChances['chances'],
): WarningsTried {
  const marks = markWarnings(
    [{ asAt, model: { id: 'fitted for this trial', fittedAsAt: asAt, digest: '' }, chances }],
    { target: 'below good', months, population: 'now good' },
    followed,
    (date) => ratesKnown(followed, { asAt: date, months, target: 'below good' }, 'now good'),
    marking,
  );
  return {
    asAt,
    months,
    deprivation,
    leftOut,
    marks,
    line: marks.discrimination === null ? null : calibrationLine(marks.marked),
  };
}
