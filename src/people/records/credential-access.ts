import type { TableAccess } from '#/platform/database/table.ts';
import { keptLongEnoughHere } from './retention-access.ts';

/** A real person's, who is signed in or holds a set-up link: nobody else sets a password, and nobody an invented person's. */
const bySelf = `not exists (select from account a where a.id = account and a.demonstration)
  and (account in (select presented_accounts())
       or account in (select l.account from set_up_link l where presented(l.token_hash) and l.until > now()
            and not exists (select from set_up_link_used u where u.token_hash = l.token_hash)
            and l.number = (select max(n.number) from set_up_link n where n.account = l.account)))`;

/** As of the other tables of sign-in (`sign-in-access.ts`): a row is seen by whoever presents what it is found by. */
export const credentialAccess: readonly TableAccess[] = [
  {
    table: 'credential',
    access: [
      { may: 'read', when: 'presented(account)' },
      {
        may: 'add',
        columns: ['account', 'memory', 'passes', 'parallelism', 'salt', 'hash'],
        when: `presented(account) and ${bySelf}`,
      },
    ],
  },
  {
    table: 'set_up_link',
    access: [
      { may: 'read', when: 'presented(token_hash) or presented(account)' },
      {
        may: 'add',
        columns: ['token_hash', 'account', 'until'],
        when: `presented(token_hash) and presented(account) and until <= now() + interval '8 days'
          and not exists (select from account a where a.id = account and a.demonstration)`,
      },
      ...keptLongEnoughHere('sessions', (longAgo) => `until < ${longAgo}`),
    ],
  },
  {
    table: 'set_up_link_used',
    access: [
      {
        may: 'read',
        when: `exists (select from set_up_link l where l.token_hash = set_up_link_used.token_hash)`,
      },
      { may: 'add', columns: ['token_hash'], when: 'presented(token_hash)' },
      ...keptLongEnoughHere(
        'sessions',
        (longAgo) => `token_hash in (select l.token_hash from set_up_link l where l.until < ${longAgo})`,
      ),
    ],
  },
  {
    table: 'sign_in_attempt',
    access: [
      { may: 'read', when: 'presented(name_hash) or presented(place_hash)' },
      {
        may: 'add',
        columns: ['name_hash', 'place_hash', 'refused'],
        when: 'presented(name_hash) and presented(place_hash)',
      },
      ...keptLongEnoughHere('attempts to sign in', 'attempted_at'),
    ],
  },
  {
    table: 'sign_in_succeeded',
    access: [
      { may: 'read', when: 'exists (select from sign_in_attempt a where a.number = attempt)' },
      {
        may: 'add',
        columns: ['attempt'],
        when: 'exists (select from sign_in_attempt a where a.number = attempt and not a.refused)',
      },
      ...keptLongEnoughHere('attempts to sign in', 'succeeded_at'),
    ],
  },
  {
    table: 'identity',
    access: [
      { may: 'read', when: 'presented(identity_hash)' },
      {
        may: 'add',
        columns: ['identity_hash', 'issuer', 'subject', 'account'],
        when: `presented(identity_hash) and presented(account)
          and not exists (select from account a where a.id = account and a.demonstration)`,
      },
    ],
  },
  {
    table: 'provider_sign_in',
    access: [
      { may: 'read', when: 'presented(state_hash) and presented(browser_hash)' },
      {
        may: 'add',
        columns: ['state_hash', 'browser_hash', 'nonce', 'verifier', 'wanted'],
        when: 'presented(state_hash) and presented(browser_hash)',
      },
      ...keptLongEnoughHere('attempts to sign in', 'began_at'),
    ],
  },
  {
    table: 'provider_sign_in_used',
    access: [
      { may: 'read', when: 'presented(state_hash)' },
      { may: 'add', columns: ['state_hash'], when: 'presented(state_hash)' },
      ...keptLongEnoughHere('attempts to sign in', 'used_at'),
    ],
  },
];
