import type { IsoDate } from '#/schools/rules/dates.ts';
import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SuppliedItem, SuppliedValue } from '#/schools/rules/supplied.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { IndicatorId, Reading } from '../reading.ts';
import { noEvidence, numbersOf } from '../reading-without-evidence.ts';

/** A number that the authority supplied, with the day it is true of. */
export interface SuppliedNumber {
  readonly number: number;
  readonly on: IsoDate;
  readonly supplied: SuppliedValue;
}

/** The newest value of an item known and true on the policy's date, unless it is older than the indicator reads. */
export function newestSupplied(
  evidence: Evidence,
  policy: AnalysisPolicy,
  item: SuppliedItem,
  withinYears: number,
): SuppliedValue | null {
  const known = evidence.supplied.filter(
    (value) =>
      value.item === item &&
      value.knownOn <= policy.asAt &&
      value.on <= policy.asAt &&
      yearsBetween(value.on, policy.asAt) < withinYears,
  );
  // Of two told for one day the one told later stands.
  return (
    known.toSorted((a, b) => b.on.localeCompare(a.on) || b.knownOn.localeCompare(a.knownOn)).at(0) ?? null
  );
}

/** The same for an item that is a number, as recent as the indicator asks. */
export function newestNumber(
  evidence: Evidence,
  policy: AnalysisPolicy,
  id: IndicatorId,
  item: SuppliedItem,
): SuppliedNumber | null {
  const [within = 0] = numbersOf(policy, id, 'withinYears');
  const supplied = newestSupplied(evidence, policy, item, within);
  return supplied === null || typeof supplied.value !== 'number'
    ? null
    : { number: supplied.value, on: supplied.on, supplied };
}

/** No reading, for want of files of the authority's own. */
export function nothingSupplied(policy: AnalysisPolicy, id: IndicatorId, what: string): Reading {
  const [within = 0] = numbersOf(policy, id, 'withinYears');
  return noEvidence(
    policy,
    id,
    `The authority has supplied no ${what} of the school that is true of the last ${within} years. That says nothing about the school.`,
  );
}

/** How many of the steps a number reaches: its points. */
export function stepsReached(number: number, steps: readonly number[]): number {
  return steps.filter((step) => number >= step).length;
}
