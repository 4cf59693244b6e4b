import { addDays, daysBetween, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import { inspectionDay, presentDay, resultYears, workingDay, type Term } from '../calendar.ts';
import type { Establishment } from '../county/lineage.ts';
import type { Chance } from '../random.ts';
import {
  categoryFor,
  gradeFor,
  judgementsFor,
  outcomeFor,
  reportCardCategory,
  reportCardFor,
} from './grading.ts';
import type { Inspected, OldGrade } from './inspection.ts';
import type { Living, Standing } from './living.ts';
import { qualityIn } from './quality.ts';
import { regimeOn, type Regime } from './regimes.ts';

/** Whether the inspectorate comes this term, and what kind of inspection it is. */
export function inspectMaybe(living: Living, term: Term): void {
  const { establishments, standing, chance } = living;
  const on = inspectionDay(addDays(term.from, chance.whole(0, daysBetween(term.from, term.to) - 3)));
  const school = establishments.at(-1);
  if (school === undefined || on > presentDay) return;
  if (school.closesOn !== null && addDays(school.closesOn, -90) < on) return;
  if (school.opensOn !== null && school.opensOn > on) return;
  const regime = regimeOn(on);
  if (!chance.happens(hazardOf(standing, school, regime, on))) return;
  if (regime.name === 'report cards') reportCardInspection(living, on);
  else if (getsUngraded(standing, regime, on, chance)) ungradedInspection(living, on, regime);
  else gradedInspection(living, on, regime, false);
}

/** One graded inspection under the framework of 2005, and for half the schools one before it. */
export function earlierInspections(living: Living): void {
  const { chance } = living;
  const regime = regimeOn('2009-09-01');
  const latest = addDays('2006-09-15', chance.whole(0, 1000));
  if (chance.happens(0.5)) gradedInspection(living, addDays(latest, -chance.whole(500, 1100)), regime, false);
  gradedInspection(living, latest, regime, false);
}

/** Good schools get short or ungraded inspections from 2015; outstanding ones were exempt until 2020. */
function getsUngraded(standing: Standing, regime: Regime, on: IsoDate, chance: Chance): boolean {
  if (standing.gradedNext) return false;
  if (standing.grade === 2) return chance.happens(regime.ungradedShare);
  return standing.grade === 1 && on >= '2021-09-01' && chance.happens(0.45);
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
function performanceOn({ quality, ks2, ks4, chance }: Living, on: IsoDate): number {
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

function publishedAfter(on: IsoDate, chance: Chance): IsoDate {
  return workingDay(addDays(on, chance.whole(22, 48)));
}

function gradedInspection(living: Living, day: IsoDate, regime: Regime, converted: boolean): void {
  const { lineage, establishments, inspections, standing, chance } = living;
  const establishment = establishments.at(-1);
  if (establishment === undefined) return;
  const startedOn = inspectionDay(day);
  const performance = performanceOn(living, startedOn);
  const overall = startedOn < '2024-09-23' ? gradeFor(performance, regime) : null;
  const judgements = judgementsFor(lineage, overall, performance, regime, startedOn, chance);
  inspections.push({
    establishment,
    startedOn,
    publishedOn: publishedAfter(startedOn, chance),
    kind: 'graded',
    number: '',
    ...typeOf(standing, establishment, converted, startedOn),
    overall: overall ?? 'Not judged',
    category: categoryFor(overall, judgements, startedOn, chance),
    judgements,
    card: null,
    outcome: null,
  });
  // Without an overall grade the inspectorate goes by quality of education and leadership.
  const grade = overall ?? worse(judgements.qualityOfEducation, judgements.leadership);
  const timesBelowGood = grade === 3 ? standing.timesBelowGood + 1 : 0;
  Object.assign(standing, { grade, lastRoutine: startedOn, gradedNext: false, timesBelowGood });
}

type InspectionType = Pick<Inspected, 'type' | 'typeGrouping' | 'eventGrouping'>;

/** Type and groupings, in the words of the file of August 2025. */
function typeOf(standing: Standing, school: Establishment, converted: boolean, on: IsoDate): InspectionType {
  if (converted) {
    const type =
      on < '2021-09-01'
        ? 'Maintained Academy and School Short inspection'
        : 'Section 8 inspection of good and outstanding schools';
    return { type, typeGrouping: 'Section 8 conversion', eventGrouping: 'Schools – Section 8 conversion' };
  }
  if (standing.grade === 1 && on >= '2012-09-01' && on < '2020-09-01') {
    const groupings = { typeGrouping: 'Section 8 deemed section 5', eventGrouping: 'Schools - S8 deemed S5' };
    return { type: 'Exempt School Inspection', ...groupings };
  }
  const visit = Math.min(4, standing.timesBelowGood);
  const again = standing.grade === 3 && on >= '2013-09-01';
  const first = standing.grade === null && school.running === 'sponsored';
  const type = again
    ? `Requires Improvement S5 Reinspection Visit ${visit}`
    : first
      ? 'Academy First Section 5'
      : 'S5 Inspection';
  return { type, typeGrouping: type, eventGrouping: 'Schools - S5' };
}

function worse(one: OldGrade | null, other: OldGrade): OldGrade {
  return one !== null && one > other ? one : other;
}

function ungradedInspection(living: Living, startedOn: IsoDate, regime: Regime): void {
  const { establishments, inspections, standing, chance } = living;
  const establishment = establishments.at(-1);
  if (establishment === undefined || (standing.grade !== 1 && standing.grade !== 2)) return;
  if (chance.happens(regime.conversion)) {
    gradedInspection(living, startedOn, regime, true);
    return;
  }
  const outcome = outcomeFor(standing.grade, performanceOn(living, startedOn), regime, startedOn, chance);
  inspections.push({
    ...withoutGrades(establishment, startedOn, chance),
    kind: 'ungraded',
    outcome,
  });
  const gradedNext = outcome.includes('S5 Next') || outcome === 'Some aspects not as strong';
  Object.assign(standing, { lastRoutine: startedOn, gradedNext });
}

function reportCardInspection(living: Living, startedOn: IsoDate): void {
  const { lineage, establishments, inspections, standing, chance } = living;
  const establishment = establishments.at(-1);
  if (establishment === undefined) return;
  const card = reportCardFor(lineage, performanceOn(living, startedOn), chance);
  inspections.push({
    ...withoutGrades(establishment, startedOn, chance),
    kind: 'report card',
    type: 'S5 Inspection',
    typeGrouping: 'S5 Inspection',
    eventGrouping: 'Schools - S5',
    category: reportCardCategory(card),
    card,
  });
  Object.assign(standing, { lastRoutine: startedOn, gradedNext: false });
}

/** What ungraded inspections and report cards share: dates, and no grade of the old kind. */
function withoutGrades(establishment: Establishment, startedOn: IsoDate, chance: Chance): Inspected {
  return {
    establishment,
    startedOn,
    publishedOn: publishedAfter(startedOn, chance),
    kind: 'ungraded',
    number: '',
    type: '',
    typeGrouping: '',
    eventGrouping: '',
    overall: null,
    category: null,
    judgements: null,
    card: null,
    outcome: null,
  };
}
