import type { Evidence, InspectionsKnownFrom } from './evidence.ts';
import type { Inspection, Judgement } from './inspection.ts';
import type { Phase } from './school.ts';

/** A full inspection with an overall grade. */
export function graded(
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
    publishedOn: null,
    knownOn: startedOn,
    knownOnIsAssumed: true,
    overall,
    category: null,
    judgements: [],
    outcome: null,
    convertedToGraded: null,
    source: { source: 'inspections', row: 2 },
    ...changes,
  };
}

/** Judgements by area, all of one day. */
export function judged(grades: Readonly<Record<string, Judgement['grade']>>): readonly Judgement[] {
  return Object.entries(grades).map(([area, grade]) => ({ area, grade, gradedOn: null }));
}

/** Evidence of an invented school that has only inspections, as at 1 March 2026. */
export function withInspections(
  inspections: readonly Inspection[],
  changes: {
    readonly asAt?: string;
    readonly phase?: Phase;
    readonly pupils?: number | null;
    readonly registerKnownLater?: boolean;
    readonly inspectionsKnownFrom?: InspectionsKnownFrom;
  } = {},
): Evidence {
  const {
    asAt = '2026-03-01',
    phase = 'primary',
    pupils = 100,
    registerKnownLater = false,
    inspectionsKnownFrom = 'ofsted',
  } = changes;
  const school = {
    urn: '900001',
    name: 'School',
    phase,
    pupils,
    registerKnownLater,
    sources: [] as const,
  } as unknown as Evidence['school'];
  return { asAt, school, lineage: [], inspections, inspectionsKnownFrom, values: [] };
}
