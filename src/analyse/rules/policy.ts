import { inForceOn } from '#/law/dated.ts';
import type { InspectionFramework, Measure, Reference } from '#/law/reference.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
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

/** England's figure in a year; `null` when none is known. Progress is 0 in England by its definition. */
export function englandIn(policy: AnalysisPolicy, measure: Measure, year: SchoolYear): number | null {
  if (measure.kind === 'progress') return 0;
  const figure = policy.reference.nationalFigures.find(
    (candidate) => candidate.measure === measure.id && candidate.year === year,
  );
  return figure?.number ?? null;
}
