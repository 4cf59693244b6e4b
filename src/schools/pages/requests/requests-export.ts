import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { plural } from '#/platform/web/words.ts';
import type { RequestsRead } from '#/schools/actions/requests.ts';
import { chosenRequests, stateWords, type RequestsAsked } from './requests-view.ts';

/** The list of requests as files: what the reader may know of, as on the page. */
export function requestsDownload(read: RequestsRead, asked: RequestsAsked): Download {
  const rows = chosenRequests(read, asked);
  return {
    name: `requests-to-schools-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Requests',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ school }) => school, width: 40 },
          { heading: 'What', value: ({ what }) => what, width: 50 },
          { heading: 'Why', value: ({ why }) => why, width: 40 },
          { heading: 'Due', value: ({ dueOn }) => ({ date: dueOn }) },
          { heading: 'Overdue', value: ({ overdue }) => (overdue ? 'yes' : 'no') },
          { heading: 'Where it stands', value: stateWords, width: 24 },
          { heading: 'Asked by', value: ({ asked: { name } }) => name, width: 24 },
          { heading: 'Asked on', value: ({ asked: { at } }) => ({ date: at.slice(0, 10) }) },
          { heading: 'Who may know', value: ({ level }) => level, width: 22 },
        ],
        rows,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `What schools of ${read.authority.name} are asked`,
      authority: read.authority,
      about: [`${plural(rows.length, 'request')} that the reader may know of, the soonest due first.`],
      sources: [],
      confidential: true,
    }),
  };
}
