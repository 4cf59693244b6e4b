import type { Evidence, InspectionsKnownFrom } from './evidence.ts';
import type { Inspection, Judgement } from './inspection.ts';
import type { Phase } from './school.ts';
import { schoolWith } from './school.fixture.ts';

export { inspected as graded } from './school.fixture.ts';

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
  const school = schoolWith({ phase, pupils, registerKnownLater });
  return {
    asAt,
    school,
    lineage: [],
    inspections,
    inspectionsKnownFrom,
    heads: [],
    values: [],
    supplied: [],
    similar: null,
  };
}
