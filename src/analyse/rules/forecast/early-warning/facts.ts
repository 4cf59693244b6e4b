import type { Day, SchoolYear } from '#/schools/rules/dates.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { daysInYear, inspectionYears, type Pause } from '../calendar.ts';
import type { Standing, TrackedSchool } from '../tracked.ts';

/**
 * What a forecast is made from, of one school on one day: only what could be known then. Places are standard deviations
 * from the mean of England's schools, those of few pupils drawn to it; `NaN` stands for what is not known.
 */
export interface Facts {
  readonly standing: Standing;
  /** Years since the last full inspection in which schools were inspected. */
  readonly years: number;
  /** Years since the last inspection of any kind, ungraded ones too. */
  readonly yearsSinceAny: number;
  /** Standing at the inspection before the last and at the one before that; 0 where there is none. */
  readonly before: Standing | 0;
  readonly beforeThat: Standing | 0;
  readonly inspections: number;
  readonly everBelow: boolean;
  readonly everLowest: boolean;
  readonly best: Standing;
  /** Years between the last two inspections. */
  readonly yearsBetween: number;
  readonly yearsSinceBelow: number;
  readonly phase: 'primary' | 'secondary' | 'nursery' | 'special' | 'pupil referral unit';
  readonly progress: number;
  readonly progressLast: number;
  readonly progressWeakest: number;
  readonly progressChange: number;
  readonly attainment: number;
  readonly attainmentLast: number;
  readonly higher: number;
  readonly levels2013: number;
  readonly progress8: number;
  readonly progress8Last: number;
  readonly progress8Change: number;
  readonly attainment8: number;
  readonly ebacc: number;
  readonly absence: number;
  /** Pupils whose results were counted in a year. */
  readonly cohort: number;
  readonly pupils: number;
  /** 0 maintained, 1 academy or free school, 2 sponsored academy: on the day. */
  readonly academy: 0 | 1 | 2;
  readonly yearsAsAcademy: number;
  /** Logarithm of how much more often good schools of its authority fell than England's, in two years. */
  readonly authorityFalls: number;
  /** 1 to 5, 0 not known. */
  readonly deprivation: number;
  /** The newest year of which a result counts; `null` where there is none. */
  readonly newestResults: SchoolYear | null;
}

/** What facts rest on beside the school's own record. */
export interface FactsSetting {
  readonly pauses: readonly Pause[];
  readonly authorityFalls: (authority: string, day: Day) => number;
}

/** Results older than this many school years no longer count. */
const oldestResults = 5;
/** Pupils at which a school's result counts half. */
const pupilsForHalf = 15;

const progressMeasures = ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress'] as const;
const attainmentMeasures = ['ks2-reading-score', 'ks2-maths-score', 'ks2-rwm-expected'] as const;
const levelsMeasures = ['ks2-reading-two-levels', 'ks2-writing-two-levels', 'ks2-maths-two-levels'] as const;

const primaryMeasures: ReadonlySet<MeasureId> = new Set([...progressMeasures, ...attainmentMeasures]);

/** Every measure a forecast reads. */
export const measuresRead: readonly MeasureId[] = [
  ...progressMeasures,
  ...attainmentMeasures,
  ...levelsMeasures,
  'ks2-rwm-higher',
  'ks4-progress-8',
  'ks4-attainment-8',
  'ks4-ebacc-entry',
  'absence-overall',
];

/** The same so many years later, if nothing more becomes known: only times grow. */
export function movedOn(facts: Facts, years: number): Facts {
  return {
    ...facts,
    years: facts.years + years,
    yearsSinceAny: facts.yearsSinceAny + years,
    yearsSinceBelow: facts.yearsSinceBelow + years,
    yearsAsAcademy: facts.yearsAsAcademy + years,
  };
}

/**
 * The facts on a day; `null` for a school not inspected by then. `knownBy` is the day up to which results and inspections
 * are known, where it is earlier than the day itself.
 */
