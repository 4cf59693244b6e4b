import type { NotesRead } from '#/diagnose/actions/visits.ts';
import type { NoteQuality } from '#/diagnose/rules/visits/note-quality.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { qualityParts } from './notes-view.ts';

/** How notes are, as files: a row for each district and each visitor. */
export function notesDownload(read: NotesRead): Download {
  const year = schoolYearName(read.schoolYear);
  const parts = Object.entries(qualityParts) as [
    keyof typeof qualityParts,
    { heading: string; of: string },
  ][];
  const rows: readonly { readonly by: string; readonly quality: NoteQuality }[] = [
    ...read.byDistrict.map((quality) => ({ by: 'district', quality })),
    ...read.byVisitor.map((quality) => ({ by: 'visitor', quality })),
    { by: 'all', quality: read.all },
  ];
  return {
    name: `notes-of-visits-${read.authority.slug}-${year.replace('/', '-')}`,
    tables: [
      cellsOf({
        name: 'Notes of visits',
        columns: [
          { heading: 'By', value: ({ by }) => by },
          { heading: 'Among', value: ({ quality }) => quality.among, width: 30 },
          { heading: 'Visits made', value: ({ quality }) => quality.held },
          ...parts.flatMap(([part, { heading, of }]) => [
            { heading, value: ({ quality }: (typeof rows)[number]) => quality[part].some },
            { heading: `${heading}, ${of}`, value: ({ quality }: (typeof rows)[number]) => quality[part].of },
          ]),
        ],
        rows,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Notes of visits to schools of ${read.authority.name} in ${year}`,
      authority: read.authority,
      about: [`As at ${dateInWords(read.today)}. Of the visits whose notes the reader may read.`],
      sources: [],
      confidential: true,
    }),
  };
}
