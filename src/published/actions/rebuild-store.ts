import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { KnownError } from '#/platform/errors.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { isOfAnotherForm, readPointer, storeFolder } from '#/published/store/generations.ts';
import { importOne, type Stated } from '#/published/store/import-one.ts';
import { unpackFile } from '#/published/store/kept-files.ts';
import { writeStore } from '#/published/store/write-store.ts';
import type { FileReport, ImportReport } from './import-files.ts';

const statedBefore = z.object({
  year: z.number().nullable(),
  asAt: z.string().nullable(),
  status: z.enum(['provisional', 'revised', 'final', 'not stated']).nullable(),
});

function statedFrom(text: string): Stated {
  const { year, asAt, status } = statedBefore.parse(JSON.parse(text));
  return {
    ...(year === null ? {} : { year }),
    ...(asAt === null ? {} : { asAt }),
    ...(status === null ? {} : { status }),
  };
}

/** Makes the store anew from the kept bytes of every file imported before: after an upgrade, or when a store is damaged. */
export async function rebuildStore(request: {
  readonly dataFolder: string;
  readonly terminal: Terminal;
}): Promise<ImportReport> {
  const began = performance.now();
  const folder = storeFolder(request.dataFolder);
  const { reports } = await writeStore(folder, 'empty', async (draft, before) => {
    const files = before?.files ?? [];
    if (files.length === 0) {
      throw new KnownError(
        'nothing-imported',
        'There is nothing to rebuild from: no file has been imported yet.',
        ['Begin with: npx middletier import <files or folders>'],
      );
    }
    const progress = request.terminal.progress('Rebuilding', files.length);
    const rebuilt: FileReport[] = [];
    for (const file of files) {
      const path = join(draft.workFolder, `${file.sha256}.csv`);
      await unpackFile(folder, file.sha256, path);
      const outcome = await importOne(draft, {
        path,
        fileName: file.fileName,
        stated: statedFrom(file.stated),
        importedAt: file.importedAt,
        already: new Map(),
      });
      rebuilt.push({ path: file.fileName, ...outcome });
      await rm(path);
      progress.advance(1);
    }
    progress.done(`${rebuilt.length} files`);
    return { changed: true, files, undone: before?.undone ?? [], reports: rebuilt };
  });
  return { files: reports, seconds: (performance.now() - began) / 1000 };
}

/** After an upgrade that changes the form of the store: makes it again. Returns whether it had to. */
export async function rebuildIfOfAnotherForm(request: {
  readonly dataFolder: string;
  readonly terminal: Terminal;
}): Promise<boolean> {
  if (!isOfAnotherForm(readPointer(storeFolder(request.dataFolder)))) return false;
  request.terminal.line(
    'This version keeps official files in another form: making the store again from them.',
  );
  await rebuildStore(request);
  return true;
}
