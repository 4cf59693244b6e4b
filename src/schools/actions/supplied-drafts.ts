import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { layoutOf } from '#/schools/records/supplied-files.ts';
import type { SuppliedTable } from '#/schools/rules/check-supplied.ts';
import { items } from '#/schools/rules/supplied-items.ts';
import {
  guessMapping,
  headerKey,
  problemsOfMapping,
  type SuppliedMapping,
} from '#/schools/rules/supplied-mapping.ts';
import { checkSuppliedFile } from './check-supplied-file.ts';
import { readSuppliedTable } from './read-supplied-table.ts';
import { supplyFile } from './supply-file.ts';
import type { SuppliedCheck, SupplyOutcome } from './supplied.ts';

type Needed = Pick<Parts, 'dataFolder' | 'published' | 'records' | 'today' | 'now'>;

/** A file that was uploaded and is being described: nothing of it is kept yet. It is gone a day later. */
interface Draft {
  readonly authority: string;
  readonly person: string;
  readonly fileName: string;
  readonly givenBy: string;
  readonly knownOn: string;
  readonly statedOn: string;
  readonly mapping: SuppliedMapping | null;
}

/** A draft as its page shows it. */
export interface DraftRead {
  readonly authority: AuthorityInStore;
  readonly id: string;
  readonly fileName: string;
  readonly givenBy: string;
  readonly table: SuppliedTable;
  /** As described so far, as remembered for the header, or as the names of the columns suggest; `null`: nothing does. */
  readonly mapping: SuppliedMapping | null;
  readonly statedOn: string;
}

const oneDay = 24 * 60 * 60 * 1000;
const foldersOf = (dataFolder: string) => join(dataFolder, 'supplied-drafts');

/**
 * Takes over an uploaded file, once it can be read. A file whose header was described before needs nothing more.
 *
 * @returns the identity of the draft, and whether its columns are known already
 */
export async function draftSuppliedFile(
  parts: Needed,
  person: Person,
  request: {
    readonly authority: string;
    readonly path: string;
    readonly fileName: string;
    readonly givenBy: string;
    readonly knownOn: string;
  },
): Promise<{ readonly id: string; readonly described: boolean }> {
  const authority = await permitted(parts, person, request.authority);
  const { table } = await readSuppliedTable(request.path);
  const remembered = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    layoutOf(transaction, headerKey(table.header)),
  );
  forgetOldDrafts(parts);
  const id = randomUUID();
  const folder = join(foldersOf(parts.dataFolder), id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Copied, not moved: whoever sent it still has to answer for the folder it came in.
  copyFileSync(request.path, join(folder, 'file'));
  const { fileName, givenBy, knownOn } = request;
  const mapping = remembered?.mapping ?? null;
  const about = { authority: authority.slug, person: person.id, fileName, givenBy, knownOn };
  write(folder, { ...about, statedOn: '', mapping });
  return { id, described: mapping !== null && mapping.dateColumn !== null };
}

/** One draft, for the person who uploaded it and nobody else. */
export async function readDraft(parts: Needed, person: Person, slug: string, id: string): Promise<DraftRead> {
  const authority = await permitted(parts, person, slug);
  const { draft, path } = find(parts, person, authority, id);
  const { table } = await readSuppliedTable(path);
  const { fileName, givenBy, statedOn } = draft;
  const guess = guessMapping(fileName.replace(/\.[^.]*$/, ''), table.header, items);
  return { authority, id, fileName, givenBy, table, mapping: draft.mapping ?? guess, statedOn };
}

/** Says what the columns mean, and of when the file is. Returns everything wrong with that; nothing is changed then. */
export async function describeDraft(
  parts: Needed,
  person: Person,
  slug: string,
  id: string,
  said: { readonly mapping: SuppliedMapping; readonly statedOn: string },
): Promise<readonly string[]> {
  const authority = await permitted(parts, person, slug);
  const { draft, path, folder } = find(parts, person, authority, id);
  const { table } = await readSuppliedTable(path);
  const problems = problemsOfMapping(said.mapping, table.header);
  if (problems.length === 0) write(folder, { ...draft, ...said });
  return problems;
}

/** What would become of a draft if it were kept. */
export async function checkDraft(
  parts: Needed,
  person: Person,
  slug: string,
  id: string,
): Promise<SuppliedCheck> {
  const authority = await permitted(parts, person, slug);
  return await checkSuppliedFile(parts, person, requestOf(find(parts, person, authority, id)));
}

/** Keeps a draft's file in the authority's records, and forgets the draft. */
export async function keepDraft(
  parts: Needed,
  person: Person,
  slug: string,
  id: string,
): Promise<SupplyOutcome> {
  const authority = await permitted(parts, person, slug);
  const found = find(parts, person, authority, id);
  const outcome = await supplyFile(parts, person, requestOf(found));
  rmSync(found.folder, { recursive: true, force: true });
  return outcome;
}

export async function discardDraft(parts: Needed, person: Person, slug: string, id: string): Promise<void> {
  const authority = await permitted(parts, person, slug);
  rmSync(find(parts, person, authority, id).folder, { recursive: true, force: true });
}

/** Drafts are in confidence and meant for the next minutes: what is left of them after a day is taken away. */
export function forgetOldDrafts({ dataFolder, now }: Pick<Parts, 'dataFolder' | 'now'>): void {
  const folder = foldersOf(dataFolder);
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  for (const id of readdirSync(folder)) {
    const { mtimeMs } = statSync(join(folder, id));
    if (Date.parse(now()) - mtimeMs > oneDay) rmSync(join(folder, id), { recursive: true, force: true });
  }
}

interface Found {
  readonly draft: Draft;
  readonly folder: string;
  readonly path: string;
}

async function permitted(parts: Needed, person: Person, slug: string): Promise<AuthorityInStore> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'supply files', authority.slug);
  return authority;
}

function find(parts: Needed, person: Person, authority: AuthorityInStore, id: string): Found {
  const folder = join(foldersOf(parts.dataFolder), id);
  const draft = /^[0-9a-f-]{36}$/.test(id) ? read(folder) : null;
  if (draft?.authority !== authority.slug || draft.person !== person.id) {
    throw new KnownError('not-found', 'There is no such file waiting to be described.', [
      'It may have been kept already, or be more than a day old: send the file again.',
    ]);
  }
  return { draft, folder, path: join(folder, 'file') };
}

function requestOf({ draft, path }: Found) {
  const { authority, fileName, givenBy, knownOn, statedOn, mapping } = draft;
  return {
    authority,
    path,
    fileName,
    givenBy,
    statedOn,
    ...(knownOn === '' ? {} : { knownOn }),
    ...(mapping === null ? {} : { mapping }),
  };
}

function write(folder: string, draft: Draft): void {
  const path = join(folder, 'draft.json');
  writeFileSync(`${path}.new`, JSON.stringify(draft), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function read(folder: string): Draft | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'draft.json'), 'utf8')) as Draft;
  } catch {
    return null;
  }
}
