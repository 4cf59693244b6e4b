import { readOwnMarks } from '#/analyse/actions/read-marks-in-brief.ts';
import type { ExpectationsMarked } from '#/analyse/actions/marking-read.ts';
import { ownAnswer } from './expectations-view.ts';
import type { Parts } from '#/parts.ts';
import { markingAddress, schoolAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';

/** What came of what the reader expected of schools: theirs first, before anybody else reads it. */
export function ownMarksPanel(parts: Parts): HomePanel {
  return {
    name: 'own-marks',
    heading: 'New marks of your expectations',
    for: { permission: 'expect an outcome' },
    order: 60,
    read: async (person, { slug }) => {
      const { expectations, sources } = await readOwnMarks(parts, person, slug);
      const content = ownMarksOf(expectations, slug);
      return content === null ? null : { ...content, sources };
    },
  };
}

const marksShown = 5;

/** `null` as long as nothing that the reader expected is marked. */
export function ownMarksOf({ own, ownSummed }: ExpectationsMarked, slug: string): PanelContent | null {
  const marked = own
    .filter(({ verdict, counts }) => verdict !== null && counts)
    .toSorted((a, b) => b.of.expected.by.localeCompare(a.of.expected.by));
  const answer = ownAnswer(ownSummed);
  if (marked.length === 0 || answer === null) return null;
  return {
    parts: [
      { kind: 'sentence', text: answer },
      {
        kind: 'table',
        caption: 'The newest marks',
        columns: [{ text: 'School' }, { text: 'You expected' }, { text: 'Mark' }],
        rows: marked
          .slice(0, marksShown)
          .map(({ of, school, verdict }) => [
            [{ text: school?.history.name ?? `School ${of.urn}`, href: schoolAddress(slug, of.urn) }],
            `${sentence(of.expected.standing)} by ${dateInWords(of.expected.by)}`,
            sentence(verdict ?? ''),
          ]),
      },
    ],
    more: { text: 'All that you expected, and what came', href: `${markingAddress(slug)}#own` },
    readings: [{ event: 'read how right we were' }],
  };
}
