import type { RegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { decidedColumns } from './decided-column.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportCell, ExportColumn } from '#/platform/exports/table.ts';
import { exportNotes, pupilsCell } from '#/platform/web/export-notes.ts';
import { schoolsCounted } from '#/platform/web/reach-words.ts';
import { count } from '#/platform/web/words.ts';
import { chanceColumns, chanceNote } from './chance-column.ts';
import { noInspectionOf } from './register-view.ts';

type Column = readonly [heading: string, value: (row: RegisterRow) => ExportCell | undefined];

const exported = ([heading, value]: Column): ExportColumn<RegisterRow> => ({
  heading,
  value: (row) => value(row) ?? null,
});

const columns: readonly Column[] = [
  ['URN', (row) => row.school.urn],
  ['LAESTAB', (row) => row.school.laestab],
  ['School', (row) => row.school.name],
  ['Phase', (row) => row.school.phase],
  ['Type', (row) => row.school.type],
  ['Who runs it', (row) => row.school.sector],
  ['Status', (row) => row.school.status],
  ['District', (row) => row.school.district],
  ['Trust', (row) => row.school.trust ?? 'no trust'],
  ['Pupils', (row) => pupilsCell(row.school.pupils)],
  ['Proposed category', (row) => row.proposal.category],
  ['Meaning', (row) => row.proposal.meaning],
  ['Group', (row) => row.proposal.group ?? 'no group'],
  ['Concern points', (row) => row.proposal.points],
  ['Most points the evidence could give', (row) => row.proposal.maximum],
  ['Decided by rule', (row) => row.proposal.decidedBy.words],
  ['Reason 1', (row) => row.proposal.reasons[0] ?? 'no reason'],
  ['Reason 2', (row) => row.proposal.reasons[1] ?? 'no other reason'],
  ['Reason 3', (row) => row.proposal.reasons[2] ?? 'no other reason'],
  ['How sure', (row) => row.proposal.sureness.level],
  ['Could also be', (row) => othersOf(row) || 'nothing else'],
  ['Last inspection', (row) => row.lastInspection?.words ?? noInspectionOf(row)],
  [
    'Last inspection started on',
    (row) => (row.lastInspection === null ? 'none known' : { date: row.lastInspection.startedOn }),
  ],
  ['Age of last inspection (whole years)', (row) => row.lastInspection?.ageYears ?? 'none known'],
  ['As known on', (row) => ({ date: row.proposal.asAt })],
];

/**
 * The list as filtered and sorted, one line a school, dates as 2025-08-31, with what it must not travel without: scheme,
 * standing, sources.
 */
export function registerDownload(register: RegisterWithChances, rows: readonly RegisterRow[]): Download {
  const { run, scheme, authority, sources } = register;
  return {
    name: `risk-register-${authority.slug}-${run?.asAt ?? 'not-run'}`,
    tables: [
      cellsOf({
        name: 'Risk register',
        columns: [...columns, ...decidedColumns, ...chancesOf(register), ...runColumns(register)].map(
          exported,
        ),
        rows,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `Risk register of ${register.whole ? '' : 'your '}schools in ${authority.name}`,
      authority,
      about: [
        `This list has ${count(rows.length)} of ${schoolsCounted(register.rows.length, authority.name, register.whole)}.`,
        `${chanceNote(register.chances)} Chances are from 0 to 1.`,
        `Scheme: ${schemeTitle(scheme)}.`,
      ],
      sources,
      confidential: true,
      suppression: [
        'Reasons may name how many pupils a pooled figure rests on; the tables they come from hold back results of fewer than 6.',
      ],
    }),
  };
}

function othersOf({ proposal }: RegisterRow): string {
  return proposal.sureness.couldBe.filter((category) => category !== proposal.category).join(', ');
}

function chancesOf(register: RegisterWithChances): readonly Column[] {
  return chanceColumns(register).map(([heading, value]) => [heading, ({ school }) => value(school.urn)]);
}

function runColumns({ run, previous, scheme }: RegisterWithChances): readonly Column[] {
  return [
    ['Run before as known on', () => (previous === null ? 'no run before' : { date: previous.asAt })],
    ['Category in the run before', (row) => (previous === null ? 'no run before' : (row.was ?? 'the same'))],
    ['Scheme', () => schemeTitle(scheme)],
    ['Run at (UTC)', () => run?.ranAt],
  ];
}
