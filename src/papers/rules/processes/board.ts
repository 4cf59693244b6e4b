import type { Process } from '#/papers/rules/process.ts';
import { boardAsks } from './board-asks.ts';

/**
 * An improvement board or core group of a school: its members, how often it meets and its terms of reference. It meets until
 * it is ended, with the reason. Improvement boards of schools of concern are among the powers of Norfolk’s strategy (A Good
 * School for Every Norfolk Learner, November 2013, step 3 and action 2.9); core groups meet every six weeks in Staffordshire
 * (Ofsted, inspection of the local authority’s arrangements).
 */
export const board: Process<'being-set-up' | 'meeting' | 'ended'> = {
  kind: 'board',
  name: 'board or core group',
  names: 'boards and core groups',
  side: 'authority',
  begins: 'being-set-up',
  oneAtATime: true,
  asksToo: boardAsks,
  states: {
    'being-set-up': {
      words: 'being set up',
      writtenBy: 'authority',
      clock: {
        rhythm: 'board-set-up',
        from: 'the day it was opened',
        awaits: 'set up the board or core group',
        owedBy: 'authority',
      },
    },
    // When it meets next is counted from its meetings: src/diagnose/rules/boards/board-stands.ts.
    meeting: { words: 'set up, and meeting', writtenBy: 'authority' },
    ended: { words: 'ended', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'set-up',
      button: 'Set it up',
      done: 'set up',
      from: ['being-set-up'],
      to: 'meeting',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
    },
    {
      step: 'change',
      button: 'Tell the school what was changed',
      done: 'changed',
      from: ['meeting'],
      to: 'meeting',
      by: 'authority',
      opens: true,
      needsAll: true,
      says: { label: 'What was changed, and why', required: true },
      tells: 'school',
    },
    {
      step: 'end',
      button: 'End it',
      done: 'ended',
      from: ['meeting'],
      to: 'ended',
      by: 'authority',
      says: { label: 'Why it ends, and what follows it', required: true },
      tells: 'school',
      warning: 'A board that has ended is not taken up again: another is set up.',
    },
  ],
};
