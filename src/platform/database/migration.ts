import { createHash } from 'node:crypto';
import type pg from 'pg';
import { applicationRole } from './application-role.ts';
import { quotedName } from './identifiers.ts';
import { prepareAccess, stepsAccess } from './prepare-access.ts';
import { assertProtected } from './row-policies.ts';
import { table, type TableAccess } from './table.ts';

/** One step in the life of a schema. Never changed once released: the next step goes after it. */
export interface Migration {
  /** `people-1-persons`: room, number within the room, what. Unique. */
  readonly id: string;
  /** Statements, run in the schema as its owner. Write tables with `table()`. */
  readonly statements: readonly string[];
}

/** All a schema has: its tables step by step, and who may see and add which rows. */
export interface SchemaForm {
  readonly migrations: readonly Migration[];
  readonly access: readonly TableAccess[];
}

const ownTable = table(
  'migration',
  'id text primary key, checksum text not null, applied_at timestamptz not null default now()',
  stepsAccess.access,
);

/**
 * Creates a schema or brings it up to date: all outstanding migrations and the access declared now in one transaction,
 * under a lock, so that two processes starting at once do it once. Throws, and keeps nothing, if a table would be left
 * without row policies or if a migration that was applied has since been changed.
 */
export async function migrateSchema(
  owner: pg.Client,
  schema: string,
  name: string | null,
  { migrations, access }: SchemaForm,
): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock(hashtext($1))', [schema]);
    await createSchema(owner, schema, name);
    const { rows } = await owner.query<{ id: string; checksum: string }>(
      'select id, checksum from migration',
    );
    const applied = new Map(rows.map(({ id, checksum }) => [id, checksum]));
    for (const migration of migrations) {
      const checksum = checksumOf(migration);
      const before = applied.get(migration.id);
      if (before === checksum) continue;
      if (before !== undefined) throw new Error(`Migration ${migration.id} was changed after it was applied`);
      for (const statement of migration.statements) await owner.query(statement);
      await owner.query('insert into migration (id, checksum) values ($1, $2)', [migration.id, checksum]);
    }
    await prepareAccess(owner, schema, access);
    await assertProtected(owner, schema);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The name is kept as the schema's comment: one look at the catalogue lists all authorities, and a dump carries it. */
async function createSchema(owner: pg.Client, schema: string, name: string | null): Promise<void> {
  const found = await owner.query('select 1 from pg_namespace where nspname = $1', [schema]);
  if (found.rowCount === 0) {
    await owner.query(`create schema ${quotedName(schema)}`);
    await owner.query(`grant usage on schema ${quotedName(schema)} to ${quotedName(applicationRole)}`);
  }
  await owner.query(`set local search_path = ${quotedName(schema)}`);
  if (found.rowCount === 0) for (const statement of ownTable) await owner.query(statement);
  if (name !== null) {
    const { rows } = await owner.query<{ comment: string }>(
      "select format('comment on schema %I is %L', $1::text, $2::text) as comment",
      [schema, name],
    );
    for (const { comment } of rows) await owner.query(comment);
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.statements.join(';\n')).digest('hex');
}
