import type { ActionsRead } from '#/papers/actions/actions-read.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { agreedInWords, keptToWords } from '#/papers/actions/tell-actions.ts';
import { chosenActions, type ActionsAsked } from './actions-asked.ts';

function day(date: string | null): { readonly date: string } | null {
  return date === null ? null : { date };
}

/** The list of agreed actions as files: what the reader may know of, as on the page. */
export function actionsDownload(read: ActionsRead, asked: ActionsAsked): Download {
  const { authority, school, actions, today } = read;
  return {
    name: `agreed-actions-${school === null ? authority.slug : school.urn}`,
    tables: [
      cellsOf({
        name: 'Agreed actions',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: (one) => one.school, width: 40 },
          { heading: 'What', value: ({ what }) => what, width: 60 },
          { heading: 'Who does it', value: ({ owner }) => owner, width: 30 },
          { heading: 'Side', value: ({ ownerSide }) => ownerSide },
          { heading: 'State', value: ({ stands }) => stands.state },
          { heading: 'First agreed for', value: ({ stands }) => day(stands.firstDueOn) },
          { heading: 'Due', value: ({ stands }) => day(stands.dueOn) },
          { heading: 'Times moved', value: ({ stands }) => stands.timesMoved },
          { heading: 'Days late', value: ({ stands }) => stands.daysLate },
          { heading: 'Done', value: ({ stands }) => day(stands.doneOn) },
          { heading: 'Agreed in', value: agreedInWords, width: 40 },
          { heading: 'Said last', value: ({ steps }) => steps.at(-1)?.words ?? null, width: 60 },
        ],
        rows: chosenActions(read, asked),
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Agreed actions of ${school?.name ?? `schools of ${authority.name}`}`,
      authority,
      about: [
        keptToWords(actions, today),
        'By their day: no later than the day first agreed. What was dropped, with its reason, is not counted.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
