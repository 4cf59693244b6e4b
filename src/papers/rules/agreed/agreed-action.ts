import { rowsIn } from '#/papers/rules/check-content.ts';
import type { Side } from '#/papers/rules/process.ts';
import { actionColumns, fieldsOf, type Content, type Template } from '#/papers/rules/template.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { sideOfOwner } from './side-of-owner.ts';

/** Who does what by when, as a paper says it. */
export interface ActionSaid {
  /** Tells it from the other actions of the paper, from version to version: its field and the key of its row. */
  readonly row: string;
  readonly what: string;
  /** Who does it, as it was typed. */
  readonly owner: string;
  /** On whose side they are. */
  readonly ownerSide: Side;
  /** `null` where no day was agreed. */
  readonly dueOn: IsoDate | null;
}

/** `replaced`: the paper was amended before anybody followed it up, and says something else now. */
export type ActionStep = 'done' | 'moved' | 'dropped' | 'reopened' | 'replaced';

/** Steps somebody takes with an action, with what is said and asked. */
export const actionSteps = {
  done: { button: 'It is done', done: 'done', says: 'What was done, and what came of it', required: true },
  moved: { button: 'Move it to another day', done: 'moved', says: 'Why it is moved', required: true },
  dropped: { button: 'Drop it', done: 'dropped', says: 'Why it is dropped', required: true },
  reopened: { button: 'Open it again', done: 'opened again', says: 'Why it is open again', required: true },
} as const satisfies Readonly<Record<Exclude<ActionStep, 'replaced'>, object>>;

export type ActionStepToTake = keyof typeof actionSteps;

/** A step that was taken with an action. */
export interface ActionStepTaken {
  readonly step: ActionStep;
  readonly on: IsoDate;
  /** The new day, of one that was moved. */
  readonly dueOn: IsoDate | null;
}

/** What a paper says is to be done: the filled rows of its fields of actions, in the order of the form. */
export function actionsIn(template: Pick<Template, 'sections'>, content: Content): readonly ActionSaid[] {
  return fieldsOf(template)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ id }) =>
      rowsIn(content[id]).flatMap((row): readonly ActionSaid[] => {
        const what = row[actionColumns.what] ?? '';
        const owner = row[actionColumns.owner] ?? '';
        const dueOn = row[actionColumns.due] ?? '';
        if (what === '') return [];
        return [
          {
            row: `${id}.${row.key}`,
            what,
            owner,
            ownerSide: sideOfOwner(owner),
            dueOn: dueOn === '' ? null : dueOn,
          },
        ];
      }),
    );
}
