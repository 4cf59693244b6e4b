import type { IntelligenceRegister } from '#/analyse/actions/intelligence/intelligence-read.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { levelWords, stateWords } from './entry-words.ts';
import { chosenEntries, type RegisterAsked } from './register-view.ts';

/** The register as files: what the reader may know of, as on the page. What only named people may know leaves it never. */
export function registerDownload(read: IntelligenceRegister, asked: RegisterAsked): Download {
  const rows = chosenEntries(read, asked).filter(({ level }) => level !== 'named people');
  return {
    name: `intelligence-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Intelligence',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ school }) => school, width: 40 },
          { heading: 'About', value: ({ about }) => about, width: 28 },
          { heading: 'What it says', value: ({ saysNow }) => saysNow, width: 60 },
          { heading: 'Source', value: ({ source }) => source, width: 32 },
          { heading: 'Known on', value: ({ knownOn }) => ({ date: knownOn }) },
          { heading: 'Counts until', value: ({ until }) => ({ date: until }) },
          { heading: 'Where it stands', value: stateWords, width: 28 },
          { heading: 'Looked at', value: ({ lookedAt }) => (lookedAt ? 'yes' : 'no') },
          { heading: 'Told by', value: ({ told }) => told.name, width: 24 },
          { heading: 'Who may know', value: ({ level }) => levelWords[level].name, width: 28 },
        ],
        rows,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `What services told of schools of ${read.authority.name}`,
      authority: read.authority,
      about: [
        `${plural(rows.length, 'entry', 'entries')} that the reader may know of, as on ${dateInWords(read.today)}, the newest known first.`,
        'Entries that only named people may know are not in files.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
