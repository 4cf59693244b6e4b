import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import type { ActionSaid, ActionStepTaken, ActionStepToTake } from './agreed-action.ts';

/** Where an action stands on a day, derived from what was agreed and what became of it. */
export interface ActionStands {
  readonly state: 'open' | 'done' | 'dropped' | 'replaced';
  /** The day by which it is due now, the last it was moved to. */
  readonly dueOn: IsoDate | null;
  /** The day first agreed. */
  readonly firstDueOn: IsoDate | null;
  readonly timesMoved: number;
  /** Whole days after the day it is due, while it is open. */
  readonly daysLate: number;
  /** The day it was done; `null` where it is not. */
  readonly doneOn: IsoDate | null;
  /** Done no later than the day first agreed: one that was moved and then done was not. `null` where no day was agreed. */
  readonly inTime: boolean | null;
}

type Followed = Pick<ActionSaid, 'dueOn'> & { readonly steps: readonly ActionStepTaken[] };

const states = {
  done: 'done',
  moved: 'open',
  dropped: 'dropped',
  reopened: 'open',
  replaced: 'replaced',
} as const;

export function actionStands({ dueOn: firstDueOn, steps }: Followed, today: IsoDate): ActionStands {
  const last = steps.at(-1);
  const state = last === undefined ? 'open' : states[last.step];
  const moves = steps.filter(({ step }) => step === 'moved');
  const dueOn = moves.at(-1)?.dueOn ?? firstDueOn;
  const doneOn = state === 'done' ? (last?.on ?? null) : null;
  return {
    ...{ state, dueOn, firstDueOn, doneOn },
    timesMoved: moves.length,
    daysLate: state === 'open' && dueOn !== null ? Math.max(0, daysBetween(dueOn, today)) : 0,
    inTime: firstDueOn === null ? null : doneOn !== null && doneOn <= firstDueOn,
  };
}

/** Steps that can be taken with an action from where it stands. */
export function stepsOfAction({ state }: Pick<ActionStands, 'state'>): readonly ActionStepToTake[] {
  if (state === 'open') return ['done', 'moved', 'dropped'];
  return state === 'replaced' ? [] : ['reopened'];
}

/** How many actions were done by their day, of those whose day has come. */
export interface DoneInTime {
  /** Done no later than the day first agreed. */
  readonly inTime: number;
  /** Actions whose first agreed day is over, or that are done; those that were dropped or replaced are not among them. */
  readonly due: number;
  readonly open: number;
  readonly late: number;
}

/**
 * How well what was agreed is kept to. An action counts once its first day is over or it was done; what was dropped, with its
 * reason, is not counted against anybody.
 */
export function doneInTime(all: readonly ActionStands[], today: IsoDate): DoneInTime {
  const counted = all.filter(
    ({ state, firstDueOn }) =>
      firstDueOn !== null && (state === 'done' || (state === 'open' && firstDueOn < today)),
  );
  return {
    inTime: counted.filter(({ inTime }) => inTime === true).length,
    due: counted.length,
    open: all.filter(({ state }) => state === 'open').length,
    late: all.filter(({ daysLate }) => daysLate > 0).length,
  };
}
