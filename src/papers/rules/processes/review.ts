import type { Process } from '#/papers/rules/process.ts';
import { reviewAsks } from './review-asks.ts';

type State = 'being-written' | 'shared' | 'answered';

/**
 * A review of an improvement plan: every objective rated red, amber or green, with the reason. What cannot be rated yet is
 * left and returned to; the review is shared when all are.
 */
export const review: Process<State> = {
  kind: 'review',
  name: 'review of the plan',
  names: 'reviews of the plan',
  side: 'authority',
  begins: 'being-written',
  about: 'a day',
  partOf: ['plan'],
  oneAtATime: true,
  asksToo: reviewAsks,
  states: {
    'being-written': {
      words: 'being written',
      writtenBy: 'authority',
      clock: {
        rhythm: 'review-shared',
        from: 'the day it is about',
        awaits: 'share the review with the school',
        owedBy: 'authority',
      },
    },
    shared: { words: 'shared with the school', writtenBy: null, over: true },
    answered: { words: 'shared with the school, which has answered', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'share',
      button: 'Share it with the school',
      done: 'shared with the school',
      from: ['being-written'],
      to: 'shared',
      by: 'authority',
      opens: true,
      needsAll: true,
      agrees: true,
      tells: 'school',
      warning: 'It cannot be changed afterwards: the ratings go into the line of every objective.',
    },
    {
      step: 'answer',
      button: 'Say what the school thinks of it',
      done: 'answered',
      from: ['shared', 'answered'],
      to: 'answered',
      by: 'school',
      tells: 'authority',
      says: { label: 'What the school thinks of the ratings', required: true },
    },
  ],
};
