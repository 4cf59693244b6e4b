import type { ColumnType, Generated } from 'kysely';
import type { LetterKept } from '#/analyse/rules/deciding/decision.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

type Kept<Thing> = ColumnType<Thing, string, never>;

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** A term’s looking at every school, or at one when something new came in: on which analysis it rests, and by when all are told. */
    category_round: {
      number: Generated<string>;
      run: string;
      /** `Autumn term 2026`, or why one school is looked at. */
      name: string;
      /** Null: every school of the analysis. */
      urn: string | null;
      opened_on: string;
      decide_by: string;
      tell_by: string;
      why: string;
      kept_at: Generated<Date>;
      opened_by: Generated<string>;
      opened_by_name: string;
    };
    /** What a named person decided of a school, beside what the rules had proposed. A later one revises it; none is ever changed. */
    category_decision: {
      id: string;
      round: string;
      urn: string;
      /** What the analysis of the round had proposed. */
      run: string;
      proposed: string;
      scheme: string;
      category: string;
      group_told: string | null;
      of_concern: boolean;
      /** Empty where it follows the proposal. */
      why: string;
      /** The decision of the same school that it takes the place of. */
      revises: string | null;
      decided_on: string;
      kept_at: Generated<Date>;
      decided_by: Generated<string>;
      decided_by_name: string;
    };
    /** The second signature, which a category of concern needs before anybody is told. */
    category_signature: {
      decision: string;
      urn: string;
      signed_on: string;
      kept_at: Generated<Date>;
      signed_by: Generated<string>;
      signed_by_name: string;
    };
    /** That head and chair were told, in which words: from here on they read the decision. */
    category_letter: {
      decision: string;
      urn: string;
      of_concern: boolean;
      told_on: string;
      /** By a page to sign in for, or printed and sent to the school. */
      way: Generated<'here' | 'by post'>;
      letter: Kept<LetterKept>;
      kept_at: Generated<Date>;
      told_by: Generated<string>;
      told_by_name: string;
    };
  }
}

const by = (prefix: string): string =>
  `kept_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;

/** Every decision stays, with what it revised: what was thought of a school on a date can be told years later. */
export const decisionMigrations: readonly Migration[] = [
  {
    id: 'analyse-8-decisions',
    statements: [
      ...table(
        'category_round',
        `number bigint generated always as identity primary key, run bigint not null references risk_run,
         name text not null check (trim(name) <> ''), urn text check (urn ~ '^[0-9]{6}$'), opened_on date not null,
         decide_by date not null check (decide_by >= opened_on), tell_by date not null check (tell_by >= decide_by),
         why text not null check (trim(why) <> ''), ${by('opened')}, unique (number, run)`,
      ),
      ...table(
        'category_decision',
        `id uuid primary key, round bigint not null, urn text not null, run bigint not null,
         proposed text not null, scheme text not null, category text not null, group_told text, of_concern boolean not null,
         why text not null, revises uuid, decided_on date not null, ${by('decided')},
         check (category = proposed or trim(why) <> ''), unique (id, urn, of_concern), unique (id, urn),
         foreign key (revises, urn) references category_decision (id, urn),
         foreign key (round, run) references category_round (number, run), foreign key (run, urn) references risk_proposal (run, urn)`,
      ),
      // One line of decisions a school: nothing is revised twice, and only its first decision revises nothing.
      `create unique index category_decision_revised_once on category_decision (revises) where revises is not null`,
      `create unique index category_decision_first on category_decision (urn) where revises is null`,
      `create index category_decision_of on category_decision (urn, decided_on)`,
      `create index category_decision_in on category_decision (round)`,
      ...table(
        'category_signature',
        `decision uuid primary key, urn text not null, signed_on date not null, ${by('signed')},
         foreign key (decision, urn) references category_decision (id, urn)`,
      ),
      ...table(
        'category_letter',
        `decision uuid primary key, urn text not null, of_concern boolean not null, told_on date not null, letter json not null,
         ${by('told')}, foreign key (decision, urn, of_concern) references category_decision (id, urn, of_concern)`,
      ),
      `create index category_letter_of on category_letter (urn, told_on)`,
    ],
  },
];
