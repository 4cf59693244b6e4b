import type { ColumnType, Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface InstallationTables {
    /** Who can sign in. What they are called and may do is said by each authority that knows them. */
    account: {
      /** A random UUID; the same as `person.id` in every authority. */
      id: string;
      /** Their mail address in small letters. */
      sign_in_name: string;
      /** Of an invented person: signs in by one click, and never into an authority that exists. */
      demonstration: boolean;
      made_at: Generated<Date>;
    };
    /** The authorities that know an account. */
    account_authority: { account: string; authority: string; added_at: Generated<Date> };
    /** A session: found by the SHA-256 of its token, which only the browser has. */
    session: {
      token_hash: string;
      account: string;
      how: 'password' | 'provider' | 'demonstration';
      began_at: Generated<Date>;
      ends_at: ColumnType<Date, string, never>;
    };
    /** That a session was in use, noted every few minutes. */
    session_seen: { token_hash: string; seen_at: Generated<Date> };
    session_ended: { token_hash: string; why: string; ended_at: Generated<Date> };
    /** Every session of the account that began before is over. */
    signed_out: { account: string; why: string; signed_out_at: Generated<Date> };
  }
}

const now = `timestamptz not null default clock_timestamp()`;

export const signInMigrations: readonly Migration[] = [
  {
    id: 'people-1-sign-in',
    statements: [
      `create function presented(value text) returns boolean language sql stable
        begin atomic; select value = any (string_to_array(current_setting('middletier.presented', true), ' ')); end`,
      ...table(
        'account',
        `id text primary key check (id ~ '^[0-9a-f-]{36}$'),
         sign_in_name text not null unique check (sign_in_name = lower(sign_in_name) and sign_in_name ~ '^[^ ]+@[^ ]+$'),
         demonstration boolean not null, made_at ${now}`,
      ),
      ...table(
        'account_authority',
        `account text not null references account, authority text not null, added_at ${now}, primary key (account, authority)`,
      ),
      ...table(
        'session',
        `token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'), account text not null references account,
         how text not null check (how in ('password', 'provider', 'demonstration')), began_at ${now}, ends_at timestamptz not null`,
      ),
      `create index session_of_account on session (account)`,
      ...table('session_seen', `token_hash text not null references session, seen_at ${now}`),
      `create index session_seen_last on session_seen (token_hash, seen_at desc)`,
      ...table(
        'session_ended',
        `token_hash text primary key references session, why text not null, ended_at ${now}`,
      ),
      ...table(
        'signed_out',
        `account text not null references account, why text not null, signed_out_at ${now}`,
      ),
      `create index signed_out_of on signed_out (account, signed_out_at desc)`,
    ],
  },
];
