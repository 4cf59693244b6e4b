import { readRuns, type RunsRead, type RunWithScheme } from '#/analyse/actions/read-runs.ts';
import type { Mover } from '#/analyse/rules/compare-runs.ts';
import type { Parts } from '#/parts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { categoryInALine, schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords, someOf } from '#/platform/web/words.ts';

interface Row {
  readonly school: Mover['school'];
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}

/** Who moved between two runs, who is new and who is gone; in a workbook also how many from which to which. */
export function runsDownload({ authority, compared, sources }: RunsRead): Download {
  const cells = compared?.comparison.matrix ?? [];
  const before = (code: string): string => categoryInALine(compared?.from.scheme ?? null, code);
  const after = (code: string): string => categoryInALine(compared?.to.scheme ?? null, code);
  return {
    name: `who-moved-${authority.slug}-${compared === null ? 'nothing-to-compare' : `${compared.from.run.id}-to-${compared.to.run.id}`}`,
    tables: [
      cellsOf({
        name: 'Who moved',
        columns: [
          { heading: 'URN', value: ({ school }: Row) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'Phase', value: ({ school }) => school.phase },
          { heading: 'District', value: ({ school }) => school.district, width: 22 },
          { heading: 'What happened', value: ({ what }) => what, width: 28 },
          {
            heading: 'From',
            value: ({ from }) => (from === null ? 'not in the earlier run' : before(from)),
            width: 28,
          },
          { heading: 'To', value: ({ to }) => (to === null ? 'not in the later run' : after(to)), width: 28 },
          { heading: 'Why', value: ({ why }) => why, width: 100 },
        ],
        rows: rowsOf(compared),
        blank: 'not stated',
      }),
      cellsOf({
        name: 'From which to which',
        columns: [
          { heading: 'From', value: ({ from }: (typeof cells)[number]) => before(from), width: 32 },
          { heading: 'To', value: ({ to }) => after(to), width: 32 },
          { heading: 'Schools', value: ({ schools }) => schools },
        ],
        rows: cells,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `Who moved between two analyses of ${authority.name}`,
      authority,
      about:
        compared === null
          ? ['There are no two analyses to compare yet.']
          : [
              `From the analysis as known on ${nameOf(compared.from)} to the one as known on ${nameOf(compared.to)}.`,
              `${someOf(compared.comparison.movers.length, compared.comparison.inBoth, 'school')} of both moved.`,
            ],
      sources,
      confidential: true,
    }),
  };
}

function rowsOf(compared: RunsRead['compared']): readonly Row[] {
  if (compared === null) return [];
  const { movers, arrived, gone } = compared.comparison;
  return [
    ...movers.map(({ school, from, to, direction, why }) => ({
      school,
      what: direction === null ? 'to or from insufficient evidence' : `to ${direction}`,
      from,
      to,
      why: why.map(({ words }) => words).join(' '),
    })),
    ...arrived.map(({ school, to }) => ({
      school,
      what: 'new',
      from: null,
      to,
      why: 'opened, or known only since',
    })),
    ...gone.map(({ school, from }) => ({
      school,
      what: 'gone',
      from,
      to: null,
      why: 'closed, or followed by another school',
    })),
  ];
}

function nameOf({ run, scheme }: RunWithScheme): string {
  return `${dateInWords(run.asAt)}, ${schemeTitle(scheme)} (run ${run.id})`;
}

/** The comparison as files. */
export const runsDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/runs',
  permission: 'read lists of categories',
  logs: { event: 'exported categories' },
  take: async ({ person, params, query }) => {
    const chosen = (name: string): string | undefined => query[name]?.findLast((value) => value !== '');
    return runsDownload(
      await readRuns(parts, person, params['authority'] ?? '', { from: chosen('from'), to: chosen('to') }),
    );
  },
}));
