import type { Generated } from 'kysely';
import type { ActionStep } from '#/papers/rules/agreed/agreed-action.ts';
import type { Side } from '#/papers/rules/process.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Something that was agreed in a paper: who does what by when. What became of it is in its steps. */
    agreed_action: {
      id: string;
      paper: string;
      urn: string;
      /** Of the paper. */
      side: Side;
      /** Whether both sides read the paper it was agreed in. */
      opened: boolean;
      /** Field and row of the paper it was agreed in. */
      row_key: string;
      what: string;
      owner: string;
      owner_side: Side;
      due_on: string | null;
      agreed_on: string;
      kept_at: Generated<Date>;
      agreed_by: Generated<string>;
      agreed_by_name: string;
    };
    /** What became of it. */
    agreed_action_step: {
      number: Generated<string>;
      action: string;
      paper: string;
      urn: string;
      side: Side;
      opened: boolean;
      step: ActionStep;
      taken_for: Side;
      /** The new day, where it is moved. */
      due_on: string | null;
      on_date: string;
      words: string;
      kept_at: Generated<Date>;
      taken_by: Generated<string>;
      taken_by_name: string;
    };
  }
}

const by = (prefix: string): string =>
  `kept_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;
const side = (name: string): string => `${name} text not null check (${name} in ('authority', 'school'))`;

/** What was agreed and what became of it repeat school and side of their paper, as its versions and steps do. */
export const actionMigrations: readonly Migration[] = [
  {
    id: 'papers-3-agreed-actions',
    statements: [
      ...table(
        'agreed_action',
        `id uuid primary key, paper uuid not null, urn text not null, ${side('side')}, opened boolean not null,
         row_key text not null check (trim(row_key) <> ''), what text not null check (trim(what) <> ''),
         owner text not null, ${side('owner_side')}, due_on date, agreed_on date not null, ${by('agreed')},
         unique (id, paper, urn, side, opened), foreign key (paper, urn, side) references paper (id, urn, side)`,
      ),
      ...table(
        'agreed_action_step',
        `number bigint generated always as identity primary key, action uuid not null, paper uuid not null, urn text not null,
         ${side('side')}, opened boolean not null,
         step text not null check (step in ('done', 'moved', 'dropped', 'reopened', 'replaced')), ${side('taken_for')},
         due_on date, on_date date not null, words text not null, ${by('taken')}, check ((step = 'moved') = (due_on is not null)),
         foreign key (action, paper, urn, side, opened) references agreed_action (id, paper, urn, side, opened)`,
      ),
      `create index agreed_action_of_paper on agreed_action (paper)`,
      `create index agreed_action_of_school on agreed_action (urn)`,
      `create index agreed_action_step_of on agreed_action_step (action, number)`,
    ],
  },
];
