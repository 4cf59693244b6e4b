import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportCell } from '#/platform/exports/table.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import { phaseRows, restsOnWords, suppressed, type MembersRead } from './members-view.ts';

/**
 * What members are told, as files: the counts by group with the same numbers left out as on the page, and what is published
 * by phase. No school is named, so that it can be passed on.
 */
export function membersDownload({ members, overview, sources }: MembersRead & Sources): Download {
  const { authority, told } = members;
  const groups = told?.summary.groups ?? [];
  return {
    name: `members-${authority.slug}-${told?.state?.on ?? told?.run.asAt ?? 'not-run'}`,
    tables: [
      cellsOf({
        name: 'Schools by group',
        columns: [
          { heading: 'Of', value: (row) => (row.kind === 'all' ? 'all schools' : row.kind) },
          { heading: 'Name', value: (row) => (row.kind === 'all' ? authority.name : sentence(row.name)) },
          { heading: 'Schools of which enough is known', value: (row) => row.schools },
          ...groups.map((name, index) => ({
            heading: sentence(told?.scheme?.groups.find((one) => one.name === name)?.many ?? name),
            value: (row: { readonly counted: readonly (number | null)[] }): ExportCell =>
              row.counted[index] ?? suppressed,
          })),
          {
            heading: 'As known on',
            value: () => ({ date: told?.state?.on ?? told?.run.asAt ?? overview.asAt }),
          },
          { heading: 'Scheme', value: () => schemeTitle(told?.scheme ?? null) },
        ],
        rows: told?.summary.rows ?? [],
        blank: 'not stated',
      }),
      cellsOf({
        name: 'Good or outstanding',
        columns: [
          { heading: 'Phase', value: (row) => row.name },
          { heading: 'Schools', value: (row) => row.schools },
          {
            heading: 'Good or outstanding, of schools with an overall grade',
            value: (row) => row.goodOrBetter,
          },
          { heading: 'Pupils in them, of pupils in graded schools', value: (row) => row.pupils },
          { heading: 'Without an overall grade', value: (row) => row.withoutGrade },
          { heading: 'As known on', value: () => ({ date: overview.asAt }) },
        ],
        rows: phaseRows(overview),
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `What members are told of the schools of ${authority.name}`,
      authority,
      about: [
        told === null ? `No group is told yet, on ${dateInWords(overview.asAt)}.` : restsOnWords(told),
        'No school is named here.',
      ],
      sources,
      confidential: false,
      suppression: [
        'Numbers of fewer than 6 schools, none included, are left out; so are numbers that are all of their schools, and any other number from which one of those could be worked out.',
      ],
    }),
  };
}

interface Sources {
  readonly sources: MembersRead['overview']['sources'];
}
