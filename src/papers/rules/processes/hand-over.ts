import type { Process } from '#/papers/rules/process.ts';

type State = 'being-written' | 'handed-over' | 'asked-back' | 'taken-over';

/**
 * What whoever had a school leaves to whoever has it next, so that a change of officer loses no knowledge of the school. It
 * stays among officers and partners: no step opens it to the school. Whoever takes over reads it, asks what is not clear, and
 * says that they have taken over.
 */
export const handOver: Process<State> = {
  kind: 'hand-over',
  name: 'hand-over note',
  names: 'hand-over notes',
  side: 'authority',
  begins: 'being-written',
  oneAtATime: true,
  states: {
    'being-written': {
      words: 'being written',
      writtenBy: 'authority',
      clock: {
        rhythm: 'hand-over-written',
        from: 'the day it was opened',
        awaits: 'hand the school over',
        owedBy: 'authority',
      },
    },
    'handed-over': {
      words: 'waiting for whoever takes over',
      writtenBy: null,
      clock: {
        rhythm: 'hand-over-taken',
        from: 'the last step',
        awaits: 'read the hand-over note and take over',
        owedBy: 'authority',
      },
    },
    'asked-back': {
      words: 'back for a question',
      writtenBy: 'authority',
      clock: {
        rhythm: 'hand-over-written',
        from: 'the last step',
        awaits: 'answer the question and hand the school over',
        owedBy: 'authority',
      },
    },
    'taken-over': { words: 'taken over', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'hand-over',
      button: 'Hand the school over',
      done: 'handed over',
      from: ['being-written', 'asked-back'],
      to: 'handed-over',
      by: 'authority',
      needsAll: true,
      says: { label: 'A word to whoever takes over', required: false },
    },
    {
      step: 'ask-back',
      button: 'Ask before taking over',
      done: 'asked about',
      from: ['handed-over'],
      to: 'asked-back',
      by: 'authority',
      says: { label: 'What is not clear', required: true },
      notByWhoTook: 'hand-over',
    },
    {
      step: 'take-over',
      button: 'Take over',
      done: 'taken over',
      from: ['handed-over'],
      to: 'taken-over',
      by: 'authority',
      says: { label: 'A word to whoever handed over', required: false },
      notByWhoTook: 'hand-over',
    },
  ],
};
