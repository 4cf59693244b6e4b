import { addDays, daysBetween, schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import { inspectionDay, presentDay, resultYears, termsOf, workingDay, type Term } from '../calendar.ts';
import { trusts } from '../county/county.ts';
import {
  isMaintained,
  isPrimary,
  type Establishment,
  type Lineage,
  type Running,
} from '../county/lineage.ts';
import { chanceFor, type Chance } from '../random.ts';
import { ks2PupilsOf, type Ks2Pupil } from '../results/key-stage-2-pupils.ts';
import { ks4PupilsOf, type Ks4Pupil } from '../results/key-stage-4-pupils.ts';
import {
  categoryFor,
  gradeFor,
  judgementsFor,
  outcomeFor,
  reportCardCategory,
  reportCardFor,
} from './grading.ts';
import type { Inspected, OldGrade } from './inspection.ts';
import { firstYear, lastYear, qualityIn, qualityOf, type Quality } from './quality.ts';
import { regimeOn, type Regime } from './regimes.ts';

/** One place of learning through the years: its forms in the register, its inspections, its results. */
export interface Life {
  readonly lineage: Lineage;
  readonly establishments: readonly Establishment[];
  /** Oldest first. */
  readonly inspections: readonly Inspected[];
  readonly ks2: ReadonlyMap<SchoolYear, readonly Ks2Pupil[]>;
  readonly ks4: ReadonlyMap<SchoolYear, readonly Ks4Pupil[]>;
  readonly quality: Quality;
}

/** What the inspectorate goes by: when it last came, what it found, and whether it must come back soon. */
interface Standing {
  grade: OldGrade | null;
  lastRoutine: IsoDate | null;
  gradedNext: boolean;
}

/** Lives one lineage through from the autumn of 2009. Depends on nothing but the lineage itself. */
export function lifeOf(lineage: Lineage): Life {
  const chance = chanceFor('life', lineage.id);
  const quality = qualityOf(lineage);
  const years = resultYears.filter((year) => takesTestsIn(lineage, year));
  const ks2 = new Map(years.map((year) => [year, ks2PupilsOf(lineage, quality, year)]));
  const ks4 = new Map(years.map((year) => [year, ks4PupilsOf(lineage, quality, year)]));
  const establishments: Establishment[] = [firstForm(lineage)];
  const inspections: Inspected[] = [];
  const standing: Standing = { grade: null, lastRoutine: null, gradedNext: false };
  const tools = { lineage, quality, ks2, ks4, establishments, inspections, standing, chance };

  if (lineage.opensOn === null) earlierInspections(tools);
  for (let year = firstYear; year <= lastYear; year++) {
    for (const term of termsOf(year)) {
      takeNewForm(tools, term);
      inspectMaybe(tools, term);
    }
  }
  return { lineage, establishments, inspections, ks2, ks4, quality };
}

interface Tools {
  readonly lineage: Lineage;
  readonly quality: Quality;
  readonly ks2: ReadonlyMap<SchoolYear, readonly Ks2Pupil[]>;
  readonly ks4: ReadonlyMap<SchoolYear, readonly Ks4Pupil[]>;
  readonly establishments: Establishment[];
  readonly inspections: Inspected[];
  readonly standing: Standing;
  readonly chance: Chance;
}

function takesTestsIn(lineage: Lineage, year: SchoolYear): boolean {
  const summer = `${year}-05-15`;
  if (lineage.closesOn !== null && lineage.closesOn < summer) return false;
  if (lineage.opensOn === null) return true;
  // A new school has no eleven-year-olds for its first years; an amalgamated one has them at once.
  return lineage.openedBecause === 'Result of Amalgamation'
    ? lineage.opensOn <= summer
    : addDays(lineage.opensOn, 1600) <= summer;
}

function firstForm(lineage: Lineage): Establishment {
  return {
    lineage,
    form: 0,
    urn: '',
    name: `${lineage.stem} ${lineage.ending}`,
    running: lineage.running,
    estab: lineage.estab,
    trust: isMaintained(lineage.running) ? null : lineage.trust,
    opensOn: lineage.opensOn,
    openedBecause: lineage.openedBecause,
    closesOn: lineage.closesOn,
    closedBecause:
      lineage.closesOn === null
        ? 'Not applicable'
        : lineage.mergesInto === null
          ? 'Closure'
          : 'Result of Amalgamation/Merger',
  };
}

/** One graded inspection under the framework of 2005, and for half the schools one before it. */
function earlierInspections(tools: Tools): void {
  const { chance } = tools;
  const latest = addDays('2006-09-15', chance.whole(0, 1000));
  if (chance.happens(0.5))
    gradedInspection(tools, addDays(latest, -chance.whole(500, 1100)), regimeOn('2009-09-01'), 'graded');
  gradedInspection(tools, latest, regimeOn('2009-09-01'), 'graded');
}

/** Joins a trust on its chosen day, or is taken over by a sponsor about a year after it was found inadequate. */
function takeNewForm({ lineage, establishments, inspections, standing, chance }: Tools, term: Term): void {
  const now = establishments.at(-1);
  if (now === undefined || !isMaintained(now.running) || (now.closesOn !== null && now.closesOn < term.from))
    return;
  if (lineage.kind === 'nursery' || lineage.mergesInto !== null) return;
  const failed = inspections.at(-1);
  const mustConvert =
    failed !== undefined &&
    failed.overall === 4 &&
    failed.startedOn >= '2010-09-01' &&
    daysBetween(failed.publishedOn, term.from) > 300 &&
    chance.happens(0.65);
  const wants =
    lineage.convertsOn !== null &&
    lineage.convertsOn <= term.from &&
    lineage.convertsOn > addDays(term.from, -200);
  if (!mustConvert && !wants) return;
  const opensOn = mustConvert ? `${term.from.slice(0, 8)}01` : (lineage.convertsOn ?? term.from);
  const running = takenOverForm(now.running, mustConvert);
  now.closesOn = addDays(opensOn, -1);
  now.closedBecause = mustConvert ? 'For Academy' : 'Academy Converter';
  establishments.push({
    lineage,
    form: establishments.length,
    urn: '',
    name: academyName(lineage, mustConvert, chance),
    running,
    estab: mustConvert ? now.estab + 400 : now.estab,
    trust:
      lineage.trust ??
      trusts.find((trust) => trust.districts.length === 0 && trust.character === 'none') ??
      null,
    opensOn,
    openedBecause: mustConvert ? 'Fresh Start' : 'Academy Converter',
    closesOn: lineage.closesOn,
    closedBecause: lineage.closesOn === null ? 'Not applicable' : 'Closure',
  });
  // A sponsored academy is a new school to the inspectorate: it comes in the third year.
  if (mustConvert) Object.assign(standing, { grade: null, lastRoutine: opensOn, gradedNext: false });
}

function takenOverForm(running: Running, sponsored: boolean): Running {
  if (running === 'community special') return sponsored ? 'special sponsored' : 'special converter';
  if (running === 'pupil referral unit') {
    return sponsored ? 'alternative provision sponsored' : 'alternative provision converter';
  }
  return sponsored ? 'sponsored' : 'converter';
}

function academyName(lineage: Lineage, sponsored: boolean, chance: Chance): string {
  if (lineage.kind === 'secondary')
    return `${lineage.stem} ${sponsored ? 'Academy' : chance.pick(['Academy', lineage.ending, lineage.ending])}`;
  const ending = lineage.ending.replace('Community ', '');
  return `${lineage.stem} ${sponsored || chance.happens(0.4) ? ending.replace('School', 'Academy') : lineage.ending}`;
}

function inspectMaybe(tools: Tools, term: Term): void {
  const { establishments, standing, chance } = tools;
  const on = inspectionDay(addDays(term.from, chance.whole(0, daysBetween(term.from, term.to) - 3)));
  const school = establishments.at(-1);
  if (
    school === undefined ||
    on > presentDay ||
    (school.closesOn !== null && addDays(school.closesOn, -90) < on)
  )
    return;
  if (school.opensOn !== null && school.opensOn > on) return;
  const regime = regimeOn(on);
  if (!chance.happens(hazardOf(standing, school, regime, on))) return;
  const good = standing.grade === 1 || standing.grade === 2;
  if (regime.name === 'report cards') reportCardInspection(tools, on, regime);
  else if (good && !standing.gradedNext && chance.happens(ungradedShare(standing, regime, on)))
    ungradedInspection(tools, on, regime);
  else gradedInspection(tools, on, regime, 'graded');
}

/** Outstanding schools were exempt until 2020; afterwards most got a graded inspection at once. */
function ungradedShare(standing: Standing, regime: Regime, on: IsoDate): number {
  return standing.grade === 1 ? (on < '2021-09-01' ? 0 : 0.45) : regime.ungradedShare;
}

function hazardOf(standing: Standing, school: Establishment, regime: Regime, on: IsoDate): number {
  const since = standing.lastRoutine ?? school.opensOn;
  const years = since === null ? 9 : daysBetween(since, on) / 365.25;
  if (regime.hazard(3, 9) === 0) return 0;
  if (standing.grade === null) return years < 1.8 ? 0 : years < 2.6 ? 0.3 : 0.6;
  if (standing.gradedNext) return years < 0.8 ? 0 : years < 1.5 ? 0.25 : 0.5;
  return regime.hazard(standing.grade, years);
}

/** What inspectors meet: the school as it is, the results before them, and the luck of the two days. */
function performanceOn({ quality, ks2, ks4, chance }: Tools, on: IsoDate): number {
  const year = schoolYearOf(on);
  const years = resultYears.filter((known) => known < year && known >= year - 3);
  // Both key stages in standard deviations of pupils' progress, shrunk where there are few.
  const added = years.flatMap((known) => [
    ...(ks2.get(known) ?? []).map(({ progress }) => (progress.READ + progress.WRIT + progress.MAT) / 17),
    ...(ks4.get(known) ?? []).flatMap((pupil) => (pupil.progress8 === null ? [] : pupil.progress8 / 1.27)),
  ]);
  const results = added.reduce((sum, each) => sum + each, 0) / (added.length + 15);
  return qualityIn(quality, year) + 0.35 * results + chance.normal() * 0.45;
}

function published(on: IsoDate, chance: Chance): IsoDate {
  return workingDay(addDays(on, chance.whole(22, 48)));
}

function gradedInspection(tools: Tools, day: IsoDate, regime: Regime, _kind: 'graded'): void {
  const { lineage, establishments, inspections, standing, chance } = tools;
  const establishment = establishments.at(-1);
  if (establishment === undefined) return;
  const startedOn = inspectionDay(day);
  const performance = performanceOn(tools, startedOn);
  const judged = startedOn < '2024-09-23';
  const grade = gradeFor(performance, regime);
  const judgements = judgementsFor(lineage, judged ? grade : null, performance, regime, startedOn, chance);
  const visit = standing.grade === 3 ? ' Visit 1' : '';
  const type =
    standing.grade === 3 && startedOn >= '2013-09-01'
      ? `Requires Improvement S5 Reinspection${visit}`
      : standing.grade === 1 && startedOn >= '2012-09-01' && startedOn < '2020-09-01'
        ? 'Exempt School Inspection'
        : 'S5 Inspection';
  const deemed = type === 'Exempt School Inspection';
  inspections.push({
    establishment,
    startedOn,
    publishedOn: published(startedOn, chance),
    kind: 'graded',
    number: '',
    type,
    typeGrouping: deemed ? 'Section 8 deemed section 5' : type,
    eventGrouping: deemed ? 'Schools - S8 deemed S5' : 'Schools - S5',
    overall: judged ? grade : 'Not judged',
    category: categoryFor(judged ? grade : null, judgements, startedOn, chance),
    judgements,
    card: null,
    outcome: null,
    converted: false,
  });
  Object.assign(standing, {
    grade: judged ? grade : worst(judgements.qualityOfEducation, judgements.leadership),
    lastRoutine: startedOn,
    gradedNext: false,
  });
}

function worst(one: OldGrade | null, other: OldGrade): OldGrade {
  return one === null ? other : (Math.max(one, other) as OldGrade);
}

function ungradedInspection(tools: Tools, startedOn: IsoDate, regime: Regime): void {
  const { establishments, inspections, standing, chance } = tools;
  const establishment = establishments.at(-1);
  if (establishment === undefined || (standing.grade !== 1 && standing.grade !== 2)) return;
  if (chance.happens(regime.conversion)) {
    gradedInspection(tools, startedOn, regime, 'graded');
    return;
  }
  const outcome = outcomeFor(standing.grade, performanceOn(tools, startedOn), regime, startedOn, chance);
  inspections.push({
    establishment,
    startedOn,
    publishedOn: published(startedOn, chance),
    kind: 'ungraded',
    number: '',
    type: '',
    typeGrouping: '',
    eventGrouping: '',
    overall: null,
    category: null,
    judgements: null,
    card: null,
    outcome,
    converted: false,
  });
  Object.assign(standing, {
    lastRoutine: startedOn,
    gradedNext: outcome.includes('S5 Next') || outcome === 'Some aspects not as strong',
  });
}

function reportCardInspection(tools: Tools, startedOn: IsoDate, _regime: Regime): void {
  const { lineage, establishments, inspections, standing, chance } = tools;
  const establishment = establishments.at(-1);
  if (establishment === undefined) return;
  const card = reportCardFor(lineage, performanceOn(tools, startedOn), chance);
  inspections.push({
    establishment,
    startedOn,
    publishedOn: published(startedOn, chance),
    kind: 'report card',
    number: '',
    type: 'S5 Inspection',
    typeGrouping: 'S5 Inspection',
    eventGrouping: 'Schools - S5',
    overall: null,
    category: reportCardCategory(card),
    judgements: null,
    card,
    outcome: null,
    converted: false,
  });
  Object.assign(standing, { lastRoutine: startedOn, gradedNext: false });
}

/** Whether a place has primary-age children: used by the tests of counts by phase. */
export function isPrimaryLife(life: Life): boolean {
  return isPrimary(life.lineage.kind);
}
