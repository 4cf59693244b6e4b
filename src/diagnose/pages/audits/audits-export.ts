import type { AuditsRead } from '#/diagnose/actions/read-audits.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { auditsInOrder } from './audits-view.ts';

/** Schools of concern with their audit and review of governance as files; in a workbook also the common areas. */
export function auditsDownload(read: AuditsRead): Download {
  const rows = auditsInOrder(read);
  return {
    name: `audits-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Schools of concern',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ name }) => name, width: 40 },
          { heading: 'District', value: ({ district }) => district ?? 'not stated', width: 24 },
          {
            heading: 'Category',
            value: ({ category }) => categoryInALine(category.scheme, category.code),
            width: 30,
          },
          { heading: 'Scoping audit', value: ({ audit }) => audit?.words ?? null, width: 30 },
          { heading: 'Finer grade', value: ({ audit }) => audit?.finerGrade ?? null, width: 30 },
          { heading: 'Approach', value: ({ audit }) => audit?.approach ?? null, width: 40 },
          {
            heading: 'Review of governance',
            value: ({ governance }) => governance?.words ?? null,
            width: 30,
          },
          {
            heading: 'Carried out on',
            value: ({ governance }) => {
              const on = governance?.carriedOutOn ?? null;
              return on === null ? null : { date: on };
            },
          },
          { heading: 'Governance judged', value: ({ governance }) => governance?.judged ?? null },
          { heading: 'Within a year', value: (one) => (one.reviewedWithinAYear ? 'yes' : 'no') },
        ],
        rows,
        blank: 'none',
      }),
      cellsOf({
        name: 'Common areas',
        columns: [
          { heading: 'Area', value: ({ area }) => area, width: 50 },
          { heading: 'Audits below expected', value: ({ toImprove }) => toImprove },
          { heading: 'Audits that looked at it', value: ({ lookedAt }) => lookedAt },
        ],
        rows: read.areas,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Audits and reviews of governance at schools of ${read.authority.name}`,
      authority: read.authority,
      about: [`${plural(rows.length, 'school')} of concern, as at ${dateInWords(read.today)}.`],
      sources: [],
      confidential: true,
    }),
  };
}
