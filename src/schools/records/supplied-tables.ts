import type { ColumnType, Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { furtherAccess, table } from '#/platform/database/table.ts';
import type { SuppliedItem } from '#/schools/rules/supplied.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';

/** JSON that comes back as the thing that was put in. */
type Kept<Thing> = ColumnType<Thing, string, never>;

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What the columns of an own layout mean; of the same header the newest holds. */
    supplied_layout: {
      number: Generated<string>;
      header_key: string;
      mapping: Kept<SuppliedMapping>;
      kept_at: Generated<Date>;
      kept_by: Generated<string>;
      kept_by_name: string;
    };
    supplied_file: {
      number: Generated<string>;
      layout: string;
      title: string;
      file_name: string;
      sha256: string;
      /** The service or person that gave it. */
      given_by: string;
      /** The day the authority had it: from then on it is known. */
      known_on: string;
      /** The day stated for the whole file; null when its rows say. */
      stated_on: string | null;
      rows_read: number;
      rows_kept: number;
      set_aside: Kept<readonly { readonly reason: string; readonly rows: number }[]>;
      problems: number;
      values_kept: number;
      kept_at: Generated<Date>;
      kept_by: Generated<string>;
      kept_by_name: string;
    };
    supplied_value: {
      file: string;
      file_values: number;
      position: number;
      urn: string;
      item: SuppliedItem;
      number: number | null;
      words: string | null;
      on_date: string;
      row: number;
    };
    supplied_problem: {
      file: string;
      position: number;
      row: number;
      column_name: string | null;
      what: string;
      what_to_do: string;
      severity: 'error' | 'warning';
    };
    supplied_undo: {
      file: string;
      reason: string;
      undone_at: Generated<Date>;
      undone_by: Generated<string>;
      undone_by_name: string;
    };
  }
}

const officer = `(select acting_role()) = 'officer'`;
const ownSchool = `(select acting_role()) in ('head', 'chair') and urn in (select s.urn from person_school s where s.person = acting_person())`;
const named = (prefix: string) =>
  `${officer} and ${prefix}_by = (select acting_person()) and ${prefix}_by_name = (select name from person where id = acting_person())`;
const by = (prefix: string) =>
  `${prefix}_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;

/**
 * Nothing here is changed or removed. A file is whole or not there, like a run: it says how many values it has, and each
 * has a place among them. A head and a chair read the values of the own school; of a file, what has to be cited, where it
 * has such a value (the inner query sees only what they may); never its problems, which name other schools.
 */
export const suppliedMigrations: readonly Migration[] = [
  {
    id: 'schools-1-supplied',
    statements: [
      ...table(
        'supplied_layout',
        `number bigint generated always as identity primary key, header_key text not null, mapping json not null, ${by('kept')}`,
        [
          { may: 'read', when: officer },
          { may: 'add', columns: ['header_key', 'mapping', 'kept_by_name'], when: named('kept') },
        ],
      ),
      ...table(
        'supplied_file',
        `number bigint generated always as identity primary key,
         layout bigint not null references supplied_layout, title text not null, file_name text not null,
         sha256 text not null, given_by text not null, known_on date not null, stated_on date,
         rows_read integer not null, rows_kept integer not null check (rows_kept between 0 and rows_read),
         set_aside json not null, problems integer not null, values_kept integer not null check (values_kept > 0),
         ${by('kept')}, unique (number, values_kept)`,
        [
          { may: 'read', when: officer },
          {
            may: 'add',
            columns: [
              'layout',
              'title',
              'file_name',
              'sha256',
              'given_by',
              'known_on',
              'stated_on',
              'rows_read',
              'rows_kept',
              'set_aside',
              'problems',
              'values_kept',
              'kept_by_name',
            ],
            when: named('kept'),
          },
        ],
      ),
      ...table(
        'supplied_value',
        `file bigint not null, file_values integer not null,
         position integer not null check (position between 1 and file_values),
         urn text not null check (urn ~ '^[0-9]{6}$'), item text not null,
         number double precision, words text, on_date date not null, row integer not null,
         check (num_nonnulls(number, words) = 1),
         primary key (file, position), unique (file, urn, item, on_date),
         foreign key (file, file_values) references supplied_file (number, values_kept)`,
        [
          { may: 'read', when: officer },
          { may: 'read', when: ownSchool },
          { may: 'add', when: officer },
        ],
      ),
      `create index supplied_value_of_school on supplied_value (urn, item, on_date)`,
      // The values of a school say which files its head and chair may know of.
      ...furtherAccess(
        'supplied_file',
        {
          may: 'read',
          when: `(select acting_role()) in ('head', 'chair') and number in (select v.file from supplied_value v)`,
        },
        3,
      ),
      ...table(
        'supplied_problem',
        `file bigint not null references supplied_file, position integer not null, row integer not null,
         column_name text, what text not null, what_to_do text not null,
         severity text not null check (severity in ('error', 'warning')), primary key (file, position)`,
        [
          { may: 'read', when: officer },
          { may: 'add', when: officer },
        ],
      ),
      ...table(
        'supplied_undo',
        `file bigint primary key references supplied_file, reason text not null check (reason <> ''), ${by('undone')}`,
        [
          { may: 'read', when: officer },
          {
            may: 'read',
            when: `(select acting_role()) in ('head', 'chair') and file in (select f.number from supplied_file f)`,
          },
          { may: 'add', columns: ['file', 'reason', 'undone_by_name'], when: named('undone') },
        ],
      ),
    ],
  },
];
