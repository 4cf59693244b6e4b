import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import type { Ending, RequestLevel } from '#/schools/rules/request-steps.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** What a school is asked for by a day. Its number is a random one: gaps in a row of numbers would tell of hidden ones. */
    school_request: {
      id: string;
      urn: string;
      what: string;
      why: string;
      due_on: string;
      level: RequestLevel;
      asked_at: Generated<Date>;
      asked_by: Generated<string>;
      asked_by_name: string;
    };
    /** Who may know of a request that only named people know of, beside whoever asked. */
    school_request_reader: { request: string; person: string };
    /** What became of a request, without the words of an answer: for everybody who may know of the request. */
    school_request_step: {
      number: Generated<string>;
      request: string;
      step: 'answered' | Ending;
      /** Why it was withdrawn or is no longer waited for; empty for an answer. */
      why: string;
      taken_at: Generated<Date>;
      taken_by: Generated<string>;
      taken_by_name: string;
    };
    /** The words of an answer: of head and chair, for the authority’s officers. */
    school_request_answer: {
      number: Generated<string>;
      request: string;
      urn: string;
      words: string;
      answered_at: Generated<Date>;
      answered_by: Generated<string>;
      answered_by_name: string;
    };
  }
}

const by = (prefix: string) =>
  `${prefix}_at timestamptz not null default clock_timestamp(),
   ${prefix}_by text not null default current_setting('middletier.person'), ${prefix}_by_name text not null`;

/**
 * `acting_named_in()` looks with its owner's eyes, because who is named is itself seen only with the request; all it tells
 * is in which requests the person who acts is named.
 */
export const requestMigrations: readonly Migration[] = [
  {
    id: 'schools-2-requests',
    statements: [
      ...table(
        'school_request',
        `id uuid primary key, urn text not null check (urn ~ '^[0-9]{6}$'),
         what text not null check (trim(what) <> ''), why text not null check (trim(why) <> ''),
         due_on date not null, level text not null check (level in ('school and authority', 'authority', 'named people')),
         ${by('asked')}, unique (id, urn)`,
      ),
      ...table(
        'school_request_reader',
        `request uuid not null references school_request, person text not null references person, primary key (request, person)`,
      ),
      ...table(
        'school_request_step',
        `number bigint generated always as identity primary key, request uuid not null references school_request,
         step text not null check (step in ('answered', 'withdrawn', 'done')),
         why text not null check ((step = 'withdrawn') <= (trim(why) <> '')), ${by('taken')}`,
      ),
      ...table(
        'school_request_answer',
        `number bigint generated always as identity primary key, request uuid not null, urn text not null,
         words text not null check (trim(words) <> ''), ${by('answered')},
         foreign key (request, urn) references school_request (id, urn)`,
      ),
      `create index school_request_of on school_request (urn, due_on)`,
      `create index school_request_step_of on school_request_step (request, number)`,
      `create index school_request_answer_of on school_request_answer (request, number)`,
      `create unique index school_request_ends_once on school_request_step (request) where step <> 'answered'`,
      `create function acting_named_in() returns setof uuid language sql stable security definer
        begin atomic; select r.request from school_request_reader r where r.person = acting_person(); end`,
    ],
  },
];
