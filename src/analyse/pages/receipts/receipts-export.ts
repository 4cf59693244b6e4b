import type { ReceiptsRead, SchoolReceipts } from '#/analyse/actions/read-receipts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { chosenReceipts, type ReceiptsAsked } from './receipts-view.ts';

interface Row {
  readonly school: SchoolReceipts;
  readonly leader: SchoolReceipts['leaders'][number] | null;
}

/** The list as files: a row for each head and chair, and one for a school that has neither here. */
export function receiptsDownload(read: ReceiptsRead, asked: ReceiptsAsked): Download {
  const schools = chosenReceipts(read, asked);
  const rows = schools.flatMap((school): readonly Row[] =>
    school.leaders.length === 0
      ? [{ school, leader: null }]
      : school.leaders.map((leader) => ({ school, leader })),
  );
  return {
    name: `confirmed-having-read-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Confirmations',
        columns: [
          { heading: 'URN', value: ({ school }) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          {
            heading: 'Told',
            value: ({ school }) => categoryInALine(school.scheme, school.told.category),
            width: 30,
          },
          { heading: 'Told since', value: ({ school }) => ({ date: school.told.since }) },
          {
            heading: 'Decided by',
            value: ({ school }) => school.decided?.decidedBy ?? 'proposed, not decided',
            width: 24,
          },
          {
            heading: 'Told how',
            value: ({ school }) => (school.decided?.told?.way === 'by post' ? 'by post' : 'here'),
          },
          { heading: 'Name', value: ({ leader }) => leader?.holder.name ?? null, width: 24 },
          { heading: 'Role', value: ({ leader }) => leader?.holder.role ?? null },
          {
            heading: 'Confirmed on',
            value: ({ leader }) =>
              leader?.confirmation.state === 'confirmed'
                ? { date: leader.confirmation.receipt.at.slice(0, 10) }
                : null,
          },
          {
            heading: 'Days not confirmed',
            value: ({ leader }) =>
              leader?.confirmation.state === 'outstanding' ? leader.confirmation.days : null,
          },
        ],
        rows,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Who has read what schools of ${read.authority.name} are told`,
      authority: read.authority,
      about: [
        `${plural(schools.length, 'school')}. What is told is what was decided; where no decision was told yet, what the rules propose${read.run === null ? '' : `, as known on ${dateInWords(read.run.asAt)}`}.`,
      ],
      sources: [],
      confidential: true,
    }),
  };
}
