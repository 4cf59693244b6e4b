import type { ColumnType, Generated } from 'kysely';
import type { Scheme } from '#/law/scheme-schema.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** The schemes of categories an authority has taken on, its own or one there is: the newest is in use. */
    scheme_adopted: {
      number: Generated<string>;
      /** Its name, without the version. */
      scheme: string;
      /** From 1 for each scheme; `(scheme, version)` is taken once, so nothing is overwritten. */
      version: number;
      /** The authority’s own, by file; otherwise one of `reference/schemes/`. */
      own: boolean;
      /** All of it, as adopted: a file that changes later changes nothing here. */
      content: ColumnType<Scheme, string, never>;
      why: string;
      adopted_at: Generated<Date>;
      adopted_by: Generated<string>;
      adopted_by_name: string;
    };
  }
}

/**
 * Which scheme an authority uses, since when, by whose decision and why. Criteria are no secret: everyone the authority
 * knows reads them. Only an officer adopts one, in their own name; nothing is changed or removed.
 */
export const schemeMigrations: readonly Migration[] = [
  {
    id: 'analyse-2-schemes',
    statements: table(
      'scheme_adopted',
      `number bigint generated always as identity primary key,
       scheme text not null check (scheme ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), version integer not null check (version > 0),
       own boolean not null, content json not null, why text not null check (length(trim(why)) > 0),
       adopted_at timestamptz not null default clock_timestamp(),
       adopted_by text not null default current_setting('middletier.person'), adopted_by_name text not null,
       unique (scheme, version)`,
      [
        { may: 'read', when: '(select acting_role()) is not null' },
        {
          may: 'add',
          columns: ['scheme', 'version', 'own', 'content', 'why', 'adopted_by_name'],
          when: `(select acting_role()) = 'officer' and adopted_by = (select acting_person()) and adopted_by_name = (select name from person where id = acting_person())`,
        },
      ],
    ),
  },
];
