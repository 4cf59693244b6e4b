import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import type { School } from '#/schools/rules/school.ts';
import type { MeasureId, MeasureValue } from '#/schools/rules/value.ts';

/** An invented maintained primary school. */
export function schoolWith(changes: Partial<School> = {}): School {
  return {
    urn: '900001',
    name: 'Fen End Primary School',
    laestab: null,
    authorityCode: null,
    authority: 'Invented County',
    region: null,
    district: null,
    constituency: null,
    postcode: null,
    phase: 'primary',
    type: 'Community School',
    sector: 'maintained',
    status: 'open',
    openedOn: null,
    closedOn: null,
    lowestAge: 4,
    highestAge: 11,
    pupils: 200,
    capacity: 210,
    trust: null,
    sponsor: null,
    federation: null,
    religiousCharacter: null,
    diocese: null,
    idaciQuintile: null,
    registerKnownLater: false,
    sources: [],
    ...changes,
  };
}

/** A full inspection with an overall grade, known five weeks later. */
export function inspected(
  startedOn: string,
  overall: Inspection['overall'],
  changes: Partial<Inspection> = {},
): Inspection {
  return {
    number: `1-${startedOn}`,
    kind: 'graded',
    urnAtTime: '900001',
    nameAtTime: null,
    typeAtTime: null,
    ofThisSchool: true,
    inspectionType: null,
    startedOn,
    publishedOn: startedOn,
    knownOn: startedOn,
    knownOnIsAssumed: false,
    overall,
    category: null,
    judgements: [],
    outcome: null,
    convertedToGraded: null,
    source: { source: 'inspections', row: 2 },
    ...changes,
  };
}

/** One year of one measure, known at the end of the calendar year. */
export function result(
  measure: MeasureId,
  year: number,
  number: number,
  cohort: number,
  changes: Partial<MeasureValue> = {},
): MeasureValue {
  return {
    urn: '900001',
    year,
    measure,
    group: 'all',
    value: { number },
    cohort,
    interval: null,
    status: 'final',
    knownOn: `${year}-12-14`,
    source: { source: `results-${year}`, row: 2 },
    ...changes,
  };
}

/** Evidence as at 31 January 2019, where nothing else is said. */
export function evidenceWith(changes: Partial<Evidence> = {}): Evidence {
  return {
    asAt: '2019-01-31',
    school: schoolWith(),
    lineage: [],
    inspections: [],
    inspectionsKnownFrom: 'ofsted',
    values: [],
    ...changes,
  };
}

/** Three years of key stage 2 at a distance from England, in percentage points, and progress scores all alike. */
export function keyStage2(
  difference: number,
  pupils: number,
  progress: number | null = null,
): readonly MeasureValue[] {
  const england = { 2016: 53, 2017: 61, 2018: 64 } as const;
  const subjects = ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress'] as const;
  return ([2016, 2017, 2018] as const).flatMap((year) => [
    result('ks2-rwm-expected', year, england[year] + difference, pupils),
    ...(progress === null ? [] : subjects.map((subject) => result(subject, year, progress, pupils))),
  ]);
}
