import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';
import { authoritiesOf } from './signed-in.ts';

/** Who can sign in. */
export interface Account {
  readonly id: string;
  readonly signInName: string;
  /** Of an invented person. */
  readonly demonstration: boolean;
}

/**
 * The account with this sign-in name, made where there is none. The transaction presents the name and the new identity;
 * two that ask at once have the same answer.
 */
export async function findOrAddAccount(
  transaction: InstallationTransaction,
  wanted: Account,
): Promise<Account> {
  await transaction
    .insertInto('account')
    .values({ id: wanted.id, sign_in_name: wanted.signInName, demonstration: wanted.demonstration })
    .onConflict((conflict) => conflict.column('sign_in_name').doNothing())
    .execute();
  const found = await accountNamed(transaction, wanted.signInName);
  if (found === null) throw new Error('An account that was added is not there');
  return found;
}

/** The account with this sign-in name, which the transaction presents. */
export async function accountNamed(
  transaction: InstallationTransaction,
  signInName: string,
): Promise<Account | null> {
  const row = await transaction
    .selectFrom('account')
    .select(['id', 'sign_in_name as signInName', 'demonstration'])
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Notes that an authority knows the account, which the transaction presents; two that ask at once wait for each other.
 *
 * @param permit throws where it may not join, told which authorities knew it before
 * @returns those
 */
export async function addToAuthority(
  transaction: InstallationTransaction,
  account: string,
  authority: string,
  permit: (before: readonly string[]) => void = () => undefined,
): Promise<readonly string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`account ${account}`}, 0))`.execute(transaction);
  const before = await authoritiesOf(transaction, account);
  if (before.includes(authority)) return before;
  permit(before);
  await transaction.insertInto('account_authority').values({ account, authority }).execute();
  return before;
}

/** Every account of an invented person, each with the authorities that know it. Nothing need be presented. */
export async function demonstrationAccounts(
  transaction: InstallationTransaction,
): Promise<readonly (Account & { readonly authority: string })[]> {
  return transaction
    .selectFrom('account')
    .innerJoin('account_authority', 'account_authority.account', 'account.id')
    .select([
      'account.id',
      'account.sign_in_name as signInName',
      'account.demonstration',
      'account_authority.authority',
    ])
    .where('account.demonstration', '=', true)
    .orderBy('account.sign_in_name')
    .execute();
}

/** The account with this identity, which the transaction presents. */
export async function accountWithId(
  transaction: InstallationTransaction,
  id: string,
): Promise<Account | null> {
  const row = await transaction
    .selectFrom('account')
    .select(['id', 'sign_in_name as signInName', 'demonstration'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
