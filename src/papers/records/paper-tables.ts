import type { ColumnType, Generated } from 'kysely';
import type { Side } from '#/papers/rules/process.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

type Kept<Thing> = ColumnType<Thing, string, never>;

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** Something written about or by a school, by a template: what became of it is in its steps. */
    paper: {
      id: string;
      urn: string;
      kind: string;
      /** Whose it is: the other side reads nothing of it until a step opens it. */
      side: Side;
      template: string;
      /** The paper it is part of: a review of its plan. */
      part_of: string | null;
      opened_on: string;
      kept_at: Generated<Date>;
      opened_by: Generated<string>;
      opened_by_name: string;
    };
    /** Every version of what it says: nothing is overwritten. Two people who change the same version cannot both be the next. */
    paper_version: {
      paper: string;
      number: number;
      urn: string;
      side: Side;
      /** The day it is about: of the visit, the meeting, the review. */
      about_on: string | null;
      content: Kept<Content>;
      saved_at: Generated<Date>;
      saved_by: Generated<string>;
      saved_by_name: string;
    };
    /** What became of it. */
    paper_step: {
      number: Generated<string>;
      paper: string;
      urn: string;
      /** Of the paper. */
      side: Side;
      step: string;
      /** For which side it was taken. */
      taken_for: Side;
      /** Whether, from this step on, both sides read the paper. */
      opened: boolean;
      /** The version it was taken on. */
      version: number | null;
      on_date: string;
      words: string;
      kept_at: Generated<Date>;
      taken_by: Generated<string>;
      taken_by_name: string;
    };
    /** A file that belongs to a paper, and with which version it came: who reads that version or a later one reads it. */
    paper_file: {
      id: string;
      paper: string;
      urn: string;
      side: Side;
      version: number;
      name: string;
      /** Of its content, as a media type. */
      type: string;
      bytes: number;
      content: Buffer;
      kept_at: Generated<Date>;
      added_by: Generated<string>;
      added_by_name: string;
    };
    /** That a file was taken out with a version, and why. It stays with the versions before. */
    paper_file_removed: {
      file: string;
      paper: string;
      urn: string;
      side: Side;
      version: number;
      why: string;
      kept_at: Generated<Date>;
      removed_by: Generated<string>;
      removed_by_name: string;
    };
  }
}

const by = (prefix: string, at = 'kept_at'): string =>
  `${at} timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;
const side = (name: string): string => `${name} text not null check (${name} in ('authority', 'school'))`;
const ofAPaper = 'foreign key (paper, urn, side) references paper (id, urn, side)';

/**
 * Versions and steps repeat the school and the side of their paper: who may see a row is decided on the row itself. The day
 * a thing was done is said with it, because notes of a visit are written after it; the moment it came into the records is
 * the database’s.
 */
export const paperMigrations: readonly Migration[] = [
  {
    id: 'papers-1-papers',
    statements: [
      ...table(
        'paper',
        `id uuid primary key, urn text not null check (urn ~ '^[0-9]{6}$'), kind text not null check (trim(kind) <> ''),
         ${side('side')}, template text not null check (trim(template) <> ''), part_of uuid references paper,
         opened_on date not null, ${by('opened')}, unique (id, urn, side)`,
      ),
      ...table(
        'paper_version',
        `paper uuid not null, number integer not null check (number > 0), urn text not null, ${side('side')},
         about_on date, content json not null, ${by('saved', 'saved_at')}, primary key (paper, number), ${ofAPaper}`,
      ),
      ...table(
        'paper_step',
        `number bigint generated always as identity primary key, paper uuid not null, urn text not null, ${side('side')},
         step text not null check (trim(step) <> ''), ${side('taken_for')}, opened boolean not null, version integer,
         on_date date not null, words text not null, ${by('taken')}, ${ofAPaper},
         foreign key (paper, version) references paper_version (paper, number)`,
      ),
      `create index paper_of_school on paper (urn, kind, opened_on)`,
      `create index paper_part_of on paper (part_of)`,
      `create index paper_step_of on paper_step (paper, number)`,
    ],
  },
  {
    // Asked with the eyes of who acts, and a function because a policy of steps cannot look into papers, whose own looks into steps.
    id: 'papers-2-known',
    statements: [
      `create function knows_paper(which uuid, of_urn text, of_side text) returns boolean language sql stable
        begin atomic;
          select exists (select from paper p where p.id = which and p.urn = of_urn and p.side = of_side);
        end`,
    ],
  },
  {
    id: 'papers-3-files',
    statements: [
      ...table(
        'paper_file',
        `id uuid primary key, paper uuid not null, urn text not null, ${side('side')}, version integer not null,
         name text not null check (trim(name) <> ''), type text not null, bytes integer not null check (bytes > 0),
         content bytea not null check (length(content) = bytes), ${by('added')}, unique (id, paper, urn, side), ${ofAPaper},
         foreign key (paper, version) references paper_version (paper, number)`,
      ),
      ...table(
        'paper_file_removed',
        `file uuid primary key, paper uuid not null, urn text not null, ${side('side')}, version integer not null,
         why text not null check (trim(why) <> ''), ${by('removed')},
         foreign key (file, paper, urn, side) references paper_file (id, paper, urn, side),
         foreign key (paper, version) references paper_version (paper, number)`,
      ),
      `create index paper_file_of on paper_file (paper)`,
      `create index paper_file_removed_of on paper_file_removed (paper)`,
    ],
  },
];
