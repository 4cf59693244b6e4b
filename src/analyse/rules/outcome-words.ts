import type { Inspection } from '#/schools/rules/inspection.ts';
import { gradeInWords, overallInWords } from '#/schools/rules/inspection-words.ts';
import { list } from './words.ts';

const categories = {
  SM: 'special measures',
  SWK: 'serious weaknesses',
  RSI: 'requires significant improvement',
  NTI: 'notice to improve',
} as const;

/** A category of concern as Ofsted calls it. */
export function categoryInWords(category: keyof typeof categories): string {
  return categories[category];
}

/** More judgements than this are counted, not listed: the reading of the judgements lists them all. */
const listedAtMost = 2;

/**
 * What a full inspection found, in its own words: the overall grade; or, where there was none, what was below good or
 * below the expected standard. `good`, `quality of education requires improvement (no overall grade given)`,
 * `5 of 6 judgements below good, special measures (no overall grade given)`.
 */
export function outcomeInWords(inspection: Inspection): string {
  const category = inspection.category === null ? '' : `, ${categories[inspection.category]}`;
  if (typeof inspection.overall === 'number') return `${overallInWords(inspection)}${category}`;
  const graded = inspection.judgements.filter(({ grade }) => grade !== 'not applicable');
  if (graded.length === 0) return `${overallInWords(inspection)}${category}`;
  const weak = graded.filter(({ grade }) =>
    [3, 4, 'Needs attention', 'Urgent improvement', 'Not met', 'Not effective'].includes(grade),
  );
  const below = `below ${standardOf(inspection)}`;
  const said =
    weak.length === 0
      ? `nothing ${below}`
      : weak.length > listedAtMost
        ? `${String(weak.length)} of ${String(graded.length)} judgements ${below}`
        : list(weak.map(({ area, grade }) => judgementInWords(area, grade, inspection.startedOn)).toSorted());
  return `${said}${category} (${inspection.kind === 'report card' ? 'report card' : 'no overall grade given'})`;
}

/** What the framework of an inspection calls good enough. */
export function standardOf({ kind }: Inspection): 'good' | 'the expected standard' {
  return kind === 'report card' ? 'the expected standard' : 'good';
}

/** `quality of education requires improvement`, `Leadership and governance: Needs attention`. */
export function judgementInWords(
  area: string,
  grade: Inspection['judgements'][number]['grade'],
  on: string,
): string {
  return typeof grade === 'number'
    ? `${area.toLowerCase()} ${gradeInWords(grade, on)}`
    : `${area.toLowerCase()} ${grade.toLowerCase()}`;
}
