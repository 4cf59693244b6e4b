import type { Side } from '#/papers/rules/process.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A file of a paper, without what is in it. */
export interface FileKept {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** The version it came with. */
  readonly version: number;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
  /** With which version it was taken out, by whom and why; `null` where it is there. */
  readonly removed: { readonly version: number; readonly by: string; readonly why: string } | null;
}

interface OfVersion {
  readonly paper: string;
  readonly urn: Urn;
  readonly side: Side;
  readonly version: number;
}

/** The files of a paper that who acts may read, the oldest first. */
export async function filesOf(
  transaction: AuthorityTransaction,
  paper: string,
): Promise<readonly FileKept[]> {
  const rows = await transaction
    .selectFrom('paper_file')
    .leftJoin('paper_file_removed', 'paper_file_removed.file', 'paper_file.id')
    .select(['id', 'name', 'type', 'bytes', 'paper_file.version', 'added_by_name', 'paper_file.kept_at'])
    .select(['paper_file_removed.version as without', 'why', 'removed_by_name'])
    .where('paper_file.paper', '=', paper)
    .orderBy('paper_file.kept_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, type: row.type, bytes: row.bytes, version: row.version },
    ...{ by: row.added_by_name, keptAt: row.kept_at.toISOString() },
    removed:
      row.without === null
        ? null
        : { version: row.without, by: row.removed_by_name ?? '', why: row.why ?? '' },
  }));
}

/** What is in a file; `undefined` where who acts may not read it. */
export async function contentOf(
  transaction: AuthorityTransaction,
  file: string,
): Promise<Buffer | undefined> {
  const row = await transaction
    .selectFrom('paper_file')
    .select('content')
    .where('id', '=', file)
    .executeTakeFirst();
  return row?.content;
}

/** Adds a file to a version. */
export async function addFile(
  transaction: AuthorityTransaction,
  file: OfVersion &
    Pick<FileKept, 'id' | 'name' | 'type'> & { readonly content: Buffer; readonly by: string },
): Promise<void> {
  const { by, content, ...row } = file;
  await transaction
    .insertInto('paper_file')
    .values({ ...row, content, bytes: content.length, added_by_name: by })
    .execute();
}

/** Takes a file out with a version. */
export async function addFileRemoved(
  transaction: AuthorityTransaction,
  { by, ...row }: OfVersion & { readonly file: string; readonly why: string; readonly by: string },
): Promise<void> {
  await transaction
    .insertInto('paper_file_removed')
    .values({ ...row, removed_by_name: by })
    .execute();
}
