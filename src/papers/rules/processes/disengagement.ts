import type { Process } from '#/papers/rules/process.ts';

type State = 'being-written' | 'with-the-school' | 'answered' | 'consequence-applied' | 'resolved';

/**
 * A school that does not take up good support: the Isos review asked that it be recorded, with a consequence that is stated
 * beforehand and then follows. The school is told both, may say how it sees it, and how it ended stays on record.
 */
export const disengagement: Process<State> = {
  kind: 'disengagement',
  name: 'record of disengagement',
  names: 'records of disengagement',
  side: 'authority',
  begins: 'being-written',
  oneAtATime: true,
  states: {
    'being-written': { words: 'being written', writtenBy: 'authority' },
    'with-the-school': {
      words: 'told to the school',
      writtenBy: null,
      clock: {
        rhythm: 'disengagement-answered',
        from: 'the last step',
        awaits: 'say how the school will take up the support',
        owedBy: 'school',
      },
    },
    answered: {
      words: 'answered by the school',
      writtenBy: null,
      clock: {
        rhythm: 'disengagement-resolved',
        from: 'the last step',
        awaits: 'resolve the disengagement, or let the consequence follow',
        owedBy: 'authority',
      },
    },
    'consequence-applied': {
      words: 'not resolved: what was said would follow has followed',
      writtenBy: null,
    },
    resolved: { words: 'resolved', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'tell',
      button: 'Tell the school',
      done: 'told to the school',
      from: ['being-written'],
      to: 'with-the-school',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
      warning: 'Head and chair read it from now on, with the consequence it states.',
    },
    {
      step: 'answer',
      button: 'Say how the school sees it',
      done: 'answered',
      from: ['with-the-school', 'answered', 'consequence-applied'],
      to: 'answered',
      by: 'school',
      tells: 'authority',
      says: { label: 'How the school sees it, and what it will do', required: true },
    },
    {
      step: 'apply',
      button: 'Let the consequence follow',
      done: 'consequence followed',
      from: ['with-the-school', 'answered'],
      to: 'consequence-applied',
      by: 'authority',
      tells: 'school',
      says: { label: 'What followed, and why', required: true },
      warning: 'The school is told that what was said would follow has followed.',
    },
    {
      step: 'resolve',
      button: 'Say how it was resolved',
      done: 'resolved',
      from: ['with-the-school', 'answered', 'consequence-applied'],
      to: 'resolved',
      by: 'authority',
      tells: 'school',
      says: { label: 'How it was resolved', required: true },
    },
  ],
};
