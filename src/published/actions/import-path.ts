import { statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { literal } from '#/published/facts/sql.ts';
import { isWorkbook } from '#/published/read/workbook-parts.ts';
import { looksPacked, membersOf, openZip, type Refusal, type Zip } from '#/published/read/zip.ts';
import { importOne, type FileOutcome, type ImportOne } from '#/published/store/import-one.ts';
import { forgetStaged } from '#/published/store/schema.ts';
import type { Draft } from '#/published/store/write-store.ts';

/** What became of one file; one in a packed file is called `downloads/2018-2019.zip/england_ks2final.csv`. */
export type FileReport = { readonly path: string } & FileOutcome;

type Request = Omit<ImportOne, 'path' | 'fileName' | 'shownAs' | 'onRecognised'>;

/** Keeps the bytes of a file that was imported. */
type Keep = (path: string, sha256: string) => Promise<void>;

/** Imports what is at a path: a file, or one by one the files in a packed one. What cannot be read is set aside; the others go on. */
export async function* importPath(
  draft: Draft,
  path: string,
  request: Request,
  keep: Keep,
): AsyncGenerator<FileReport> {
  const before = stampOf(path);
  const safely = (work: () => Promise<FileOutcome>) => setAsideIfUnreadable(draft, path, before, work);
  const opened: { zip: Zip | null } = { zip: null };
  const outcome = await safely(async () => {
    if (before.kind === 'other') return setAside(noFile);
    const packed = await openPacked(path);
    if (packed === null) return importKept(draft, { ...request, path }, keep);
    if ('what' in packed) return setAside(packed);
    opened.zip = packed;
    return setAside(emptyZip);
  });
  if (opened.zip === null) yield { path, ...outcome };
  else
    yield* importMembers(draft, path, opened.zip, (one) =>
      safely(() => importKept(draft, { ...request, ...one }, keep)),
    );
}

/** The files in a packed file; none at all is told as such. */
async function* importMembers(
  draft: Draft,
  path: string,
  zip: Zip,
  importMember: (one: Required<Pick<ImportOne, 'path' | 'fileName' | 'shownAs'>>) => Promise<FileOutcome>,
): AsyncGenerator<FileReport> {
  const folder = join(draft.workFolder, 'unpacked');
  await mkdir(folder, { recursive: true });
  let members = 0;
  try {
    for await (const member of membersOf(zip, folder)) {
      members += 1;
      const shownAs = `${path}/${member.name}`;
      if (member.path === null) {
        yield { path: shownAs, ...setAside(member.refused) };
        continue;
      }
      const one = { path: member.path, fileName: `${basename(path)}/${member.name}`, shownAs };
      yield { path: shownAs, ...(await importMember(one)) };
      await rm(member.path, { force: true });
    }
  } finally {
    zip.file.close();
    await rm(folder, { recursive: true, force: true });
  }
  if (members === 0) yield { path, ...setAside(emptyZip) };
}

const noFile: Refusal = {
  what: 'This is no file: it is a pipe, a device or a socket.',
  whatToDo: 'Give the file itself.',
};

const emptyZip: Refusal = {
  what: 'There is no file in this packed file (zip).',
  whatToDo: 'Download it again from its publisher.',
};

const setAside = ({ what, whatToDo }: Refusal): FileOutcome => ({
  outcome: 'set aside',
  what,
  whatToDo,
  nearest: null,
  layout: null,
});

/** A packed file that is no spreadsheet; `null` for every other file. */
async function openPacked(path: string): Promise<Zip | Refusal | null> {
  if (!(await looksPacked(path))) return null;
  const zip = await openZip(path);
  if ('what' in zip || !isWorkbook(zip)) return zip;
  zip.file.close();
  return null;
}

async function importKept(draft: Draft, request: ImportOne, keep: Keep): Promise<FileOutcome> {
  // Packing a file's bytes goes on while its rows are read. Of one that is set aside nothing stays: whatever no import
  // ended with is taken away at the end.
  let kept: Promise<unknown> = Promise.resolve(null);
  const outcome = await importOne(draft, {
    ...request,
    onRecognised: (sha256) => {
      kept = keep(request.path, sha256).catch((error: unknown) => error);
    },
  });
  const failed = await kept;
  if (outcome.outcome === 'imported' && failed instanceof Error) throw failed;
  return outcome;
}

/** What tells a file from the same file after somebody wrote to it. */
interface Stamp {
  readonly kind: 'file' | 'other' | 'nothing';
  readonly written: string;
}

function stampOf(path: string): Stamp {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (stat === undefined) return { kind: 'nothing', written: '' };
  const kind = stat.isFile() || stat.isDirectory() ? 'file' : 'other';
  return { kind, written: [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':') };
}

/**
 * A file that cannot be opened, or that somebody wrote to while it was read, is set aside like one that cannot be
 * understood, and nothing of it stays.
 */
async function setAsideIfUnreadable(
  draft: Draft,
  path: string,
  before: Stamp,
  work: () => Promise<FileOutcome>,
): Promise<FileOutcome> {
  const changed = () => stampOf(path).written !== before.written;
  try {
    const outcome = await work();
    if (outcome.outcome !== 'imported' || !changed()) return outcome;
    for (const statement of forgetStaged(literal(outcome.source.id))) await draft.connection.run(statement);
  } catch (error) {
    const unreadable = whyUnreadable(error, path);
    if (unreadable !== null) return setAside(unreadable);
    if (!changed()) throw error;
  }
  return setAside({
    what: 'It was changed while it was being read.',
    whatToDo: 'Wait until it is there in full, and import it again.',
  });
}

function whyUnreadable(error: unknown, path: string): Refusal | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ELOOP') {
    return {
      what: 'There is no such file any more, or it is a link to nothing.',
      whatToDo: 'Download it again from its publisher.',
    };
  }
  if (code !== 'EACCES' && code !== 'EPERM') return null;
  return {
    what: 'You are not permitted to read it.',
    whatToDo: `Give yourself the right to read “${path}”, and import it again.`,
  };
}
