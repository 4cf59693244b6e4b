import type { ActionSaid, ActionStepTaken } from './agreed-action.ts';

interface Kept extends ActionSaid {
  readonly id: string;
  readonly steps: readonly Pick<ActionStepTaken, 'step'>[];
}

/** What is to be added, when actions were agreed again. */
export interface Amended {
  /** Actions that are followed from now on. */
  readonly begin: readonly ActionSaid[];
  /** Actions that the paper does not say any more. */
  readonly replace: readonly string[];
}

/**
 * What becomes of the actions of a paper whose newest version is agreed. An action that nobody followed up yet is as the
 * paper says it now: said otherwise it is replaced, and left out it ends. One that was followed up (done, moved, dropped)
 * stays as it was agreed then, with what became of it, whatever the paper says now: what people did is not undone by a pen.
 */
export function followAmended(kept: readonly Kept[], said: readonly ActionSaid[]): Amended {
  const standing = kept.filter(({ steps }) => steps.at(-1)?.step !== 'replaced');
  const byRow = new Map(said.map((one) => [one.row, one]));
  const stays = standing.filter((one) => one.steps.length > 0 || isSame(one, byRow.get(one.row)));
  const known = new Set(stays.map(({ row }) => row));
  return {
    begin: said.filter(({ row }) => !known.has(row)),
    replace: standing.filter((one) => !stays.includes(one)).map(({ id }) => id),
  };
}

function isSame(one: ActionSaid, other: ActionSaid | undefined): boolean {
  return one.what === other?.what && one.owner === other.owner && one.dueOn === other.dueOn;
}
