import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';

/** An official file that was loaded, or taken out again. */
export interface OfficialFileAct {
  readonly act: 'loaded' | 'took out';
  readonly file: { readonly title: string; readonly fileName: string; readonly sha256: string };
  readonly why: string | null;
}

/**
 * Logs what somebody did with official files, which are every authority’s. They are kept elsewhere, so this is a transaction
 * of its own, right after: a program that is killed in between leaves the file, with its own date, and no entry.
 */
export async function logOfficialFiles(
  parts: Pick<Parts, 'records'>,
  person: Person,
  acts: readonly OfficialFileAct[],
): Promise<void> {
  if (acts.length === 0) return;
  const records = await parts.records();
  await records.inInstallation([person.id], (transaction) =>
    transaction
      .insertInto('official_file_log')
      .values(
        acts.map(({ act, file, why }) => ({
          person: person.id,
          person_name: person.name,
          act,
          title: file.title,
          file_name: file.fileName,
          sha256: file.sha256,
          why,
        })),
      )
      .execute(),
  );
}

/** The acts of an import: every file of it that was taken in. */
export function filesLoaded(
  files: readonly { readonly outcome: string; readonly source?: OfficialFileAct['file'] }[],
): readonly OfficialFileAct[] {
  return files.flatMap(({ outcome, source }) =>
    outcome === 'imported' && source !== undefined
      ? [{ act: 'loaded' as const, file: source, why: null }]
      : [],
  );
}
