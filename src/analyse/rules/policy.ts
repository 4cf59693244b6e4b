import { inForceOn } from '#/law/dated.ts';
import type { InspectionFramework, Measure, Reference } from '#/law/reference.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Scheme } from './scheme.ts';

/** Everything a rule needs beside the evidence: the scheme, the reference data, and the day it is asked about. */
export interface AnalysisPolicy {
  readonly asAt: IsoDate;
  readonly scheme: Scheme;
  /** The framework under which the next inspection would take place. */
  readonly framework: InspectionFramework;
  readonly reference: Reference;
}

/**
 * The policy for an analysis as at a date.
 *
 * @throws KnownError when the reference data does not cover the date
 * @throws RangeError when there is no such scheme
 */
export function policyFrom(reference: Reference, schemeId: string, asAt: IsoDate): AnalysisPolicy {
  const scheme = reference.schemes.find(({ id }) => id === schemeId);
  if (scheme === undefined) {
    const known = reference.schemes.map(({ id }) => id).join(', ');
    throw new RangeError(`There is no scheme ${schemeId}; there is ${known}.`);
  }
  return {
    asAt,
    scheme,
    framework: inForceOn('inspection frameworks', reference.frameworks, asAt),
    reference,
  };
}

/** A measure's definition: its spans, its spread between schools. */
export function measureIn(policy: AnalysisPolicy, id: MeasureId): Measure {
  const measure = policy.reference.measures.find((candidate) => candidate.id === id);
  if (measure === undefined) throw new RangeError(`reference/measures.json has no ${id}`);
  return measure;
}

/** England's figure in a year; `null` when none is known. Progress of all pupils is 0 in England by its definition. */
export function englandIn(
  policy: AnalysisPolicy,
  measure: Measure,
  year: SchoolYear,
  group: Group = 'all',
): number | null {
  if (measure.kind === 'progress' && group === 'all') return 0;
  return englandFigures(policy.reference).get(`${measure.id} ${year} ${group}`) ?? null;
}

/** England's figures by measure, year and group: asked for several times for every school. */
const figures = new WeakMap<Reference, ReadonlyMap<string, number>>();

function englandFigures(reference: Reference): ReadonlyMap<string, number> {
  const before = figures.get(reference);
  if (before !== undefined) return before;
  const found = new Map(
    [...reference.nationalFigures, ...reference.nationalFiguresByGroup].flatMap(
      ({ measure, year, group = 'all', number }) =>
        number === null ? [] : [[`${measure} ${year} ${group}`, number] as const],
    ),
  );
  figures.set(reference, found);
  return found;
}

/** England's figure for the kind of school; `null` when none is known. */
export function englandOfPhase(
  { reference }: AnalysisPolicy,
  id: MeasureId,
  phase: Phase,
  year: SchoolYear,
): number | null {
  const figure = reference.phaseFigures.find(
    (candidate) => candidate.measure === id && candidate.phase === phase && candidate.year === year,
  );
  return figure?.number ?? null;
}
