import type { MarkingSettings } from '#/law/marking-schema.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { calibrationTable, type CalibrationBin } from '#/statistics/calibration.ts';
import {
  caughtAmongRiskiest,
  discriminationOf,
  type Caught,
  type Discrimination,
} from '#/statistics/discrimination.ts';
import { wilsonInterval, type Range } from '#/statistics/interval.ts';
import { brierScore, skillOver } from '#/statistics/scores.ts';
import type { ForecastTarget, ModelVersion } from '../forecast.ts';
import type { Judged, TrackedSchool } from '../tracked.ts';
import { forecastsApart, type Apart } from './apart.ts';
import {
  isDue,
  outcomeOf,
  reasonsLeftOut,
  runsPast,
  type FollowedSchools,
  type LeftOut,
} from './followed-schools.ts';
import { belongs, type Population, type RatesKnown } from './rates-known.ts';
import { groupOf, groupsOf, splits, type Split } from './school-groups.ts';

/** Chances that were kept: of every school of an authority, as at a day, for one length of time. */
export interface KeptChances {
  readonly asAt: IsoDate;
  readonly model: ModelVersion;
  /** `null` where no chance could be told. */
  readonly chances: readonly { readonly urn: Urn; readonly chance: number | null }[];
}

/** What is asked of them. */
export interface WarningsAsked {
  readonly target: ForecastTarget;
  readonly months: number;
  readonly population: Population;
}

/** Why a school of a forecast is not among those marked. */
export type NotMarked = LeftOut | 'no chance could be told' | 'not good on the day';

/** A chance and what came of it. */
export interface MarkedChance {
  readonly urn: Urn;
  readonly asAt: IsoDate;
  readonly school: TrackedSchool;
  readonly chance: number;
  readonly happened: boolean;
  /** The inspection that decided; `null` where there was none in the time. */
  readonly inspection: Judged | null;
}

/** How many did what was forecast, beside how many were expected to. */
export interface CountedChances {
  readonly schools: number;
  readonly happened: number;
  /** The sum of their chances. */
  readonly expected: number;
  /** What the number of schools leaves plausible of the share that does it (95%, Wilson); `null` without schools. */
  readonly range: Range | null;
}

/** By how much a forecast is better than another that anybody could have made, in the Brier score. */
export interface SkillOver {
  readonly brier: number;
  /** 1 perfect, 0 no better, below 0 worse. */
  readonly skill: number;
}

export interface WarningMarks extends WarningsAsked, Pick<FollowedSchools, 'overallGradesUntil'> {
  readonly counted: readonly Pick<KeptChances, 'asAt' | 'model'>[];
  /** Due as well, but about the same time as one that is counted. */
  readonly passedOver: readonly IsoDate[];
  readonly notYetDue: readonly IsoDate[];
  /** Due, but their time went on into another way of judging, so that nothing of them can be marked. */
  readonly ranPast: readonly IsoDate[];
  readonly marked: readonly MarkedChance[];
  /** In the order of the reasons; those without schools are left out. */
  readonly notMarked: readonly { readonly why: NotMarked; readonly schools: number }[];
  readonly all: CountedChances;
  readonly high: CountedChances;
  /** `null` without marks. */
  readonly brier: number | null;
  /** Over the rate by grade and age, and over the plain rate, known on the day; `null` where no rate was known. */
  readonly overGradeAndAge: SkillOver | null;
  readonly overPlainRate: SkillOver | null;
  /** `null` with fewer events than a stated number. */
  readonly discrimination: Discrimination | null;
  readonly riskiestTenth: Caught | null;
  readonly table: readonly CalibrationBin[];
  readonly groups: readonly (CountedChances & { readonly split: Split; readonly group: string })[];
}

const leftOutInOrder: readonly NotMarked[] = [
  'not good on the day',
  'no chance could be told',
  ...reasonsLeftOut,
];

/**
 * Marks the chances that were kept for one length of time and one target against what happened.
 *
 * @param kept in the order in which they were kept
 * @param ratesOn the rates known on the day of a forecast, to hold it against
 */
