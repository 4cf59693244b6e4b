import type { DiagnosesRead } from '#/diagnose/actions/diagnoses.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { chosenDiagnoses, type diagnosesAsked } from './diagnoses-asked.ts';
import { standsWords } from './diagnoses-view.ts';

/** The list of diagnoses as files. */
export function diagnosesDownload(read: DiagnosesRead, show: ReturnType<typeof diagnosesAsked>): Download {
  const rows = chosenDiagnoses(read.schools, show);
  return {
    name: `diagnoses-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Diagnoses',
        columns: [
          { heading: 'URN', value: ({ school }) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'Category told', value: ({ told }) => told, width: 30 },
          { heading: 'Told', value: ({ way }) => ({ date: way.toldOn }) },
          {
            heading: 'Settled',
            value: ({ way }) => (way.settled === null ? null : { date: way.settled.on }),
          },
          { heading: 'Days to the diagnosis, or waited', value: ({ way }) => way.days },
          { heading: 'Days late', value: ({ daysLate }) => daysLate },
          { heading: 'How it stands', value: standsWords, width: 40 },
          { heading: 'Against the category told', value: ({ differs }) => differs, width: 24 },
        ],
        rows,
        blank: 'not yet',
      }),
    ],
    notes: exportNotes({
      title: `Diagnoses of schools of ${read.authority.name}`,
      authority: read.authority,
      about: [
        `${plural(rows.length, 'school')} that were told a category, as at ${dateInWords(read.today)}.`,
        'Days run from the first letter that told the category the school has now.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
