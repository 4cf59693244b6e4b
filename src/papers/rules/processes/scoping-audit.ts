import type { Process } from '#/papers/rules/process.ts';

/**
 * The intensive look at a school of concern, area by area, for what is behind the concern; its finer grade sets the approach
 * (Norfolk County Council, A Good School for Every Norfolk Learner, November 2013, Strategy section 1, Step 2).
 */
export const scopingAudit: Process<'writing' | 'shared' | 'final'> = {
  kind: 'scoping-audit',
  name: 'scoping audit',
  names: 'scoping audits',
  side: 'authority',
  begins: 'writing',
  about: 'a day',
  oneAtATime: true,
  states: {
    writing: {
      words: 'being written',
      writtenBy: 'authority',
      clock: {
        rhythm: 'scoping-audit',
        from: 'the day it was opened',
        awaits: 'share the scoping audit with the school',
        owedBy: 'authority',
      },
    },
    shared: {
      words: 'shared, and waiting for the school’s view',
      writtenBy: null,
      clock: {
        rhythm: 'view-of-audit',
        from: 'the last step',
        awaits: 'say how the school sees the scoping audit',
        owedBy: 'school',
      },
    },
    final: { words: 'final', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'share',
      button: 'Share it with the school',
      done: 'shared with the school',
      from: ['writing'],
      to: 'shared',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
      warning: 'Head and chair read the grades and the evidence from then on. It cannot be taken back.',
    },
    {
      step: 'see-it-so',
      button: 'The school sees it so',
      done: 'seen so by the school',
      from: ['shared'],
      to: 'final',
      by: 'school',
      says: { label: 'What the school wants to say to it', required: false },
      tells: 'authority',
    },
    {
      step: 'see-it-differently',
      button: 'The school sees it differently',
      done: 'seen differently by the school',
      from: ['shared'],
      to: 'final',
      by: 'school',
      says: { label: 'What the school sees differently', required: true },
      tells: 'authority',
    },
    {
      step: 'unanswered',
      button: 'Close it without the school’s view',
      done: 'closed without the school’s view',
      from: ['shared'],
      to: 'final',
      by: 'authority',
      says: { label: 'How the school was asked', required: true },
      tells: 'school',
    },
  ],
};