export function markWarnings(
  kept: readonly KeptChances[],
  asked: WarningsAsked,
  followed: FollowedSchools,
  ratesOn: (asAt: IsoDate) => RatesKnown | null,
  settings: MarkingSettings,
): WarningMarks {
  const { counted, passedOver } = dueApart(kept, asked, followed);
  const isOver = ({ asAt }: KeptChances): boolean => isDue(followed, { asAt, months: asked.months });
  const each = counted.flatMap((forecast) =>
    forecast.chances.map((one) => markOne(one, forecast.asAt, asked, followed)),
  );
  const marked = each.filter((one) => typeof one !== 'string');
  const happened = marked.filter((one) => one.happened).length;
  const enough = happened >= settings.fewestFalls.number && happened < marked.length;
  return {
    ...asked,
    overallGradesUntil: followed.overallGradesUntil,
    counted,
    passedOver: passedOver.map(({ asAt }) => asAt),
    notYetDue: kept.filter((one) => !isOver(one)).map(({ asAt }) => asAt),
    ranPast: kept
      .filter((one) => isOver(one) && runsPast(followed, { ...asked, asAt: one.asAt }))
      .map(({ asAt }) => asAt),
    marked,
    notMarked: leftOutInOrder.flatMap((why) => {
      const schools = each.filter((one) => one === why).length;
      return schools === 0 ? [] : [{ why, schools }];
    }),
    all: countChances(marked),
    high: countChances(marked.filter(({ chance }) => chance >= settings.highChance.number)),
    brier: marked.length === 0 ? null : brierScore(marked),
    overGradeAndAge: skillOf(marked, ratesOn, (rates, school) => rates.byGradeAndAge(school)),
    overPlainRate: skillOf(marked, ratesOn, (rates) => rates.plain),
    discrimination: enough ? discriminationOf(marked) : null,
    riskiestTenth: enough ? caughtAmongRiskiest(marked, { fraction: 0.1 }) : null,
    table: calibrated(marked, settings),
    groups: splits.flatMap((split) =>
      groupsOf(split).flatMap((group) => {
        const inside = marked.filter(({ school }) => groupOf(split, school.history) === group);
        return inside.length === 0 ? [] : [{ split, group, ...countChances(inside) }];
      }),
    ),
  };
}

/** Of the forecasts whose time is over, those whose times do not overlap, and the others. */
export function dueApart<One extends { readonly asAt: IsoDate }>(
  kept: readonly One[],
  { months, target }: Pick<WarningsAsked, 'months' | 'target'>,
  followed: FollowedSchools,
): Apart<One> {
  const asked = (asAt: IsoDate) => ({ asAt, months, target });
  return forecastsApart(
    kept.filter(({ asAt }) => isDue(followed, asked(asAt)) && !runsPast(followed, asked(asAt))),
    months,
  );
}

function markOne(
  { urn, chance }: KeptChances['chances'][number],
  asAt: IsoDate,
  { target, months, population }: WarningsAsked,
  followed: FollowedSchools,
): MarkedChance | NotMarked {
  const school = followed.byUrn.get(urn);
  if (school === undefined) return 'not in the files any more';
  if (!belongs(school, asAt, population)) return 'not good on the day';
  if (chance === null) return 'no chance could be told';
  const outcome = outcomeOf(followed, { urn, asAt, months, target });
  if ('leftOut' in outcome) return outcome.leftOut;
  return { urn, asAt, school, chance, ...outcome };
}

function countChances(marked: readonly MarkedChance[]): CountedChances {
  const happened = marked.filter((one) => one.happened).length;
  return {
    schools: marked.length,
    happened,
    expected: marked.reduce((sum, { chance }) => sum + chance, 0),
    range: marked.length === 0 ? null : wilsonInterval(happened, marked.length),
  };
}

/** Only the chances of days on which a rate was known are held against it. */
function skillOf(
  marked: readonly MarkedChance[],
  ratesOn: (asAt: IsoDate) => RatesKnown | null,
  rateFor: (rates: RatesKnown, school: TrackedSchool) => number,
): SkillOver | null {
  const known = new Map([...new Set(marked.map(({ asAt }) => asAt))].map((asAt) => [asAt, ratesOn(asAt)]));
  const pairs = marked.flatMap((one) => {
    const rates = known.get(one.asAt) ?? null;
    return rates === null ? [] : [{ ours: one, theirs: { ...one, chance: rateFor(rates, one.school) } }];
  });
  if (pairs.length === 0) return null;
  const theirs = brierScore(pairs.map((pair) => pair.theirs));
  const ours = brierScore(pairs.map((pair) => pair.ours));
  return theirs === 0 ? null : { brier: theirs, skill: skillOver(ours, theirs) };
}

function calibrated(marked: readonly MarkedChance[], settings: MarkingSettings): readonly CalibrationBin[] {
  if (marked.length === 0) return [];
  const bins = Math.floor(marked.length / settings.fewestInBin.number);
  return calibrationTable(marked, Math.max(1, Math.min(settings.bins.number, bins)));
}
