import type { EarlyWarningRead, WarnedSchool } from '#/analyse/actions/early-warning-read.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportCell, ExportColumn } from '#/platform/exports/table.ts';
import { exportNotes, rounded } from '#/platform/web/export-notes.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { schoolsCounted } from '#/platform/web/reach-words.ts';
import { count, dateInWords, list, plural } from '#/platform/web/words.ts';
import { horizonOf, inOrder, matchingSchools, noOfficer, notStated, riseOf } from './warning-list.ts';
import { horizons, type WarningRequest } from './warning-request.ts';

type Column = ExportColumn<WarnedSchool>;

/** The list as filtered and sorted, one line a school; and the schools of which no chance is told, with why. */
export function warningDownload(read: EarlyWarningRead, request: WarningRequest): Download {
  const { authority, run, schools, without, whole, sources } = read;
  const rows = inOrder(matchingSchools(schools, request), request);
  const finding = findingWords[run?.target ?? 'below good'].name;
  return {
    name: `early-warning-${authority.slug}-${run?.asAt ?? 'not-made'}`,
    tables: [
      cellsOf({
        name: 'Early warning',
        columns: [...about, ...chances(finding), ...why, ...compared(read, request)],
        rows,
        blank: 'not stated',
      }),
      cellsOf({
        name: 'Without a chance',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ name }) => name, width: 36 },
          { heading: 'Phase', value: ({ phase }) => phase },
          { heading: 'Why no chance is told', value: (one) => one.why, width: 60 },
        ],
        rows: without,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `Early warning of ${whole ? '' : 'your '}schools in ${authority.name}`,
      authority,
      about: [
        run === null
          ? 'No forecast was kept.'
          : `Forecast as at ${dateInWords(run.asAt)} by the model ${run.model.id} (${run.model.digest}), fitted to what was known on ${dateInWords(run.model.fittedAsAt)}.`,
        `What is forecast: ${finding.toLowerCase()}. Chances are from 0 to 1; they lie in their ranges in 8 cases of 10.`,
        `This list has ${count(rows.length)} of ${schoolsCounted(schools.length, authority.name, whole)} with a chance; of ${plural(without.length, 'school')} no chance is told, and the workbook says why.`,
      ],
      sources,
      confidential: true,
    }),
  };
}

const about: readonly Column[] = [
  { heading: 'URN', value: ({ urn }) => urn },
  { heading: 'School', value: ({ name }) => name, width: 36 },
  { heading: 'Phase', value: ({ phase }) => phase },
  { heading: 'District', value: ({ district }) => district ?? notStated },
  {
    heading: 'Officer',
    value: ({ officers }) => (officers.length === 0 ? noOfficer : list(officers.map(({ name }) => name))),
  },
  { heading: 'Last inspection', value: ({ lastInspection }) => lastInspection?.words ?? 'none known' },
  {
    heading: 'Last inspection started on',
    value: ({ lastInspection }) =>
      lastInspection === null ? 'none known' : { date: lastInspection.startedOn },
  },
  { heading: 'Proposed category', value: ({ category }) => category?.code ?? 'in no analysis' },
];

function chances(finding: string): readonly Column[] {
  return horizons.flatMap((months): readonly Column[] => {
    const column = (heading: string, value: (row: WarnedSchool) => number): Column => ({
      heading: `${heading} within ${String(months)} months`,
      value: (row) => rounded(value(row), 4),
    });
    return [
      column('Inspected', ({ warning }) => horizonOf(warning, months).inspected.chance),
      column(finding, ({ warning }) => horizonOf(warning, months).found.chance),
      column(`${finding}, lower end,`, ({ warning }) => horizonOf(warning, months).found.low),
      column(`${finding}, upper end,`, ({ warning }) => horizonOf(warning, months).found.high),
    ];
  });
}

const why: readonly Column[] = [
  {
    heading: 'Raises it most',
    value: ({ reasons }) => reasons.raises?.words ?? 'nothing',
    width: 50,
  },
  {
    heading: 'Lowers it most',
    value: ({ reasons }) => reasons.lowers?.words ?? 'nothing',
    width: 50,
  },
  { heading: 'Unusual', value: ({ warning }) => sentences(warning.unusual), width: 50 },
  { heading: 'Makes it less sure', value: ({ warning }) => sentences(warning.lessSure), width: 50 },
  {
    heading: 'Within 18 months, had deprivation been used',
    value: ({ warning }) =>
      warning.withDeprivation === null ? 'not known' : rounded(warning.withDeprivation, 4),
  },
];

function compared({ previous }: EarlyWarningRead, { months }: WarningRequest): readonly Column[] {
  const then = (row: WarnedSchool): ExportCell => {
    const rise = riseOf(row, months);
    return rise === null ? 'no chance then' : rounded(horizonOf(row.warning, months).found.chance - rise, 4);
  };
  return previous === null
    ? []
    : [
        {
          heading: `Within ${String(months)} months, in the forecast as at ${previous.asAt}`,
          value: then,
        },
      ];
}

function sentences(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : words.join(' ');
}
