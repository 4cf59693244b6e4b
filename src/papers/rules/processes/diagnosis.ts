import type { Process } from '#/papers/rules/process.ts';

type State =
  | 'being-written'
  | 'with-the-school'
  | 'agreed-in-part'
  | 'not-agreed'
  | 'settled-agreed'
  | 'settled-in-part'
  | 'settled-not-agreed'
  | 'settled-unanswered';

/** Steps by which a diagnosis is settled, and what the school thought of it then. */
export const settlesDiagnosis = {
  agree: 'agreed',
  'settle-in-part': 'agreed in part',
  'settle-not-agreed': 'not agreed',
  'settle-unanswered': 'not answered',
} as const;

/**
 * What the school needs, found with it: the school is asked whether it agrees. Where it does not, its reasons stay beside
 * the diagnosis for good, and the authority says what it made of them: both views are kept, neither is edited away.
 */
export const diagnosis: Process<State> = {
  kind: 'diagnosis',
  name: 'diagnosis',
  names: 'diagnoses',
  side: 'authority',
  begins: 'being-written',
  oneAtATime: true,
  states: {
    'being-written': {
      words: 'being written',
      writtenBy: 'authority',
      clock: {
        rhythm: 'diagnosis-shared',
        from: 'the day it was opened',
        awaits: 'share the diagnosis with the school',
        owedBy: 'authority',
      },
    },
    'with-the-school': {
      words: 'waiting for the school’s view',
      writtenBy: null,
      clock: {
        rhythm: 'diagnosis-answered',
        from: 'the last step',
        awaits: 'say whether the school agrees with the diagnosis',
        owedBy: 'school',
      },
    },
    'agreed-in-part': {
      words: 'agreed in part by the school, not settled yet',
      writtenBy: 'authority',
      clock: {
        rhythm: 'diagnosis-settled',
        from: 'the last step',
        awaits: 'settle the diagnosis',
        owedBy: 'authority',
      },
    },
    'not-agreed': {
      words: 'not agreed by the school, not settled yet',
      writtenBy: 'authority',
      clock: {
        rhythm: 'diagnosis-settled',
        from: 'the last step',
        awaits: 'settle the diagnosis',
        owedBy: 'authority',
      },
    },
    'settled-agreed': { words: 'settled, and agreed by the school', writtenBy: null, over: true },
    'settled-in-part': { words: 'settled, and agreed in part by the school', writtenBy: null, over: true },
    'settled-not-agreed': { words: 'settled, and not agreed by the school', writtenBy: null, over: true },
    'settled-unanswered': { words: 'settled without the school’s answer', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'share',
      button: 'Share it with the school',
      done: 'shared with the school',
      from: ['being-written', 'agreed-in-part', 'not-agreed'],
      to: 'with-the-school',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
      says: { label: 'A word to the school', required: false },
    },
    {
      step: 'agree',
      button: 'We agree',
      done: 'agreed',
      from: ['with-the-school'],
      to: 'settled-agreed',
      by: 'school',
      tells: 'authority',
      says: { label: 'What the school adds', required: false },
    },
    {
      step: 'agree-in-part',
      button: 'We agree in part',
      done: 'agreed in part',
      from: ['with-the-school'],
      to: 'agreed-in-part',
      by: 'school',
      tells: 'authority',
      says: { label: 'With what the school does not agree, and why', required: true },
    },
    {
      step: 'do-not-agree',
      button: 'We do not agree',
      done: 'not agreed',
      from: ['with-the-school'],
      to: 'not-agreed',
      by: 'school',
      tells: 'authority',
      says: { label: 'Why the school does not agree', required: true },
    },
    {
      step: 'settle-in-part',
      button: 'Settle it, agreed in part',
      done: 'settled',
      from: ['agreed-in-part'],
      to: 'settled-in-part',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
      says: { label: 'What the authority makes of the school’s view', required: true },
      warning:
        'It cannot be changed afterwards. The school reads it as it stands now, and its reasons stay beside it.',
    },
    {
      step: 'settle-not-agreed',
      button: 'Settle it, not agreed',
      done: 'settled',
      from: ['not-agreed'],
      to: 'settled-not-agreed',
      by: 'authority',
      opens: true,
      needsAll: true,
      tells: 'school',
      says: { label: 'What the authority makes of the school’s view', required: true },
      warning:
        'It cannot be changed afterwards. The school reads it as it stands now, and its reasons stay beside it.',
    },
    {
      step: 'settle-unanswered',
      button: 'Settle it without an answer',
      done: 'settled without an answer',
      from: ['with-the-school'],
      to: 'settled-unanswered',
      by: 'authority',
      tells: 'school',
      says: { label: 'How the school was asked, and why it cannot wait', required: true },
      warning: 'It cannot be changed afterwards, and the school is not asked any more.',
    },
  ],
};
