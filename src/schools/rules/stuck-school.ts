import type { Evidence } from './evidence.ts';
import type { Inspection } from './inspection.ts';
import type { IsoDate } from './dates.ts';
import { fullInspectionsKnown, overallInWords } from './inspection-words.ts';

/** Which wording of the Department's rule was applied: the versions of `reference/stuck-school-rule.json`. */
export type StuckRuleVersion = 'overall grade' | 'no overall grade' | 'report card';

export interface StuckReading {
  readonly stuck: boolean;
  /** `null` when there are not two full inspections to look at. */
  readonly version: StuckRuleVersion | null;
  /** One sentence: why, or why not. */
  readonly reason: string;
}

/**
 * Whether a school is *stuck* in the Department for Education's sense: requires improvement, or its equivalent, at the
 * latest full inspection, and below good at the one before (`reference/stuck-school-rule.json`). What counts at the latest inspection
 * follows from how that inspection was graded:
 *
 * - an overall grade: requires improvement;
 * - no overall grade (September 2024 to November 2025): quality of education, or leadership and management, below good.
 *   Inadequate counts here unless Ofsted put the school in a category of concern, when other powers apply;
 * - report card: leadership and governance needs attention.
 *
 * At the inspection before, requires improvement and inadequate both count; so does a predecessor's.
 */
export function isStuck(evidence: Evidence, asAt: IsoDate = evidence.asAt): StuckReading {
  const [latest, previous] = fullInspectionsKnown(evidence, asAt);
  if (latest === undefined || previous === undefined) {
    return { stuck: false, version: null, reason: 'Fewer than two full inspections are known.' };
  }
  const version = versionFor(latest);
  const now = belowGoodNow(latest, version);
  const before = belowGoodBefore(previous);
  const stuck = now !== null && before !== null;
  return {
    stuck,
    version,
    reason: `Latest inspection (${latest.startedOn.slice(0, 4)}): ${now ?? `not below good in the rule's sense (${overallInWords(latest)})`}. Before it (${previous.startedOn.slice(0, 4)}): ${before ?? `not below good (${overallInWords(previous)})`}.`,
  };
}

function versionFor(latest: Inspection): StuckRuleVersion {
  if (latest.kind === 'report card') return 'report card';
  return latest.overall === 'not judged' ? 'no overall grade' : 'overall grade';
}

const decisiveAreas = ['quality of education', 'leadership and management'] as const;

/** The words of what was below good, or `null`. */
function belowGoodNow(latest: Inspection, version: StuckRuleVersion): string | null {
  switch (version) {
    case 'report card':
      return latest.judgements.some(
        ({ area, grade }) => is(area, 'leadership and governance') && grade === 'Needs attention',
      )
        ? 'leadership and governance needs attention'
        : null;
    case 'no overall grade':
      return latest.category === null ? weakDecisiveAreas(latest) : null;
    case 'overall grade':
      return latest.overall === 3 ? overallInWords(latest) : null;
  }
}

function belowGoodBefore(previous: Inspection): string | null {
  if (previous.overall === 3 || previous.overall === 4) return overallInWords(previous);
  if (previous.overall === 'not judged') return weakDecisiveAreas(previous);
  if (previous.kind !== 'report card') return null;
  const weak = previous.judgements.some(
    ({ area, grade }) =>
      is(area, 'leadership and governance') &&
      (grade === 'Needs attention' || grade === 'Urgent improvement'),
  );
  return weak ? 'leadership and governance below the expected standard' : null;
}

function weakDecisiveAreas(inspection: Inspection): string | null {
  const weak = inspection.judgements
    .filter(
      ({ area, grade }) =>
        (grade === 3 || grade === 4) && decisiveAreas.some((decisive) => is(area, decisive)),
    )
    .map(({ area, grade }) => `${area.toLowerCase()} ${grade === 3 ? 'requires improvement' : 'inadequate'}`);
  return weak.length > 0 ? weak.toSorted().join(', ') : null;
}

/** Files say `Effectiveness of leadership and management`, reports `Leadership and management`. */
function is(area: string, name: string): boolean {
  const words = area.toLowerCase();
  return words === name || words === `effectiveness of ${name}`;
}
