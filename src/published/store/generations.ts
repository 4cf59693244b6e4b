import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { KnownError } from '#/platform/errors.ts';
import { storeForm } from './form.ts';

/**
 * The store is one file a generation; `current` names the one to read. An import works in a copy and then replaces
 * `current` in one step, so whoever reads sees a whole import or none of it, wherever the import was killed.
 */
const pointer = z.strictObject({
  /** Form of the tables; stores from before forms were written down have none. */
  form: z.string().default('none'),
  generation: z.string().regex(/^generation-\d{6}\.duckdb$/),
  /** Files in the store, with what is needed to import them again. */
  files: z.array(
    z.strictObject({
      sha256: z.string(),
      fileName: z.string(),
      importedAt: z.string(),
      stated: z.string(),
    }),
  ),
  /** Imports that were taken out again, oldest first: what each was, when it was undone, by whom and why. */
  undone: z
    .array(
      z.strictObject({
        sha256: z.string(),
        fileName: z.string(),
        title: z.string(),
        importedAt: z.string(),
        undoneAt: z.string(),
        undoneBy: z.string(),
        reason: z.string().default(''),
      }),
    )
    .default([]),
});

export type Pointer = Readonly<z.infer<typeof pointer>>;

/** What a new generation is remembered with. */
export type Remembered = Pick<Pointer, 'files' | 'undone'>;

/** An import that was taken out of the store. */
export type Undone = Readonly<Pointer['undone'][number]>;

export function storeFolder(dataFolder: string): string {
  return join(dataFolder, 'published');
}

/** The generation to read; `null` before the first import. */
export function readPointer(folder: string): Pointer | null {
  const path = join(folder, 'current');
  if (!existsSync(path)) return null;
  return pointer.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Whether another version of Middle Tier made the store, so that it has to be made again before it can be read. */
export function isOfAnotherForm(pointer: Pointer | null): boolean {
  return pointer !== null && pointer.form !== storeForm;
}

/** Refuses a store of another form, and says how to make it again. */
export function refuseOtherForm(pointer: Pointer | null): void {
  if (!isOfAnotherForm(pointer)) return;
  throw new KnownError(
    'store-of-another-version',
    'What was imported is kept in the form of another version of Middle Tier.',
    [
      'Make it again from the files imported before, which are all kept: npx middletier import --rebuild',
      'Or run npm start, which does so by itself. Nothing that people decided is touched.',
    ],
  );
}

/** Something that changes whenever another generation becomes current: cheap enough to ask before every reading. */
export function pointerStamp(folder: string): string {
  const stat = statSync(join(folder, 'current'), { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? 'none' : `${stat.ino}:${stat.mtimeNs}:${stat.size}`;
}

/** The same for whoever has the data folder. */
export function currentStamp(dataFolder: string): string {
  return pointerStamp(storeFolder(dataFolder));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file so that it is there whole, or not at all, even when the power goes. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.draft`;
  await writeFile(draft, content, { flush: true });
  await rename(draft, path);
  await flush(join(path, '..'));
}

/** Makes a finished generation the current one and takes the older ones away. Readers that have them open keep them. */
export async function publishGeneration(
  folder: string,
  draft: string,
  remembered: Remembered,
): Promise<void> {
  const before = readPointer(folder);
  const number = before === null ? 1 : Number(/\d+/.exec(before.generation)?.[0]) + 1;
  const generation = `generation-${String(number).padStart(6, '0')}.duckdb`;
  const { files, undone } = remembered;
  const written: Pointer = { form: storeForm, generation, files, undone };
  await flush(draft);
  await rename(draft, join(folder, generation));
  await writeWhole(join(folder, 'current'), `${JSON.stringify(written, null, 2)}\n`);
  await removeLeftovers(folder);
}

/** Takes away drafts and generations that nothing points to: what a killed import or an older generation left. */
export async function removeLeftovers(folder: string): Promise<void> {
  const keep = readPointer(folder)?.generation;
  for (const name of await readdir(folder)) {
    if (/^(?:generation-.*|draft.*|current\.draft)$/.test(name) && name !== keep) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

const locked = new Set<string>();

/**
 * Holds the folder for one import at a time. The lock is the one that the database takes on a file it writes to: the
 * operating system gives it back when the process ends, however it ends.
 */
export async function withImportLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const busy = (cause?: unknown) =>
    new KnownError(
      'import-in-progress',
      'Another import is running on this data folder.',
      ['Wait until it has finished, then run this import again.'],
      { cause },
    );
  if (locked.has(folder)) throw busy();
  locked.add(folder);
  try {
    let lock: DuckDBInstance;
    try {
      lock = await DuckDBInstance.create(join(folder, 'import.lock'));
    } catch (error) {
      if (error instanceof Error && /lock/i.test(error.message)) throw busy(error);
      throw error;
    }
    try {
      return await work();
    } finally {
      lock.closeSync();
    }
  } finally {
    locked.delete(folder);
  }
}
