import type {
  ForecastTarget,
  SchoolPath,
  TrajectoryGroup,
  WhatIf,
} from '#/analyse/rules/forecast/forecast.ts';
import { count } from '#/platform/web/words.ts';

interface Words {
  /** Of schools: `good or better`. */
  readonly reached: string;
  /** `to be good or better`. */
  readonly toReach: string;
  /** Schools that a share is of: `judged`. */
  readonly judged: string;
  readonly judgedByThen: string;
  readonly notJudged: string;
  /** As a choice of what is forecast. */
  readonly question: string;
  readonly now: Readonly<Record<SchoolPath['now'], string>>;
  readonly happens: Readonly<Record<'is judged good or better' | 'is judged below good', string>>;
}

const onReportCards = {
  judged: 'with a report card',
  judgedByThen: 'with a report card by then',
  notJudged: 'without a report card yet',
};

/** What is forecast, in the words of the framework of the day: grades of report cards are not grades of before. */
export const wordsOf: Readonly<Record<ForecastTarget, Words>> = {
  'below good': {
    reached: 'good or better',
    toReach: 'to be good or better',
    judged: 'judged',
    judgedByThen: 'judged by then',
    notJudged: 'not judged yet',
    question: 'Good or better (overall grades)',
    now: { good: 'Good or better', 'not good': 'Below good', 'not judged': 'Not judged yet' },
    happens: {
      'is judged good or better': 'It is judged good or better',
      'is judged below good': 'It is judged below good',
    },
  },
  'any area below expected': {
    ...onReportCards,
    reached: 'with every area at expected or above',
    toReach: 'to have every area at expected or above',
    question: 'Every area at expected or above (report cards)',
    now: {
      good: 'Every area at expected or above',
      'not good': 'An area below expected',
      'not judged': 'No report card yet',
    },
    happens: {
      'is judged good or better': 'Its report card has every area at expected or above',
      'is judged below good': 'Its report card has an area below expected',
    },
  },
  'leadership and governance below expected': {
    ...onReportCards,
    reached: 'with leadership and governance at expected or above',
    toReach: 'to have leadership and governance at expected or above',
    question: 'Leadership and governance at expected or above (report cards)',
    now: {
      good: 'Leadership and governance at expected or above',
      'not good': 'Leadership and governance below expected',
      'not judged': 'No report card yet',
    },
    happens: {
      'is judged good or better': 'Its report card has leadership and governance at expected or above',
      'is judged below good': 'Its report card has leadership and governance below expected',
    },
  },
};

/** What happens to a school, as a choice and in the list of what is tried. */
export function happensInWords(happens: WhatIf['happens'], target: ForecastTarget): string {
  switch (happens) {
    case 'is judged good or better':
    case 'is judged below good':
      return wordsOf[target].happens[happens];
    case 'is inspected':
      return 'It is inspected, whatever is found';
    case 'leaves its category':
      return 'It leaves its category of concern';
    case 'becomes an academy':
      return 'It becomes an academy';
    case 'closes':
      return 'It closes';
  }
}

/** Which schools, in the middle of a sentence: `schools`, `primary schools`, `schools in Breckland`. */
export function schoolsOf({ kind, name }: TrajectoryGroup): string {
  switch (kind) {
    case 'all':
      return 'schools';
    case 'phase':
      return name === 'pupil referral unit' ? 'pupil referral units' : `${name} schools`;
    case 'district':
      return `schools in ${name}`;
    case 'type':
      return name.charAt(0).toLowerCase() + name.slice(1);
  }
}

/** A number of schools or pupils that is expected: rounded, and from a thousand on to tens. */
export function expectedNumber(number: number): string {
  return count(number >= 1000 ? Math.round(number / 10) * 10 : Math.round(number));
}
