import type { Process } from '#/papers/rules/process.ts';

/**
 * A school assesses its own risk; the authority moderates, and both views stand beside one another for good. Wakefield’s
 * practice: risk is assessed by schools and moderated by the authority (Ofsted to Wakefield, 8 December 2014). That the
 * authority says what it held the assessment against also where it accepts it is ours, because inspectors found authorities
 * that accepted too easily what schools thought of themselves.
 */
export const selfAssessment: Process<'written' | 'submitted' | 'accepted' | 'differs' | 'answered'> = {
  kind: 'self-assessment',
  name: 'self-assessment of risk',
  names: 'self-assessments of risk',
  side: 'school',
  begins: 'written',
  oneAtATime: true,
  states: {
    written: {
      words: 'being written by the school',
      writtenBy: 'school',
      clock: {
        rhythm: 'self-assessment',
        from: 'the day it was opened',
        awaits: 'submit the self-assessment',
        owedBy: 'school',
      },
    },
    submitted: {
      words: 'submitted, and not yet moderated',
      writtenBy: null,
      clock: {
        rhythm: 'self-assessment-moderated',
        from: 'the last step',
        awaits: 'moderate the self-assessment',
        owedBy: 'authority',
      },
    },
    accepted: { words: 'accepted by the authority', writtenBy: null, over: true },
    differs: {
      words: 'seen otherwise by the authority',
      writtenBy: null,
      clock: {
        rhythm: 'self-assessment-answered',
        from: 'the last step',
        awaits: 'say whether the school stands by its view',
        owedBy: 'school',
      },
    },
    answered: { words: 'seen otherwise by the authority, and answered', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'submit',
      button: 'Submit it to the authority',
      done: 'submitted',
      from: ['written'],
      to: 'submitted',
      by: 'school',
      opens: true,
      needsAll: true,
      tells: 'authority',
      warning: 'The authority’s officers read it from then on. It cannot be taken back.',
    },
    {
      step: 'accept',
      button: 'Accept it',
      done: 'accepted',
      from: ['submitted'],
      to: 'accepted',
      by: 'authority',
      opens: true,
      says: { label: 'What it was held against, and why it is accepted', required: true },
      tells: 'school',
    },
    {
      step: 'differ',
      button: 'See it otherwise',
      done: 'seen otherwise',
      from: ['submitted'],
      to: 'differs',
      by: 'authority',
      opens: true,
      says: { label: 'Where the authority sees it otherwise, and on what evidence', required: true },
      tells: 'school',
      warning: 'Both views are kept. Head and chair read these words.',
    },
    {
      step: 'answer',
      button: 'Answer the authority',
      done: 'answered',
      from: ['differs'],
      to: 'answered',
      by: 'school',
      opens: true,
      says: { label: 'Whether the school stands by its view, and why', required: true },
      tells: 'authority',
    },
  ],
};
