import type { WatchedSchool, Watchlist } from '#/analyse/actions/read-watchlist.ts';
import { exportNotes, pupilsCell } from '#/platform/web/export-notes.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportColumn } from '#/platform/exports/table.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';
import type { WatchlistRequest } from './watchlist-request.ts';
import { matchingSchools } from './watchlist-request.ts';

const about: readonly ExportColumn<WatchedSchool>[] = [
  { heading: 'URN', value: ({ row }) => row.school.urn },
  { heading: 'School', value: ({ row }) => row.school.name, width: 36 },
  { heading: 'Phase', value: ({ row }) => row.school.phase },
  { heading: 'District', value: ({ row }) => row.school.district, width: 20 },
  { heading: 'Pupils', value: ({ row }) => pupilsCell(row.school.pupils) },
  { heading: 'Proposed category', value: ({ row }) => row.proposal.category },
  { heading: 'Meaning', value: ({ row }) => row.proposal.meaning, width: 30 },
  { heading: 'Group', value: ({ row }) => row.proposal.group ?? 'no group', width: 22 },
  { heading: 'How sure', value: ({ row }) => row.proposal.sureness.level },
  { heading: 'Last inspection', value: ({ row }) => row.lastInspection?.words ?? 'none known', width: 22 },
  {
    heading: 'Last inspection started on',
    value: ({ row }) => (row.lastInspection === null ? 'none known' : { date: row.lastInspection.startedOn }),
  },
  { heading: 'Reasons', value: ({ reasons }) => reasons.length },
];

/** A column for each rule: a filter of a spreadsheet then finds it, and a school stays one line. */
function reasonColumns(rules: Watchlist['rules']): readonly ExportColumn<WatchedSchool>[] {
  return rules.map(({ kind, title }) => ({
    heading: title,
    value: (one) => one.reasons.find((reason) => reason.kind === kind)?.words ?? 'no',
    width: 48,
  }));
}

/** The watchlist as filtered, a line a school with all its reasons; in a workbook also how many have each. */
export function watchlistDownload(watchlist: Watchlist, request: WatchlistRequest): Download {
  const { authority, run, scheme, watched, schools, sources, rules } = watchlist;
  const rows = matchingSchools(watchlist, request);
  return {
    name: `watchlist-${authority.slug}-${run?.asAt ?? 'not-run'}`,
    tables: [
      cellsOf({
        name: 'Watchlist',
        columns: [
          ...about,
          ...reasonColumns(rules),
          { heading: 'As known on', value: () => (run === null ? null : { date: run.asAt }) },
        ],
        rows,
        blank: 'not stated',
      }),
      cellsOf({
        name: 'Reasons',
        columns: [
          { heading: 'Reason', value: ({ title }: (typeof rules)[number]) => title, width: 28 },
          { heading: `Schools, of ${String(schools)}`, value: (one) => one.schools },
          { heading: 'Rule', value: ({ words }) => words, width: 100 },
        ],
        rows: rules,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `Watchlist of schools in ${authority.name}`,
      authority,
      about: [
        run === null
          ? 'No analysis has been run yet.'
          : `As known on ${dateInWords(run.asAt)}, by the scheme ${schemeTitle(scheme)}.`,
        `${someOf(watched.length, schools, 'school')} on the watchlist; this table has ${plural(rows.length, 'school')} of them.`,
        'A reason is a question to ask, not a judgement. Where the lines are drawn is a local convention.',
      ],
      sources,
      confidential: true,
      suppression: [
        'Sentences that give a reason may name how many pupils a pooled figure rests on; the tables they come from hold back results of fewer than 6.',
      ],
    }),
  };
}
