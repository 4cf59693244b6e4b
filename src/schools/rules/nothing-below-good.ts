import type { Inspection } from './inspection.ts';

/**
 * Whether nothing that the latest full inspection judged was below good, in the words of its own framework: an overall
 * grade of good or outstanding; where none was given, no area below good; on a report card no area below the expected
 * standard and safeguarding met. No grade is turned into one of another framework: each is held against its own line.
 * An inspection that judged nothing says nothing.
 */
export function nothingBelowGood(inspection: Inspection): boolean {
  if (inspection.category !== null) return false;
  if (inspection.kind === 'graded' && inspection.overall !== null && inspection.overall !== 'not judged') {
    return inspection.overall <= 2;
  }
  const judged = inspection.judgements.filter(({ grade }) => grade !== 'not applicable');
  return judged.length > 0 && judged.every(({ grade }) => !below.has(grade));
}

const below: ReadonlySet<unknown> = new Set([
  3,
  4,
  'Needs attention',
  'Urgent improvement',
  'Not met',
  'Not effective',
]);
