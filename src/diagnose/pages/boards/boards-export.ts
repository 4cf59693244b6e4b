import type { BoardsRead } from '#/diagnose/actions/boards.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** The list of boards and core groups as files. */
export function boardsDownload({ authority, schools, today }: BoardsRead): Download {
  return {
    name: `boards-${authority.slug}`,
    tables: [
      cellsOf({
        name: 'Boards and core groups',
        columns: [
          { heading: 'URN', value: ({ school }) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'Told that it is of concern', value: ({ ofConcern }) => (ofConcern ? 'yes' : 'no') },
          { heading: 'Board', value: ({ board }) => board?.paper.writtenBy.name ?? null, width: 24 },
          { heading: 'Meets every', value: ({ board }) => board?.rhythm ?? null },
          {
            heading: 'Next meeting',
            value: ({ board }) => (board?.stands.next ? { date: board.stands.next.on } : null),
          },
          { heading: 'Days late', value: ({ board }) => board?.stands.next?.daysLate ?? null },
          { heading: 'Meetings with minutes', value: ({ board }) => board?.stands.held.length ?? null },
          { heading: 'Governors came', value: ({ board }) => board?.stands.governors.came ?? null },
          { heading: 'Governors expected', value: ({ board }) => board?.stands.governors.of ?? null },
          { heading: 'Head came', value: ({ board }) => board?.stands.head.came ?? null },
          { heading: 'Head expected', value: ({ board }) => board?.stands.head.of ?? null },
          {
            heading: 'Minutes with challenge',
            value: ({ board }) => board?.stands.challenged.meetings ?? null,
          },
        ],
        rows: schools,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Improvement boards and core groups of schools of ${authority.name}`,
      authority,
      about: [
        `Schools told that they are of concern, and others with a board, as at ${dateInWords(today)}.`,
        'Came: themselves. Expected: members at meetings with minutes, each counted once a meeting.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
