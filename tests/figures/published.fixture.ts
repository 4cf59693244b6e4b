import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importFiles, type ImportReport } from '#/published/actions/import-files.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import { silent } from '#/published/store/import.fixture.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';

/** Folder of real official files, outside the project; `null` where it is absent. */
export const sharedData: string | null =
  [process.env['MIDDLETIER_SHARED'], resolve(import.meta.dirname, '../../../shared')]
    .flatMap((folder) => (folder === undefined ? [] : [join(folder, 'data')]))
    .find((folder) => existsSync(folder)) ?? null;

/** Options for a test that needs the real files: run where they are, skipped with the reason where they are not. */
export const needsSharedData =
  sharedData === null
    ? { skip: 'the official files are not here (../shared/data, or MIDDLETIER_SHARED)' }
    : { timeout: 120_000 };

/** A store of its own in a temporary folder, with the named files of the shared data in it. */
export async function importShared(files: readonly string[]): Promise<{
  readonly dataFolder: string;
  readonly report: ImportReport;
  readonly store: PublishedStore;
  readonly remove: () => Promise<void>;
}> {
  const folder = sharedData ?? '';
  const dataFolder = await mkdtemp(join(tmpdir(), 'middletier-figures-'));
  const report = await importFiles({
    dataFolder,
    paths: files.map((file) => join(folder, file)),
    now: () => '2026-11-20T12:00:00.000Z',
    terminal: silent,
  });
  const store = await openPublishedStore(dataFolder);
  return {
    dataFolder,
    report,
    store,
    remove: async () => {
      store.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
