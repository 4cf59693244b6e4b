import type { Evidence } from '#/schools/rules/evidence.ts';
import { schoolWith } from '#/schools/rules/school.fixture.ts';
import type { MeasureId, MeasureValue } from '#/schools/rules/value.ts';

export { inspected, schoolWith } from '#/schools/rules/school.fixture.ts';

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
    heads: [],
    values: [],
    supplied: [],
    similar: null,
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
