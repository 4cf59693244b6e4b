import type { Transaction } from 'kysely';

/**
 * The tables of an authority's schema, typed. Each room declares its own beside its migrations
 * (`declare module '#/platform/database/tables.ts'`), so that this room knows none of them.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the rooms that own the tables
export interface AuthorityTables {}

/** A transaction in one authority's schema with the person set: the only way to its tables. */
export type AuthorityTransaction = Transaction<AuthorityTables>;
