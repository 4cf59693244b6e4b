import type { SchoolYear } from '#/schools/rules/dates.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { whyNoInspection } from '#/schools/rules/inspection-words.ts';
import type { Missing } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { IndicatorId, Reading } from './reading.ts';
import { dateInWords, list } from './words.ts';

/** The indicator as the scheme names it, or as it stands where the scheme does not count it. */
export function indicatorIn(
  { scheme, reference }: AnalysisPolicy,
  id: IndicatorId,
): { readonly title: string; readonly maximum: number } {
  const indicator = [...scheme.indicators, ...reference.indicators].find((candidate) => candidate.id === id);
  if (indicator === undefined) throw new RangeError(`reference/indicators.json has no ${id}`);
  return indicator;
}

/** Numbers an indicator turns on: the scheme's own where it says so, otherwise the reference data's. */
export function numbersOf(
  { scheme, reference }: AnalysisPolicy,
  id: IndicatorId,
  setting: string,
): readonly number[] {
  const own = scheme.indicators.find((candidate) => candidate.id === id)?.settings?.[setting];
  const usual = reference.indicators.find((candidate) => candidate.id === id)?.settings[setting];
  const numbers = (own ?? usual)?.numbers;
  if (numbers === undefined) throw new RangeError(`reference/indicators.json sets no ${setting} of ${id}`);
  return numbers;
}

/** Why there is no full inspection to read: none took place, as Ofsted's own list says, or no file could tell of one. */
export function noInspectionInWords(evidence: Evidence): string {
  return whyNoInspection(evidence) === 'not yet inspected'
    ? 'Ofsted lists the school without a full inspection, of itself or of a predecessor.'
    : `No inspection file known on ${dateInWords(evidence.asAt)} lists the school, so it is not known whether it had been inspected.`;
}

/** A reading that cannot be made: no points, neither good nor bad, and why. */
export function noEvidence(
  policy: AnalysisPolicy,
  id: IndicatorId,
  reason: string,
  shown = 'no evidence',
): Reading {
  const { title, maximum } = indicatorIn(policy, id);
  return {
    indicator: id,
    title,
    state: 'no evidence',
    shown,
    number: null,
    unit: null,
    threshold: 'nothing to hold it against',
    points: 0,
    maximum,
    pointsCouldBe: [0, 0],
    interval: null,
    period: null,
    sources: [],
    reason,
  };
}

/** Why results cannot be read, for a head who looks for them. */
export function whyNoResults(
  what: string,
  { missing, unweighed }: { readonly missing: Missing | null; readonly unweighed: readonly SchoolYear[] },
  years: number,
): string {
  if (unweighed.length > 0) {
    return `${what}: the file with the figures of ${list(unweighed.map(schoolYearName))} gives no pupil numbers, so they cannot be told from chance.`;
  }
  if (missing === 'suppressed') {
    return `${what} are not published for the school because too few pupils took part. That says nothing about how good they are.`;
  }
  if (missing !== null && years === 0)
    return `${what}: ${missing}. That says nothing about how good they are.`;
  return `${what}: no figures for the school are in the files imported.`;
}
