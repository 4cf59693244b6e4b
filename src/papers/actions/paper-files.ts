import { randomUUID } from 'node:crypto';
import { addFile, addFileRemoved, contentOf, filesOf, type FileKept } from '#/papers/records/paper-files.ts';
import { addVersions, lockPapers, papers } from '#/papers/records/papers.ts';
import type { ContentProblem } from '#/papers/rules/check-content.ts';
import { fileKindsInWords, kindOfFile, mostFiles, nameOfFile } from '#/papers/rules/file-kinds.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { paperChange } from './paper-change.ts';
import { asRead, sidesOf } from './papers-known.ts';
import type { PaperParts, PaperRead } from './papers.ts';
import { isPaperId } from './read-papers.ts';

export { fileKindsInWords, largestFile } from '#/papers/rules/file-kinds.ts';

interface OfPaper {
  readonly authority: string;
  readonly paper: string;
}

/** What came of adding or taking out a file: `not now` where the paper is not theirs to write as it stands. */
export type FileOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not now'; readonly why: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContentProblem[] };

/**
 * Adds a file to a paper, as another version of it: whoever reads that version, or a later one, reads the file. What it is
 * is decided by what is in it.
 */
export async function attachFile(
  parts: PaperParts,
  person: Person,
  asked: OfPaper & { readonly name: string; readonly content: Buffer },
): Promise<FileOutcome> {
  const kind = kindOfFile(asked.content);
  if (kind === null)
    return problem('file', `That is not a file of a kind that is taken: ${fileKindsInWords}.`);
  return await changing(parts, person, asked, async (transaction, paper, version) => {
    const there = (await filesOf(transaction, paper.id)).filter(({ removed }) => removed === null);
    if (there.length >= mostFiles) return problem('file', `There are ${String(mostFiles)} files already.`);
    const { urn, side } = paper;
    const name = nameOfFile(asked.name, kind.ending);
    const file = { id: randomUUID(), paper: paper.id, urn, side, version: await version(), name };
    await addFile(transaction, { ...file, type: kind.type, content: asked.content, by: person.name });
    await logChange(transaction, paperChange(paper, paper.process, 'added a file', { from: null, to: null }));
    return { kind: 'done' };
  });
}

/** Takes a file out of a paper, with the reason: it stays with the versions it was in. */
export async function takeFileOut(
  parts: PaperParts,
  person: Person,
  asked: OfPaper & { readonly file: string; readonly why: string },
): Promise<FileOutcome> {
  const why = asked.why.trim();
  if (why === '') return problem('why', 'Say why it is taken out.');
  if (why.length > 1000) return problem('why', 'That is too long. Use at most 1000 characters.');
  return await changing(parts, person, asked, async (transaction, paper, version) => {
    const file = (await filesOf(transaction, paper.id)).find(({ id }) => id === asked.file);
    if (file === undefined) throw nothingThere();
    if (file.removed !== null) return { kind: 'done' };
    const { urn, side } = paper;
    const row = { file: file.id, paper: paper.id, urn, side, version: await version(), why };
    await addFileRemoved(transaction, { ...row, by: person.name });
    await logChange(
      transaction,
      paperChange(paper, paper.process, 'took out a file', { from: null, to: null }),
    );
    return { kind: 'done' };
  });
}

/** A file of a paper, for whoever reads it and as long as it was not taken out. */
export async function readFileOfPaper(
  parts: Pick<PaperParts, 'published' | 'records'>,
  person: Person,
  asked: OfPaper & { readonly urn: string; readonly file: string },
): Promise<Pick<FileKept, 'name' | 'type'> & { readonly content: Buffer }> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'open papers', authority.slug);
  if (!isPaperId(asked.paper) || !isPaperId(asked.file)) throw nothingThere();
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    const [paper] = await papers(transaction, { id: asked.paper, urn: asked.urn });
    const file = (await filesOf(transaction, asked.paper)).find(({ id }) => id === asked.file);
    const content = file === undefined ? undefined : await contentOf(transaction, file.id);
    if (paper === undefined || file?.removed !== null || content === undefined) throw nothingThere();
    return { name: file.name, type: file.type, content };
  });
}

/** With the paper locked and theirs to write; `version` adds the version that the change comes with. */
async function changing(
  parts: PaperParts,
  person: Person,
  asked: OfPaper,
  work: (
    transaction: AuthorityTransaction,
    paper: PaperRead,
    version: () => Promise<number>,
  ) => Promise<FileOutcome>,
): Promise<FileOutcome> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  permit(person, 'take part in papers', slug);
  if (!isPaperId(asked.paper)) throw nothingThere();
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockPapers(transaction);
    const [kept] = await papers(transaction, { id: asked.paper });
    if (kept === undefined) throw nothingThere();
    const paper = asRead(parts, kept, undefined);
    const { writtenBy, words } = paper.standing;
    if (writtenBy === null || !sidesOf(person, slug, kept.urn).includes(writtenBy)) {
      return { kind: 'not now', why: `It is ${words}: its files cannot be changed now.` };
    }
    const { id, urn, side, newest } = kept;
    return await work(transaction, paper, async () => {
      const number = (newest?.number ?? 0) + 1;
      const said = { aboutOn: newest?.aboutOn ?? null, content: newest?.content ?? {} };
      await addVersions(transaction, [{ paper: id, urn, side, number, ...said, name: person.name }]);
      return number;
    });
  });
}

function problem(field: string, text: string): FileOutcome {
  return { kind: 'problems', problems: [{ field, text }] };
}
