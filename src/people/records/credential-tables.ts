import type { ColumnType, Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface InstallationTables {
    /** How a password is recognised: argon2id with its own measures, so that they can grow. The newest counts. */
    credential: {
      number: Generated<string>;
      account: string;
      /** KiB. */
      memory: number;
      passes: number;
      parallelism: number;
      /** Both base64url. */
      salt: string;
      hash: string;
      kept_at: Generated<Date>;
    };
    /** A link that lets somebody set a password, once. Of an account's links only the newest holds. */
    set_up_link: {
      number: Generated<string>;
      token_hash: string;
      account: string;
      made_at: Generated<Date>;
      until: ColumnType<Date, string, never>;
    };
    set_up_link_used: { token_hash: string; used_at: Generated<Date> };
    /** That somebody tried to sign in: hashes of the name and of where from. Without a success it failed. */
    sign_in_attempt: {
      number: Generated<string>;
      name_hash: string;
      place_hash: string;
      /** It came too soon, and what was typed was not looked at. */
      refused: boolean;
      attempted_at: Generated<Date>;
    };
    sign_in_succeeded: { attempt: string; succeeded_at: Generated<Date> };
    /** Whom a provider means by an identity of its own: told by the first sign-in, and never changed. */
    identity: {
      /** SHA-256 of both: what it is found by. */
      identity_hash: string;
      issuer: string;
      subject: string;
      account: string;
      said_at: Generated<Date>;
    };
    /** A sign-in that is under way at the provider: found by its state and by the browser that began it. */
    provider_sign_in: {
      state_hash: string;
      browser_hash: string;
      nonce: string;
      verifier: string;
      /** The page that was wanted. */
      wanted: string;
      began_at: Generated<Date>;
    };
    provider_sign_in_used: { state_hash: string; used_at: Generated<Date> };
  }
}

const now = `timestamptz not null default clock_timestamp()`;
const hash = `text primary key check (token_hash ~ '^[0-9a-f]{64}$')`;

export const credentialMigrations: readonly Migration[] = [
  {
    id: 'people-2-credentials',
    statements: [
      ...table(
        'credential',
        `number bigint generated always as identity primary key, account text not null references account,
         memory integer not null, passes integer not null, parallelism integer not null,
         salt text not null check (length(salt) >= 22), hash text not null check (length(hash) >= 43), kept_at ${now}`,
      ),
      `create index credential_of on credential (account, number desc)`,
      ...table(
        'set_up_link',
        `number bigint generated always as identity unique, token_hash ${hash},
         account text not null references account, made_at ${now}, until timestamptz not null`,
      ),
      `create index set_up_link_of on set_up_link (account, number desc)`,
      ...table('set_up_link_used', `token_hash text primary key references set_up_link, used_at ${now}`),
      ...table(
        'sign_in_attempt',
        `number bigint generated always as identity primary key, name_hash text not null, place_hash text not null,
         refused boolean not null, attempted_at ${now}`,
      ),
      `create index sign_in_attempt_by_name on sign_in_attempt (name_hash, attempted_at desc)`,
      `create index sign_in_attempt_by_place on sign_in_attempt (place_hash, attempted_at desc)`,
      ...table(
        'sign_in_succeeded',
        `attempt bigint primary key references sign_in_attempt on delete cascade, succeeded_at ${now}`,
      ),
      ...table(
        'identity',
        `identity_hash text primary key check (identity_hash ~ '^[0-9a-f]{64}$'), issuer text not null,
         subject text not null, account text not null references account, said_at ${now}, unique (issuer, account)`,
      ),
      ...table(
        'provider_sign_in',
        `state_hash text primary key check (state_hash ~ '^[0-9a-f]{64}$'), browser_hash text not null,
         nonce text not null, verifier text not null, wanted text not null, began_at ${now}`,
      ),
      ...table(
        'provider_sign_in_used',
        `state_hash text primary key references provider_sign_in on delete cascade, used_at ${now}`,
      ),
      `create index account_of_invented_people on account (sign_in_name) where demonstration`,
      // Whose session is presented: asked by the policy of sessions itself, so it looks with its owner's eyes.
      `create function presented_accounts() returns setof text language sql stable security definer
        begin atomic;
          select s.account from session s
           where s.token_hash = any (string_to_array(current_setting('middletier.presented', true), ' ')) and s.ends_at > now()
             and not exists (select from session_ended e where e.token_hash = s.token_hash)
             and not exists (select from signed_out o where o.account = s.account and o.signed_out_at >= s.began_at);
        end`,
    ],
  },
];
