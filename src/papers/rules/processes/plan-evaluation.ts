import type { Process } from '#/papers/rules/process.ts';

type State = 'being-written' | 'shared';

/** What the authority thinks of a plan that was sent in, criterion by criterion: one for each round, none overwritten. */
export const planEvaluation: Process<State> = {
  kind: 'plan-evaluation',
  name: 'evaluation of the plan',
  names: 'evaluations of the plan',
  side: 'authority',
  begins: 'being-written',
  partOf: ['plan'],
  oneAtATime: true,
  states: {
    'being-written': { words: 'being written', writtenBy: 'authority' },
    shared: { words: 'shared with the school', writtenBy: null, over: true },
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
      tells: 'school',
      warning: 'It cannot be changed afterwards. The plan itself is returned or agreed on its own page.',
    },
  ],
};
