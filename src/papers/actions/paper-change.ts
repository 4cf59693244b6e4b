import type { PaperKept } from '#/papers/records/papers.ts';
import type { Process } from '#/papers/rules/process.ts';
import type { Change } from '#/people/records/change-log.ts';

/** What the log says of a paper: who did what, and where it stands; never what it says. */
export function paperChange(
  { id, urn }: Pick<PaperKept, 'id' | 'urn'>,
  process: Pick<Process, 'name'>,
  act: string,
  words: Pick<Change, 'from' | 'to'>,
): Change {
  const aboutName = `${process.name} of school ${urn}`;
  return { act, about: { kind: 'paper', key: id }, aboutName, urn, ...words, why: null };
}
