import type { PaperRead } from '#/papers/actions/papers.ts';
import type { SchoolPapersRead } from '#/papers/actions/read-school-papers.ts';
import { awaitedInWords } from '#/papers/actions/tell-paper.ts';
import { openPaperAddress, paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, plural, sentence } from '#/platform/web/words.ts';

/** All papers of a school: what waits first, the soonest due before the others; then the rest, the newest first. */
export function papersView({ authority, school, papers, toOpen }: SchoolPapersRead) {
  const open = papers.filter(({ standing }) => !standing.over);
  const over = papers.filter(({ standing }) => standing.over).toReversed();
  return {
    heading: `Papers of ${school.name}`,
    lead:
      papers.length === 0
        ? 'There is no paper of this school that you may read yet.'
        : `${plural(papers.length, 'paper')} that you may read: ${String(open.length)} under way, ${String(over.length)} over.`,
    underWay: open.toSorted(soonestDue).map((one) => row(authority.slug, one)),
    over: over.map((one) => row(authority.slug, one)),
    toOpen: toOpen.map(({ kind, name }) => ({
      text: sentence(name),
      href: openPaperAddress(authority.slug, school.urn, kind),
    })),
  };
}

function soonestDue(one: PaperRead, other: PaperRead): number {
  const due = ({ standing }: PaperRead): string => standing.awaited?.dueOn ?? '9999-12-31';
  return due(one).localeCompare(due(other));
}

function row(authority: string, paper: PaperRead) {
  const { process, standing, newest, opened } = paper;
  return {
    href: paperAddress(authority, paper.urn, paper.id),
    text: sentence(process.name),
    form: paper.writtenBy.name,
    day: dateInWords(newest?.aboutOn ?? opened.on),
    stands: sentence(standing.words),
    waits: standing.awaited === null ? null : awaitedInWords(standing.awaited),
    late: (standing.awaited?.daysLate ?? 0) > 0,
  };
}
