import type { Process } from '#/papers/rules/process.ts';
import { planAsks } from './plan-asks.ts';

type State = 'being-written' | 'being-evaluated' | 'returned' | 'agreed' | 'being-changed' | 'closed';

/**
 * The school’s improvement plan. It is the school’s paper: governors and head write it and nobody reads their draft; what
 * they send in is evaluated by the authority against criteria, and returned with reasons or agreed. Every round stays. An
 * agreed plan is changed by sending it in again: what was rated in a review cannot leave it.
 */
export const plan: Process<State> = {
  kind: 'plan',
  name: 'improvement plan',
  names: 'improvement plans',
  side: 'school',
  begins: 'being-written',
  oneAtATime: true,
  asksToo: planAsks,
  states: {
    'being-written': { words: 'being written', writtenBy: 'school' },
    'being-evaluated': {
      words: 'being evaluated by the authority',
      writtenBy: null,
      clock: {
        rhythm: 'plan-evaluated',
        from: 'the last step',
        awaits: 'evaluate the improvement plan',
        owedBy: 'authority',
      },
    },
    returned: {
      words: 'returned to the school with reasons',
      writtenBy: 'school',
      clock: {
        rhythm: 'plan-sent-again',
        from: 'the last step',
        awaits: 'send the improvement plan in again',
        owedBy: 'school',
      },
    },
    agreed: { words: 'agreed', writtenBy: null },
    'being-changed': { words: 'agreed, and being changed by the school', writtenBy: 'school' },
    closed: { words: 'closed', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'send',
      button: 'Send it to the authority',
      done: 'sent in',
      from: ['being-written', 'returned', 'being-changed'],
      to: 'being-evaluated',
      by: 'school',
      opens: true,
      needsAll: true,
      tells: 'authority',
      says: { label: 'What has changed since, or a word with it', required: false },
    },
    {
      step: 'return',
      button: 'Return it with reasons',
      done: 'returned',
      from: ['being-evaluated'],
      to: 'returned',
      by: 'authority',
      tells: 'school',
      says: { label: 'What has to change before it can be agreed, and why', required: true },
    },
    {
      step: 'agree',
      button: 'Agree the plan',
      done: 'agreed',
      from: ['being-evaluated'],
      to: 'agreed',
      by: 'authority',
      agrees: true,
      tells: 'school',
      says: { label: 'Why it will do, and what the reviews will look at', required: true },
    },
    {
      step: 'change',
      button: 'Change the plan',
      done: 'taken up again to be changed',
      from: ['agreed'],
      to: 'being-changed',
      by: 'school',
      opens: true,
      tells: 'authority',
      says: { label: 'What is to be changed, and why', required: true },
    },
    {
      step: 'close',
      button: 'Close the plan',
      done: 'closed',
      from: ['agreed'],
      to: 'closed',
      by: 'authority',
      tells: 'school',
      says: { label: 'What the plan came to, and what follows', required: true },
      warning: 'No review follows a closed plan. A new one can be written.',
    },
  ],
};
