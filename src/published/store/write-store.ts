import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { literal } from '#/published/facts/sql.ts';
import { loadLocalAuthorities } from '#/law/local-authorities.ts';
import { KnownError } from '#/platform/errors.ts';
import { derive } from './derive.ts';
import {
  publishGeneration,
  readPointer,
  refuseOtherForm,
  removeLeftovers,
  withImportLock,
  type Pointer,
  type Remembered,
} from './generations.ts';
import { keepStaged, schema, types, stagingTables } from './schema.ts';

/** A store that an import may write to: a copy, until it is published. */
export interface Draft {
  readonly connection: DuckDBConnection;
  /** Folder for files of this import; taken away at its end. */
  readonly workFolder: string;
}

/** How an authority is called in addresses: `Bournemouth, Christchurch and Poole` is `bournemouth-christchurch-and-poole`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

async function nameAuthorities(connection: DuckDBConnection): Promise<void> {
  const rows = loadLocalAuthorities().flatMap((authority) =>
    [authority.name, authority.code, ...authority.alsoCalled].map(
      (spelling) =>
        `(${[spelling.toLowerCase(), authority.code, authority.name, slugOf(authority.name), authority.region].map(literal).join(', ')})`,
    ),
  );
  await connection.run(
    `create or replace temp table authority_name as
select distinct * from (values ${rows.join(', ')}) t(spelling, code, name, slug, region)`,
  );
}

/** Turns the two ways in which a full disk shows itself into an error that says what to do. */
export function explainDisk(error: unknown): unknown {
  const full =
    error instanceof Error &&
    (/no space left|ENOSPC|EDQUOT|quota exceeded|out of disk/i.test(error.message) ||
      ('code' in error && error.code === 'ENOSPC'));
  if (!full) return error;
  return new KnownError(
    'disk-full',
    'There is no room left on the disk for this import. Nothing was changed: what was imported before is still there.',
    ['Make room on the disk that holds the data folder, then run the import again.'],
    { cause: error },
  );
}

/**
 * Runs an import in a copy of the store and publishes the copy when `work` says that something changed. Killed or failed
 * anywhere, the store stays as it was.
 */
export async function writeStore<T extends Remembered & { readonly changed: boolean }>(
  folder: string,
  from: 'current' | 'empty',
  work: (draft: Draft, before: Pointer | null) => Promise<T>,
): Promise<T> {
  try {
    return await withImportLock(folder, () => writeLocked(folder, from, work));
  } catch (error) {
    throw explainDisk(error);
  }
}

async function writeLocked<T extends Remembered & { readonly changed: boolean }>(
  folder: string,
  from: 'current' | 'empty',
  work: (draft: Draft, before: Pointer | null) => Promise<T>,
): Promise<T> {
  await removeLeftovers(folder);
  const before = readPointer(folder);
  if (from === 'current') refuseOtherForm(before);
  const path = join(folder, 'draft.duckdb');
  const workFolder = join(folder, 'draft-work');
  await mkdir(workFolder, { recursive: true });
  try {
    const old = before === null || from === 'empty' ? null : join(folder, before.generation);
    if (old !== null && existsSync(old)) await copyFile(old, path, constants.COPYFILE_FICLONE);
    const result = await inDatabase(path, old === null, (connection) =>
      work({ connection, workFolder }, before),
    );
    if (result.changed) await publishGeneration(folder, path, result);
    return result;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
    await rm(path, { force: true });
    await rm(`${path}.wal`, { force: true });
  }
}

async function inDatabase<T extends { readonly changed: boolean }>(
  path: string,
  fresh: boolean,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    if (fresh) await connection.run(`${types}${schema}`);
    await nameAuthorities(connection);
    for (const statement of stagingTables) await connection.run(statement);
    const result = await work(connection);
    if (result.changed) {
      for (const statement of keepStaged(fresh)) await connection.run(statement);
      await derive(connection);
      await connection.run('checkpoint');
    }
    return result;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
