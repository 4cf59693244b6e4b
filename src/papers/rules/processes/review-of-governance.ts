import type { Process } from '#/papers/rules/process.ts';

/**
 * An external review of a governing body: commissioned, carried out, its findings and what followed. Every school of concern
 * is to have had one within a year (Norfolk County Council, A Good School for Every Norfolk Learner, November 2013, key
 * milestones; the governing bodies of schools requiring improvement likewise, Action Plan 4.4).
 */
export const reviewOfGovernance: Process<
  'preparing' | 'commissioned' | 'carried-out' | 'following-up' | 'closed' | 'not-carried-out'
> = {
  kind: 'review-of-governance',
  name: 'review of governance',
  names: 'reviews of governance',
  side: 'authority',
  begins: 'preparing',
  about: 'a day',
  oneAtATime: true,
  states: {
    preparing: { words: 'being prepared', writtenBy: 'authority' },
    commissioned: {
      words: 'commissioned',
      writtenBy: 'authority',
      clock: {
        rhythm: 'review-of-governance-held',
        from: 'the last step',
        awaits: 'say that the review of governance was carried out',
        owedBy: 'authority',
      },
    },
    'carried-out': {
      words: 'carried out, and its findings are being written',
      writtenBy: 'authority',
      clock: {
        rhythm: 'findings-of-governance',
        from: 'the day it is about',
        awaits: 'share the findings of the review of governance',
        owedBy: 'authority',
      },
    },
    'following-up': {
      words: 'shared, and being followed up',
      writtenBy: 'authority',
      clock: {
        rhythm: 'follow-up-of-governance',
        from: 'the last step',
        awaits: 'say what followed from the review of governance',
        owedBy: 'authority',
      },
    },
    closed: { words: 'closed', writtenBy: null, over: true },
    'not-carried-out': { words: 'not carried out', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'commission',
      button: 'Commission it',
      done: 'commissioned',
      from: ['preparing'],
      to: 'commissioned',
      by: 'authority',
      opens: true,
      tells: 'school',
    },
    {
      step: 'carry-out',
      button: 'It was carried out',
      done: 'carried out',
      from: ['commissioned'],
      to: 'carried-out',
      by: 'authority',
      notBeforeItsDay: true,
    },
    {
      step: 'call-off',
      button: 'Call it off',
      done: 'called off',
      from: ['commissioned'],
      to: 'not-carried-out',
      by: 'authority',
      says: { label: 'Why it is not carried out', required: true },
      tells: 'school',
    },
    {
      step: 'share-findings',
      button: 'Share the findings with the school',
      done: 'findings shared',
      from: ['carried-out'],
      to: 'following-up',
      by: 'authority',
      opens: true,
      needsAll: true,
      agrees: true,
      tells: 'school',
      warning: 'Head and chair read the findings from then on. It cannot be taken back.',
    },
    {
      step: 'close',
      button: 'Close it',
      done: 'closed',
      from: ['following-up'],
      to: 'closed',
      by: 'authority',
      opens: true,
      says: { label: 'What followed from it', required: true },
      tells: 'school',
    },
  ],
};
