import { randomUUID } from 'node:crypto';
import { addActions, addActionSteps, agreedActions } from '#/papers/records/actions.ts';
import { actionsIn } from '#/papers/rules/agreed/agreed-action.ts';
import { followAmended } from '#/papers/rules/agreed/follow-amended.ts';
import type { Side } from '#/papers/rules/process.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { PaperRead } from './papers.ts';

/** A paper after a step with which what stands in it is agreed. */
export interface JustAgreed {
  readonly paper: PaperRead;
  readonly for: Side;
  readonly on: string;
  readonly name: string;
}

/**
 * Keeps what was agreed in papers to be followed up, in the transaction of the step: what is new begins, and what was said
 * otherwise before and not followed up yet is replaced (`follow-amended.ts`).
 */
export async function keepAgreed(
  transaction: AuthorityTransaction,
  agreed: readonly JustAgreed[],
): Promise<void> {
  if (agreed.length === 0) return;
  const ids = agreed.map(({ paper }) => paper.id);
  const before = Map.groupBy(await agreedActions(transaction, { papers: ids }), ({ paper }) => paper);
  const amended = agreed.map((one) => {
    const kept = before.get(one.paper.id) ?? [];
    const said = actionsIn(one.paper.writtenBy, one.paper.newest?.content ?? {});
    return { ...one, kept, ...followAmended(kept, said) };
  });
  await addActions(
    transaction,
    amended.flatMap(({ paper: { id: paper, urn, side, standing }, begin, on, name }) =>
      begin.map((said) => ({
        ...{ ...said, id: randomUUID(), paper, urn, side, opened: standing.isOpened, agreedOn: on, name },
      })),
    ),
  );
  await addActionSteps(
    transaction,
    amended.flatMap(({ kept, replace, on, name, for: takenFor }) =>
      kept
        .filter(({ id }) => replace.includes(id))
        .map((action) => ({
          ...{ action, step: 'replaced', for: takenFor, dueOn: null, on, name },
          words: 'The paper was amended.',
        })),
    ),
  );
}

/** The papers among those after a step with which what stands in them is agreed. */
export function justAgreed(paper: PaperRead): readonly JustAgreed[] {
  const last = paper.steps.at(-1);
  const step = paper.process.steps.find((one) => one.step === last?.step);
  if (last === undefined || step?.agrees !== true) return [];
  return [{ paper, for: last.for, on: last.on, name: last.name }];
}
