import type { Process } from '#/papers/rules/process.ts';

/**
 * What a governing body says of itself once a school year: how it knows the data, the money and the quality of teaching.
 * Asked for by inspectors of Norfolk (Ofsted to Norfolk County Council, 18 June 2013: governing bodies’ self-evaluation).
 */
export const governingBodySelfEvaluation: Process<'written' | 'submitted' | 'read'> = {
  kind: 'governing-body-self-evaluation',
  name: 'self-evaluation of the governing body',
  names: 'self-evaluations of governing bodies',
  side: 'school',
  begins: 'written',
  oneAtATime: true,
  states: {
    written: {
      words: 'being written by the governing body',
      writtenBy: 'school',
      clock: {
        rhythm: 'governing-body-self-evaluation',
        from: 'the day it was opened',
        awaits: 'submit the governing body’s self-evaluation',
        owedBy: 'school',
      },
    },
    submitted: {
      words: 'submitted, and not yet read by the authority',
      writtenBy: null,
      clock: {
        rhythm: 'self-assessment-moderated',
        from: 'the last step',
        awaits: 'read the governing body’s self-evaluation',
        owedBy: 'authority',
      },
    },
    read: { words: 'read by the authority', writtenBy: null, over: true },
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
      step: 'read',
      button: 'We have read it',
      done: 'read',
      from: ['submitted'],
      to: 'read',
      by: 'authority',
      opens: true,
      says: { label: 'What the authority says to it, and what help it offers', required: true },
      tells: 'school',
    },
  ],
};
