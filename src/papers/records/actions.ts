import { sql } from 'kysely';
import type { ActionSaid, ActionStepTaken } from '#/papers/rules/agreed/agreed-action.ts';
import type { Side } from '#/papers/rules/process.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A step that was taken with an action, by whom, and why. */
export interface ActionStepKept extends ActionStepTaken {
  readonly for: Side;
  readonly words: string;
  readonly person: string;
  readonly name: string;
}

/** Something agreed, with what became of it in its order. */
export interface ActionKept extends ActionSaid {
  readonly id: string;
  readonly paper: string;
  readonly urn: Urn;
  readonly side: Side;
  readonly opened: boolean;
  readonly agreedOn: IsoDate;
  readonly kind: string;
  /** The day the paper is about. */
  readonly aboutOn: IsoDate | null;
  readonly steps: readonly ActionStepKept[];
}

type NewAction = Omit<ActionKept, 'steps' | 'kind' | 'aboutOn'> & { readonly name: string };

/** Adds what was agreed. */
export async function addActions(
  transaction: AuthorityTransaction,
  actions: readonly NewAction[],
): Promise<void> {
  if (actions.length === 0) return;
  await transaction
    .insertInto('agreed_action')
    .values(
      actions.map(({ row, ownerSide, dueOn, agreedOn, name, ...action }) => ({
        ...action,
        row_key: row,
        owner_side: ownerSide,
        due_on: dueOn,
        agreed_on: agreedOn,
        agreed_by_name: name,
      })),
    )
    .execute();
}

type NewStep = Omit<ActionStepKept, 'person'> & {
  readonly action: Pick<ActionKept, 'id' | 'paper' | 'urn' | 'side' | 'opened'>;
};

/** Adds what became of actions. */
export async function addActionSteps(
  transaction: AuthorityTransaction,
  steps: readonly NewStep[],
): Promise<void> {
  if (steps.length === 0) return;
  await transaction
    .insertInto('agreed_action_step')
    .values(
      steps.map(({ action: { id, paper, urn, side, opened }, for: takenFor, dueOn, on, name, ...step }) => ({
        ...{ ...step, action: id, paper, urn, side, opened },
        taken_for: takenFor,
        due_on: dueOn,
        on_date: on,
        taken_by_name: name,
      })),
    )
    .execute();
}

/** Which actions; what is left out does not matter. */
export interface ActionsAsked {
  readonly id?: string;
  readonly urn?: Urn;
  readonly papers?: readonly string[];
}

/** What was agreed and what became of it, as far as who acts may read it, in the order in which it was agreed. */
export async function agreedActions(
  transaction: AuthorityTransaction,
  { id, urn, papers }: ActionsAsked,
): Promise<readonly ActionKept[]> {
  const { rows } = await sql<
    Omit<ActionKept, 'steps'> & { readonly steps: readonly ActionStepKept[] | null }
  >`
    select a.id, a.paper, a.urn, a.side, a.opened, a.row_key as row, a.what, a.owner, a.owner_side as "ownerSide",
           a.due_on as "dueOn", a.agreed_on as "agreedOn", p.kind, v.about_on as "aboutOn", s.steps
      from agreed_action a
      join paper p on p.id = a.paper
      left join lateral (select one.about_on from paper_version one where one.paper = a.paper
                          order by one.number desc limit 1) v on true
      left join lateral (
        select json_agg(json_build_object('step', t.step, 'for', t.taken_for, 'dueOn', t.due_on, 'on', t.on_date,
                                          'words', t.words, 'person', t.taken_by, 'name', t.taken_by_name) order by t.number) as steps
          from agreed_action_step t where t.action = a.id) s on true
     where (${id ?? null}::uuid is null or a.id = ${id ?? null}::uuid)
       and (${urn ?? null}::text is null or a.urn = ${urn ?? null}::text)
       and (${papers ?? null}::uuid[] is null or a.paper = any(${papers ?? null}::uuid[]))
     order by a.agreed_on, a.kept_at, a.id`.execute(transaction);
  return rows.map(({ steps, ...row }) => ({ ...row, steps: steps ?? [] }));
}
