import type { Parts } from '#/parts.ts';
import { may, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { literal } from '#/published/facts/sql.ts';
import type { Source } from '#/published/source.ts';
import { storeFolder, type Undone } from '#/published/store/generations.ts';
import { forgetOtherFiles } from '#/published/store/kept-files.ts';
import { readSources } from '#/published/store/read-sources.ts';
import { forgetSource } from '#/published/store/schema.ts';
import { writeStore } from '#/published/store/write-store.ts';
import { sourceNamed } from './source-named.ts';

/** An import that was undone, and what is left. */
export interface ImportUndone {
  readonly source: Source;
  readonly undone: Undone;
  /** Files that are still in the store. */
  readonly left: number;
}

/**
 * Takes everything one file has said out of the store, works out anew what follows from the others, and remembers who
 * did so. Whole or not at all, like an import. Importing the file again brings it back.
 *
 * @param id the source's identity, or its first digits.
 * @param reason why, in the person's words; may be left out.
 * @throws KnownError when there is no such source, when the person may not, or while another import runs.
 */
export async function undoImport(
  parts: Pick<Parts, 'dataFolder' | 'now'>,
  person: Person,
  id: string,
  reason = '',
): Promise<ImportUndone> {
  if (!may(person, 'import files')) {
    throw new KnownError('not-permitted', `${person.name} may not import files, nor undo an import.`, [
      'Ask whoever looks after the official files.',
    ]);
  }
  const folder = storeFolder(parts.dataFolder);
  const written = await writeStore(folder, 'current', async ({ connection }, before) => {
    const sources = (await readSources(connection)).map(({ source }) => source);
    const source = sourceNamed(sources, id);
    for (const statement of forgetSource(literal(source.id))) await connection.run(statement);
    const { sha256, fileName, title, importedAt } = source;
    const undone: Undone = {
      sha256,
      fileName,
      title,
      importedAt,
      undoneAt: parts.now(),
      undoneBy: person.name,
      reason: reason.trim().slice(0, 500),
    };
    return {
      changed: true,
      files: (before?.files ?? []).filter((file) => file.sha256 !== sha256),
      undone: [...(before?.undone ?? []), undone],
      result: { source, undone, left: sources.length - 1 },
    };
  });
  await forgetOtherFiles(folder, new Set(written.files.map((file) => file.sha256)));
  return written.result;
}
