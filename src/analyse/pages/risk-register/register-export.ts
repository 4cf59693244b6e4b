import type { Register } from '#/analyse/actions/analysis-read.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { tableAsCsv } from '#/platform/exports/csv.ts';
import type { ExportColumn } from '#/platform/exports/table.ts';
import { creditsInWords } from '#/platform/web/credits.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { count, plural } from '#/platform/web/words.ts';
import { noInspectionOf } from './register-view.ts';

type Column = readonly [heading: string, value: (row: RegisterRow) => string | number | null | undefined];

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
  ['Pupils', (row) => row.school.pupils],
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
  ['Last inspection started on', (row) => row.lastInspection?.startedOn ?? 'none known'],
  ['Age of last inspection (whole years)', (row) => row.lastInspection?.ageYears ?? 'none known'],
  ['As known on', (row) => row.proposal.asAt],
];

/**
 * The list as a spreadsheet and as a program reads it: one line of headings, one line for each school as filtered and
 * sorted, dates as 2025-08-31, and every line as long as the first. What a figure must not travel without (scheme,
 * standing, sources) is at the end of each line: notes under a table break what reads it and stay behind when lines
 * are copied.
 */
export function registerAsCsv(register: Register, rows: readonly RegisterRow[]): string {
  return tableAsCsv({
    name: 'Risk register',
    columns: [...columns, ...notesOf(register, rows.length)].map(exported),
    rows,
    blank: 'not stated',
  });
}

function othersOf({ proposal }: RegisterRow): string {
  return proposal.sureness.couldBe.filter((category) => category !== proposal.category).join(', ');
}

function notesOf(register: Register, shown: number): readonly Column[] {
  const { run, previous, scheme, authority, sources } = register;
  const banner = bannerWords({ authority, sources });
  const notes = [
    ...(banner === null ? [] : [banner]),
    `This list has ${count(shown)} of ${plural(register.rows.length, 'school')} of ${authority.name}.`,
    'Categories are proposed by rules and have not been decided by anyone.',
    'They are in confidence to the school and the authority.',
    'Contains public sector information licensed under the Open Government Licence v3.0.',
  ].join(' ');
  const credited = creditsInWords(sources).join('; ');
  return [
    ['Run before as known on', () => previous?.asAt ?? 'no run before'],
    ['Category in the run before', (row) => (previous === null ? 'no run before' : (row.was ?? 'the same'))],
    ['Scheme', () => schemeTitle(scheme)],
    ['Run at (UTC)', () => run?.ranAt],
    ['Notes', () => notes],
    ['Sources', () => credited],
  ];
}
