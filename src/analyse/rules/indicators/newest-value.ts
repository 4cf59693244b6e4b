import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { MeasureId, SourceRef } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from '../policy.ts';

/** One year's number of the school itself. */
export interface YearsNumber {
  readonly number: number;
  readonly year: SchoolYear;
  readonly cohort: number | null;
  readonly source: SourceRef;
}

/** The school's own numbers of a measure known on the date, oldest first; missing ones are left out. */
export function numbersKnown(
  evidence: Evidence,
  policy: AnalysisPolicy,
  id: MeasureId,
): readonly YearsNumber[] {
  return evidence.values
    .flatMap(({ urn, measure, group, value, year, cohort, knownOn, source }) =>
      measure === id &&
      group === 'all' &&
      urn === evidence.school.urn &&
      knownOn <= policy.asAt &&
      'number' in value
        ? [{ number: value.number, year, cohort, source }]
        : [],
    )
    .toSorted((a, b) => a.year - b.year);
}

/** The newest of them; `null` when there is none. */
export function newestValue(evidence: Evidence, policy: AnalysisPolicy, id: MeasureId): YearsNumber | null {
  return numbersKnown(evidence, policy, id).at(-1) ?? null;
}

/** Pupils on roll: by the newest census known, otherwise by the register; `null` when neither says. */
export function pupilsIn(evidence: Evidence, policy: AnalysisPolicy): number | null {
  const pupils = newestValue(evidence, policy, 'pupils-on-roll')?.number ?? evidence.school.pupils;
  return pupils === null || pupils <= 0 ? null : pupils;
}
