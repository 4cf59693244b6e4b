import { chanceInWords } from './chance-words.ts';
import { dateInWords } from './words.ts';

/** What is forecast of a school, in the words of the framework of the day. */
export interface FindingInWords {
  /** What it is called: `Judged below good`. */
  readonly name: string;
  /** The question of a page. */
  readonly question: string;
  /** A chance of it: `being judged below good`. */
  readonly of: string;
  /** What schools are expected to: `be judged below good`. */
  readonly comes: string;
  /** The better: to `be good or better`. */
  readonly standsWell: string;
}

export const findingWords = {
  'below good': {
    name: 'Judged below good',
    question: 'Which schools could be judged below good next?',
    of: 'being judged below good',
    comes: 'be judged below good',
    standsWell: 'be good or better',
  },
  'any area below expected': {
    name: 'Any area below expected',
    question: 'Which schools could be found with an area below expected next?',
    of: 'having an area below expected',
    comes: 'be found with an area below expected',
    standsWell: 'have every area at expected or above',
  },
  'leadership and governance below expected': {
    name: 'Leadership and governance below expected',
    question: 'Which schools could be found with leadership and governance below expected next?',
    of: 'having leadership and governance below expected',
    comes: 'be found with leadership and governance below expected',
    standsWell: 'have leadership and governance at expected or above',
  },
} as const satisfies Readonly<Record<string, FindingInWords>>;

/** What a forecast says of one school; `ForecastInBrief` has this shape. */
interface ToldInBrief {
  readonly asAt: string;
  readonly until: string;
  readonly target: keyof typeof findingWords;
  readonly told:
    | { readonly chance: { readonly chance: number; readonly low: number; readonly high: number } }
    | { readonly why: string };
}

/** A sentence that a head may read alone: the chance with its range, by when, and from which day it is. */
export function forecastInASentence({ asAt, until, target, told }: ToldInBrief): string {
  const known = `as known on ${dateInWords(asAt)}`;
  return 'why' in told
    ? `No chance is told, ${known}. ${told.why}`
    : `The chance of ${findingWords[target].of} by ${dateInWords(until)} is ${chanceInWords(told.chance)}, ${known}.`;
}
