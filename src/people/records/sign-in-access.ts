import type { TableAccess } from '#/platform/database/table.ts';
import { keptLongEnoughHere } from './retention-access.ts';

const ofSession = `account in (select s.account from session s)`;
const bySession = `presented(token_hash)`;
const ofOwnSession = (table: string): string =>
  `exists (select from session s where s.token_hash = ${table}.token_hash)`;

/** Kept as long after the end of the session as the retention table says. */
const letGo = keptLongEnoughHere('sessions', (longAgo) => `ends_at < ${longAgo}`);
const letGoWithSession = keptLongEnoughHere(
  'sessions',
  (longAgo) => `token_hash in (select s.token_hash from session s where s.ends_at < ${longAgo})`,
);

/** Of an invented person, whom anybody may be. It is said when the account is made, and nothing can change it. */
const ofInventedPerson = `exists (select from account a where a.id = account and a.demonstration)`;

/**
 * A row is seen by whoever presents what it is found by: an account by its identity or its sign-in name, a session by the
 * hash of its token. Nobody can list either (`Records.inInstallation`); only the invented people of a demonstration are
 * there for everybody, and only they can be signed in as without showing anything. The owner reads sessions for
 * `presented_accounts()`, and removes old ones.
 */
export const signInAccess: readonly TableAccess[] = [
  {
    table: 'account',
    access: [
      { may: 'read', when: `presented(id) or presented(sign_in_name)` },
      { may: 'read', when: `id in (select s.account from session s)` },
      { may: 'read', when: `demonstration` },
      { may: 'add', columns: ['id', 'sign_in_name', 'demonstration'], when: `presented(id)` },
    ],
  },
  {
    table: 'account_authority',
    access: [
      { may: 'read', when: `presented(account) or ${ofSession}` },
      { may: 'read', when: ofInventedPerson },
      { may: 'add', columns: ['account', 'authority'], when: `presented(account)` },
    ],
  },
  {
    table: 'session',
    access: [
      { may: 'read', when: bySession },
      ...letGo,
      // Whether somebody who was invited has ever signed in, and their own list of sessions. No question within it: the policy
      // of accounts asks this table.
      { may: 'read', when: `presented(account)` },
      {
        may: 'add',
        columns: ['token_hash', 'account', 'how', 'ends_at'],
        when: `${bySession} and presented(account) and (how = 'demonstration') = ${ofInventedPerson}`,
      },
    ],
  },
  {
    table: 'session_seen',
    access: [
      { may: 'read', when: bySession },
      { may: 'read', when: ofOwnSession('session_seen') },
      { may: 'add', columns: ['token_hash'], when: bySession },
      ...letGoWithSession,
    ],
  },
  {
    table: 'session_ended',
    access: [
      { may: 'read', when: bySession },
      { may: 'read', when: ofOwnSession('session_ended') },
      ...letGoWithSession,
      { may: 'add', columns: ['token_hash', 'why'], when: bySession },
    ],
  },
  {
    table: 'signed_out',
    access: [
      { may: 'read', when: `presented(account) or ${ofSession}` },
      { may: 'add', columns: ['account', 'why'], when: `presented(account) or ${ofSession}` },
      ...keptLongEnoughHere('sessions', (longAgo) => `signed_out_at < ${longAgo}`),
    ],
  },
];
