import type { MarkingChosen, MarkingRead } from '#/analyse/actions/marking-read.ts';
import { chancePercent } from '#/platform/web/chance-words.ts';
import { count, decimals, difference, plural } from '#/platform/web/words.ts';

type Target = MarkingChosen['target'];
type Lean = NonNullable<MarkingRead['categories']>['lean'];
type NotMarked = NonNullable<MarkingRead['warnings']>[number]['notMarked'][number]['why'];
type NotCounted = MarkingRead['shares']['notCounted'][number]['why'];
type Split = NonNullable<MarkingRead['categories']>['groups'][number]['split'];

interface TargetInWords {
  readonly name: string;
  /** Of schools: `were judged below good`. */
  readonly were: string;
  /** In short: `fell`. */
  readonly did: string;
  /** What the share is of: `good or better`. */
  readonly share: string;
}

/** What was forecast, in the words of the framework of the day. */
export const targetWords: Readonly<Record<Target, TargetInWords>> = {
  'below good': {
    name: 'Below good (to November 2025)',
    were: 'were judged below good',
    did: 'fell',
    share: 'good or better',
  },
  'any area below expected': {
    name: 'An area below expected (report cards)',
    were: 'had an area below expected',
    did: 'had one',
    share: 'with every area at expected or above',
  },
  'leadership and governance below expected': {
    name: 'Leadership below expected (report cards)',
    were: 'had leadership and governance below expected',
    did: 'had it',
    share: 'with leadership and governance at expected or above',
  },
};

/** Which schools the chances are of. */
export function schoolsInWords(schools: MarkingChosen['schools']): string {
  return schools === 'now good' ? 'schools with nothing below good on the day' : 'schools';
}

/** Why a school of a forecast is not marked, of so many schools. */
export const notMarkedWords: Readonly<Record<NotMarked, string>> = {
  'not good on the day': 'not good on the day, so that most of what could be said was known',
  'no chance could be told': 'given no chance, because too little was known',
  'not in the files any more': 'not in the files any more',
  'joined with other schools': 'joined with others',
  'closed before it was inspected': 'closed before an inspection',
  'not followed to the end': 'not followed to the end by any file',
  'judged in another way since': 'judged in another way since',
};

/** Why a share is not marked. */
export const notCountedWords: Readonly<Record<NotCounted, string>> = {
  'not yet due': 'are not due yet',
  'judged in another way since': 'ran into another way of judging',
  'nobody judged': 'are of groups in which no school was judged',
};

export const splitWords: Readonly<Record<Split, string>> = {
  phase: 'Phase',
  deprivation: 'Deprivation of pupils’ homes (IDACI), in fifths of England',
  size: 'Pupils',
};

/** A share as points of a hundred: `4.2 points`. */
export function points(share: number): string {
  return `${decimals(100 * share, 1)} points`;
}

/** Which way a share was out on average: `1.2 points too hopeful`. */
export function leanOfShare(lean: number): string {
  const shown = difference(100 * lean, 1);
  if (Number(shown.replace('−', '-')) === 0) return 'neither way';
  return `${decimals(Math.abs(100 * lean), 1)} points too ${lean > 0 ? 'hopeful' : 'gloomy'}`;
}

/** A number of schools that was expected: whole from ten on. */
export function expectedCount(expected: number): string {
  return expected < 9.95 ? decimals(expected, 1) : count(Math.round(expected));
}

export function rangeInWords(range: { readonly low: number; readonly high: number } | null): string {
  return range === null ? 'too few to say' : `${chancePercent(range.low)} to ${chancePercent(range.high)}`;
}

/** Verdicts as a row of a table. */
export function leanRow(lean: Lean) {
  return {
    marks: count(lean.marks),
    asExpected: count(lean.asExpected),
    tooGenerous: count(lean.tooGenerous),
    tooHarsh: count(lean.tooHarsh),
    generous: rangeInWords(lean.generous),
    harsh: rangeInWords(lean.harsh),
    leans: leansWords[lean.leans],
  };
}

const leansWords: Readonly<Record<Lean['leans'], string>> = {
  'too generous': 'Too generous',
  'too harsh': 'Too harsh',
  'neither, as far as can be told': 'Neither, as far as can be told',
  'too few to say': 'Too few to say',
};

/** `Of 40 inspections 28 found what was expected, 9 less and 3 more. …` */
export function leanSentence(lean: Lean, what: string): string {
  const found = `Of ${plural(lean.marks, what)}, ${count(lean.asExpected)} found what was expected, ${count(lean.tooGenerous)} worse and ${count(lean.tooHarsh)} better.`;
  const sides: Readonly<Record<Lean['leans'], string>> = {
    'too generous': ' We were too generous: that is more than chance would often make.',
    'too harsh': ' We were too harsh: that is more than chance would often make.',
    'neither, as far as can be told': ' It cannot be told that we lean to either side.',
    'too few to say': ' These are too few to say whether we lean to a side.',
  };
  return found + sides[lean.leans];
}
