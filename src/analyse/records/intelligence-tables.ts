import type { Generated } from 'kysely';
import type { Basis, IntelligenceAct, IntelligenceLevel } from '#/analyse/rules/intelligence/intelligence.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What came to a service’s ears about a school. Its number is a random one: gaps in a row of numbers would tell of hidden ones. */
    intelligence: {
      id: string;
      urn: string;
      kind: string;
      source: string;
      basis: Basis;
      known_on: string;
      level: IntelligenceLevel;
      words: string;
      holds_until: string;
      told_at: Generated<Date>;
      told_by: Generated<string>;
      told_by_name: string;
    };
    /** Who may know of an entry that only named people know of, beside whoever told it. */
    intelligence_reader: { entry: string; person: string };
    /** What became of an entry: withdrawn, corrected, renewed, looked at; with its reason. */
    intelligence_step: {
      number: Generated<string>;
      entry: string;
      act: IntelligenceAct;
      why: string;
      says: string | null;
      until: string | null;
      taken_at: Generated<Date>;
      taken_by: Generated<string>;
      taken_by_name: string;
    };
  }
}

const by = (prefix: string): string =>
  `${prefix}_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;

/**
 * `acting_named_in_intelligence()` looks with its owner's eyes, because who is named is itself seen only with the entry; all
 * it tells is in which entries the person who acts is named.
 */
export const intelligenceMigrations: readonly Migration[] = [
  {
    id: 'analyse-9-intelligence',
    statements: [
      ...table(
        'intelligence',
        `id uuid primary key, urn text not null check (urn ~ '^[0-9]{6}$'), kind text not null check (trim(kind) <> ''),
         source text not null check (trim(source) <> ''), basis text not null check (basis in ('seen', 'told', 'record')),
         known_on date not null, level text not null check (level in ('school and authority', 'authority', 'named people')),
         words text not null check (trim(words) <> ''), holds_until date not null check (holds_until >= known_on),
         ${by('told')}`,
      ),
      ...table(
        'intelligence_reader',
        `entry uuid not null references intelligence, person text not null references person, primary key (entry, person)`,
      ),
      ...table(
        'intelligence_step',
        `number bigint generated always as identity primary key, entry uuid not null references intelligence,
         act text not null check (act in ('looked at', 'corrected', 'renewed', 'withdrawn')),
         why text not null check (trim(why) <> ''),
         says text check ((act = 'corrected') = (says is not null and trim(says) <> '')),
         until date check ((act = 'renewed') = (until is not null)), ${by('taken')}`,
      ),
      `create index intelligence_of on intelligence (urn, known_on)`,
      `create index intelligence_step_of on intelligence_step (entry, number)`,
      `create unique index intelligence_withdrawn_once on intelligence_step (entry) where act = 'withdrawn'`,
      `create function acting_named_in_intelligence() returns setof uuid language sql stable security definer
        begin atomic; select r.entry from intelligence_reader r where r.person = acting_person(); end`,
    ],
  },
];
