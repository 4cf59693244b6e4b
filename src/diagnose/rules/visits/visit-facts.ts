import { visit } from '#/papers/rules/processes/visit.ts';
import { settingAside, stateOf, type Taken } from '#/papers/rules/process.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** What a head answered to a note. */
export type NoteAnswer = 'accurate' | 'inaccurate' | 'not answered';

/** What the steps of a visit tell of it. */
export interface VisitFacts {
  /** A state of the process of visits, or `set aside`. */
  readonly state: string;
  readonly stands: 'planned' | 'held' | 'cancelled';
  /** How often it was moved to another day. */
  readonly moved: number;
  /** The day of the first submission of its note; `null` while there is none. */
  readonly submittedOn: IsoDate | null;
  /** What the head first answered; `null` while nothing is answered or given up. */
  readonly answer: NoteAnswer | null;
  readonly answeredOn: IsoDate | null;
}

const answers: Readonly<Record<string, NoteAnswer>> = {
  accurate: 'accurate',
  inaccurate: 'inaccurate',
  unanswered: 'not answered',
};

/** What became of a visit by the steps taken so far, in their order. */
export function visitFacts(steps: readonly Pick<Taken, 'step' | 'on'>[]): VisitFacts {
  const state = stateOf(visit, steps);
  const answered = steps.find(({ step }) => step in answers);
  return {
    state,
    stands: standsAs(state),
    moved: steps.filter(({ step }) => step === 'move').length,
    submittedOn: steps.find(({ step }) => step === 'submit')?.on ?? null,
    answer: answered === undefined ? null : (answers[answered.step] ?? null),
    answeredOn: answered?.on ?? null,
  };
}

function standsAs(state: string): VisitFacts['stands'] {
  if (state === 'planned' || state === 'arranged') return 'planned';
  return state === 'cancelled' || state === settingAside.words ? 'cancelled' : 'held';
}
