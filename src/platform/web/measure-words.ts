import { count, decimals, difference, plural } from './words.ts';

/** What is measured, as far as words and numbers need it. `Measure` of the reference data has this shape. */
export interface MeasureInWords {
  readonly id: string;
  readonly title: string;
  /** `reached the expected standard in reading, writing and maths`. */
  readonly words: string;
  readonly unit: '%' | 'score' | 'points' | 'pupils';
  readonly kind: 'proportion' | 'mean' | 'progress' | 'count';
}

/** Decimals a number is shown with: one more for Progress 8, which is itself a fraction of a grade. */
export function placesOf({ id }: Pick<MeasureInWords, 'id'>): number {
  return id === 'ks4-progress-8' ? 2 : 1;
}

/** A number with its unit: `59.6%`, `46.5`, `−0.12`. Percentages of one school are whole, as they are published. */
export function measureNumber(number: number, measure: MeasureInWords, places = placesOf(measure)): string {
  if (measure.unit === '%') return `${decimals(number, places)}%`;
  return measure.kind === 'progress' ? difference(number, places) : decimals(number, places);
}

/** A range with its unit said once: `58.2% to 61.0%`. */
export function measureRange([low, high]: readonly [number, number], measure: MeasureInWords): string {
  return `${measureNumber(low, measure)} to ${measureNumber(high, measure)}`;
}

/** `5.4 points below England`, or `the same as England` where the two read alike. */
export function besideInWords(
  number: number,
  other: number,
  name: string,
  measure: MeasureInWords,
  places = placesOf(measure),
): string {
  const gap = Math.abs(number - other);
  const shown = decimals(gap, places);
  if (Number(shown) === 0) return `the same as ${name}`;
  return `${shown} ${Number(shown) === 1 ? 'point' : 'points'} ${number > other ? 'above' : 'below'} ${name}`;
}

/** What a group is called beside the word pupils: `disadvantaged pupils`, `pupils with SEN support`. */
export function groupInWords(group: string): string {
  const words: Readonly<Record<string, string>> = {
    all: 'all pupils',
    disadvantaged: 'disadvantaged pupils',
    'not disadvantaged': 'pupils who are not disadvantaged',
    girls: 'girls',
    boys: 'boys',
    EAL: 'pupils with English as an additional language',
    'SEN support': 'pupils with special needs and support',
    'SEN plan': 'pupils with an education, health and care plan',
    'low prior attainment': 'pupils with low prior attainment',
    'middle prior attainment': 'pupils with middle prior attainment',
    'high prior attainment': 'pupils with high prior attainment',
  };
  return words[group] ?? group;
}

/** The pupils and schools behind a number: `5,166 of 8,664 pupils in 278 schools`. */
export function behindInWords({
  reached,
  pupils,
  schools,
}: {
  readonly reached: number | null;
  readonly pupils: number;
  readonly schools: number;
}): string {
  const who = reached === null ? plural(pupils, 'pupil') : `${count(reached)} of ${plural(pupils, 'pupil')}`;
  return `${who} in ${plural(schools, 'school')}`;
}

/** `Progress in maths` inside a sentence: `progress in maths`; names such as `EBacc` or `Attainment 8` stay. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]+ [a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
