import type { Transaction } from 'kysely';

/**
 * The tables of an authority's schema, typed. Each room declares its own beside its migrations
 * (`declare module '#/platform/database/tables.ts'`), so that this room knows none of them.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the rooms that own the tables
export interface AuthorityTables {}

/** A transaction in one authority's schema with the person set: the only way to its tables. */
export type AuthorityTransaction = Transaction<AuthorityTables>;

/**
 * The tables of the installation's own schema, which belong to no authority: who signs in, and their sessions. Declared by
 * the room that owns them, as those of an authority are.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the room that owns the tables
export interface InstallationTables {}

/** A transaction in the installation's schema with what was presented set: the only way to its tables. */
export type InstallationTransaction = Transaction<InstallationTables>;
