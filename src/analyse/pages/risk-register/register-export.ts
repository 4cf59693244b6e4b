import { stringify } from 'csv-stringify/sync';
import type { Register } from '#/analyse/actions/analysis-read.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { creditsInWords } from '#/platform/web/credits.ts';
import { bannerWords } from '#/platform/web/shell.ts';
import { dateInWords, momentInWords, plural } from '#/platform/web/words.ts';
import { noInspectionOf } from './register-view.ts';

const columns = [
  ['URN', (row) => row.school.urn],
  ['LAESTAB', (row) => row.school.laestab],
  ['School', (row) => row.school.name],
  ['Phase', (row) => row.school.phase],
  ['Type', (row) => row.school.type],
  ['Who runs it', (row) => row.school.sector],
  ['Status', (row) => row.school.status],
  ['District', (row) => row.school.district],
  ['Trust', (row) => row.school.trust],
  ['Pupils', (row) => row.school.pupils],
  ['Proposed category', (row) => row.proposal.category],
  ['Meaning', (row) => row.proposal.meaning],
  ['Group', (row) => row.proposal.group],
  ['Concern points', (row) => row.proposal.points],
  ['Most points the evidence could give', (row) => row.proposal.maximum],
  ['Decided by rule', (row) => row.proposal.decidedBy.words],
  ['Reason 1', (row) => row.proposal.reasons[0]],
  ['Reason 2', (row) => row.proposal.reasons[1]],
  ['Reason 3', (row) => row.proposal.reasons[2]],
  ['How sure', (row) => row.proposal.sureness.level],
  [
    'Could also be',
    (row) => row.proposal.sureness.couldBe.filter((c) => c !== row.proposal.category).join(', '),
  ],
  ['Category in the run before, if different', (row) => row.was],
  ['Last inspection', (row) => row.lastInspection?.words ?? noInspectionOf(row)],
  ['Last inspection started on', (row) => row.lastInspection?.startedOn],
  ['Age of last inspection (whole years)', (row) => row.lastInspection?.ageYears],
  ['As known on', (row) => row.proposal.asAt],
] as const satisfies readonly (readonly [string, (row: RegisterRow) => string | number | null | undefined])[];

/**
 * The list as a spreadsheet reads it: the rows as filtered and sorted, then the notes without which they must not
 * travel. A cell that a spreadsheet would take for a formula is written as text.
 */
export function registerAsCsv(register: Register, rows: readonly RegisterRow[]): string {
  const table = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, value]) => value(row) ?? 'not stated')),
  ];
  const notes = notesOf(register, rows.length).map((note) => [note]);
  const text = stringify([...table, [], ...notes], { escape_formulas: true, record_delimiter: '\r\n' });
  return `\uFEFF${text}`;
}

function notesOf(register: Register, shown: number): readonly string[] {
  const { run, authority, sources } = register;
  const banner = bannerWords({ authority, sources });
  return [
    'Notes',
    ...(banner === null ? [] : [banner]),
    `${String(shown)} of ${plural(register.rows.length, 'school')} of ${authority.name}.`,
    ...(run === null
      ? []
      : [
          `As known on ${dateInWords(run.asAt)}, by the scheme ${run.scheme}. Run on ${momentInWords(run.ranAt)}.`,
        ]),
    'Categories are proposed by rules and have not been decided by anyone. They are in confidence to the school and the authority.',
    'Sources',
    ...creditsInWords(sources),
    'Contains public sector information licensed under the Open Government Licence v3.0.',
  ];
}
