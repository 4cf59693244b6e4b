import type { ContactRead, SchoolContact } from '#/diagnose/actions/read-contact.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { chosenContact, kindWords, type ContactAsked } from './contact-view.ts';

/** The list as files: how often in the last year, by kind. */
export function contactDownload(read: ContactRead, asked: ContactAsked): Download {
  const rows = chosenContact(read, asked);
  return {
    name: `contact-${read.authority.slug}`,
    tables: [
      cellsOf<SchoolContact>({
        name: 'Contact',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          {
            heading: 'Category',
            value: ({ standing }) =>
              standing === null ? null : categoryInALine(read.scheme, standing.category),
            width: 30,
          },
          {
            heading: 'Officer or partner',
            value: ({ given }) => given.map(({ name }) => name).join('; ') || null,
            width: 26,
          },
          { heading: 'Weeks without', value: ({ contact }) => contact.weeksSince },
          { heading: 'At most', value: ({ contact }) => contact.atMost },
          { heading: 'Too long', value: ({ contact }) => (contact.warns ? 'yes' : 'no') },
          {
            heading: 'Last contact',
            value: ({ contact }) => (contact.last === null ? null : { date: contact.last.on }),
          },
          {
            heading: 'Kind',
            value: ({ contact }) => (contact.last === null ? null : kindWords[contact.last.kind]),
            width: 24,
          },
          { heading: 'By', value: ({ contact }) => contact.last?.by ?? null, width: 24 },
          {
            heading: 'Last visit or meeting',
            value: ({ contact }) =>
              contact.lastInPerson === null ? null : { date: contact.lastInPerson.on },
          },
          {
            heading: 'In the last year',
            value: ({ contact }) =>
              [...contact.inYear]
                .map(([kind, number]) => `${String(number)} ${kindWords[kind]}`)
                .join('; ') || null,
            width: 40,
          },
        ],
        rows,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Contact with schools of ${read.authority.name}`,
      authority: read.authority,
      about: [
        `${plural(rows.length, 'open school')} as at ${dateInWords(read.today)}, looking back two years.`,
      ],
      sources: [],
      confidential: true,
    }),
  };
}