export function factsOn(
  school: TrackedSchool,
  day: Day,
  setting: FactsSetting,
  knownBy: Day = day,
): Facts | null {
  const { history } = school;
  const judged = school.judged.filter(({ known }) => known <= knownBy);
  const last = judged.at(-1);
  if (last === undefined) return null;
  const before = judged.at(-2);
  const below = judged.findLast(({ standing }) => standing >= 3);
  const results = resultsKnown(school, knownBy);
  const weight = results.cohort / (results.cohort + pupilsForHalf);
  const of = (...measures: readonly MeasureId[]) => results.byYear(measures).map(({ places }) => places);
  const progress = of(...progressMeasures);
  const attainment = of(...attainmentMeasures);
  const progress8 = of('ks4-progress-8').flat();
  const academy = academyOn(school, day);
  return {
    standing: last.standing,
    years: inspectionYears(last.started, day, setting.pauses),
    yearsSinceAny: inspectionYears(Math.max(last.started, ungradedBy(school, knownBy)), day, setting.pauses),
    before: before?.standing ?? 0,
    beforeThat: judged.at(-3)?.standing ?? 0,
    inspections: judged.length,
    everBelow: below !== undefined,
    everLowest: judged.some(({ standing }) => standing === 4),
    best: Math.min(...judged.map(({ standing }) => standing)) as Standing,
    yearsBetween: before === undefined ? NaN : (last.started - before.started) / daysInYear,
    yearsSinceBelow: below === undefined ? NaN : (day - below.started) / daysInYear,
    phase: history.phase,
    progress: weight * mean(progress.slice(-2).flat()),
    progressLast: weight * mean(progress.at(-1) ?? []),
    progressWeakest: weight * Math.min(...(progress.at(-1) ?? [NaN])),
    progressChange: weight * (mean(progress.at(-1) ?? []) - mean(progress.at(-2) ?? [])),
    attainment: weight * mean(attainment.slice(-2).flat()),
    attainmentLast: weight * mean(attainment.at(-1) ?? []),
    higher: weight * mean(of('ks2-rwm-higher').slice(-2).flat()),
    levels2013: mean(of(...levelsMeasures).at(-1) ?? []),
    progress8: mean(progress8.slice(-2)),
    progress8Last: progress8.at(-1) ?? NaN,
    progress8Change: (progress8.at(-1) ?? NaN) - (progress8.at(-2) ?? NaN),
    attainment8: mean(of('ks4-attainment-8').slice(-2).flat()),
    ebacc: of('ks4-ebacc-entry').flat().at(-1) ?? NaN,
    absence: of('absence-overall').flat().at(-1) ?? NaN,
    cohort: results.cohort,
    pupils: history.pupils ?? NaN,
    academy,
    yearsAsAcademy: academy === 0 ? NaN : (day - (school.opened ?? day)) / daysInYear,
    authorityFalls: setting.authorityFalls(history.authority, Math.min(day, knownBy)),
    deprivation: history.idaciQuintile ?? 0,
    newestResults: results.newest,
  };
}

function ungradedBy({ ungraded }: TrackedSchool, day: Day): Day {
  return ungraded !== null && ungraded <= day ? ungraded : -Infinity;
}

/** A school keeps its number as long as its type: an academy was one from the day its number was opened. */
function academyOn({ history, opened }: TrackedSchool, day: Day): Facts['academy'] {
  if (history.sector !== 'academy' && history.sector !== 'free school') return 0;
  if (opened !== null && opened > day) return 0;
  return /sponsor/i.test(history.type) ? 2 : 1;
}

/** A year's places of one measure or of several. */
interface YearPlaces {
  readonly year: SchoolYear;
  readonly places: readonly number[];
}

/** What results say on a day. */
interface ResultsKnown {
  /** Year by year, oldest first. */
  readonly byYear: (measures: readonly MeasureId[]) => readonly YearPlaces[];
  readonly cohort: number;
  readonly newest: SchoolYear | null;
}

function resultsKnown(school: TrackedSchool, day: Day): ResultsKnown {
  const oldest = schoolYearOfDay(day) - oldestResults;
  const years = new Map<MeasureId, readonly YearPlaces[]>();
  let cohort = 0;
  let newest = 0;
  for (const [measure, placed] of school.results) {
    const own: YearPlaces[] = [];
    for (const { year, known, place, cohort: pupils } of placed) {
      if (known > day || year < oldest) continue;
      own.push({ year, places: [place] });
      newest = Math.max(newest, year);
      if (primaryMeasures.has(measure)) cohort = Math.max(cohort, pupils ?? 0);
    }
    years.set(measure, own);
  }
  return {
    byYear: (measures) => together(measures.map((measure) => years.get(measure) ?? [])),
    cohort,
    newest: newest === 0 ? null : newest,
  };
}

function together(measures: readonly (readonly YearPlaces[])[]): readonly YearPlaces[] {
  if (measures.length === 1) return measures[0] ?? [];
  const byYear = Map.groupBy(measures.flat(), ({ year }) => year);
  return [...byYear]
    .map(([year, parts]) => ({ year, places: parts.flatMap(({ places }) => places) }))
    .toSorted((a, b) => a.year - b.year);
}

function schoolYearOfDay(day: Day): SchoolYear {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() + (date.getUTCMonth() >= 8 ? 1 : 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? NaN : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
