import type { Everything } from '#/people/actions/read-everything.ts';
import { changeInWords, readingInWords } from '#/people/actions/log-words.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { CellTable } from '#/platform/exports/download.ts';
import type { ExportNotes } from '#/platform/exports/table.ts';
import { momentInWords } from '#/platform/web/words.ts';
import { everythingView } from './everything-view.ts';

/** Everything about one person as a workbook: who they are, their roles, and every entry with its moment. */
export function everythingDownload(everything: Everything): Download {
  const { person } = everything;
  const { who, parts } = everythingView(everything, Number.POSITIVE_INFINITY);
  const plain = parts.filter(({ heading }) => !heading.startsWith('What'));
  const entries = (name: string, rows: readonly { at: string; number: string; text: string }[]): CellTable =>
    cellsOf({
      name,
      columns: [
        { heading: 'Entry', value: ({ number }: (typeof rows)[number]) => number },
        { heading: 'When (UTC)', value: ({ at }) => at, width: 26 },
        { heading: 'When (London)', value: ({ at }) => momentInWords(at), width: 28 },
        { heading: 'In words', value: ({ text }) => text, width: 90 },
      ],
      rows,
      blank: 'none',
    });
  return {
    name: `everything-about-${person.id}`,
    tables: [
      cellsOf({
        name: 'Who they are',
        columns: [
          { heading: 'What', value: ({ key }: (typeof who)[number]) => key, width: 28 },
          { heading: 'Held', value: ({ value }) => value, width: 60 },
        ],
        rows: who,
        blank: 'none',
      }),
      ...plain.map((part) =>
        cellsOf({
          name: part.heading,
          columns: [
            { heading: 'When (London)', value: ({ at }: (typeof part.lines)[number]) => at, width: 28 },
            { heading: 'In words', value: ({ text }) => text, width: 90 },
          ],
          rows: part.lines,
          blank: 'see the words',
        }),
      ),
      entries(
        'Changed about them',
        everything.changesAbout.map((one) => ({ ...one, text: changeInWords(one) })),
      ),
      entries(
        'Changed by them',
        everything.changesBy.map((one) => ({ ...one, text: changeInWords(one) })),
      ),
      entries(
        'Read by them',
        everything.readings.map((one) => ({ ...one, text: readingInWords(one, everything.schools) })),
      ),
    ],
    notes: notesOf(everything),
  };
}

/** The same for a machine, with the notes first. */
export function everythingAsJson(everything: Everything): string {
  const { schools, notHere: _, ...held } = everything;
  const { readings, changesAbout, changesBy, written } = everything;
  const named = [...readings, ...changesAbout, ...changesBy, ...(written ?? [])];
  const urns = new Set(named.map(({ urn }) => urn).filter((urn) => urn !== null));
  const document = {
    notes: notesOf(everything),
    ...held,
    schools: Object.fromEntries([...schools].filter(([urn]) => urns.has(urn))),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function notesOf({ authority, person, notHere }: Everything): ExportNotes {
  return {
    title: `Everything ${authority.name} holds about ${person.name} in Middle Tier`,
    about: [
      ...(authority.invented ? [`Invented data: ${authority.name} and its people do not exist.`] : []),
      'For a request by the person (UK GDPR, article 15). It names other people: look at each entry before it leaves the authority.',
      ...notHere,
    ],
    suppression: [],
    sources: [],
  };
}
