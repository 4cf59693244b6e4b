import type { AllocationRead, SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { categoryInALine } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { chosenSchools, sectorOf, sectors, type AllocationAsked } from './allocation-asked.ts';
import { gapWords, roleWords } from './allocation-words.ts';

/** The list as files, with a second sheet of how many schools each has. */
export function allocationDownload(read: AllocationRead, asked: AllocationAsked): Download {
  const rows = chosenSchools(read, asked);
  return {
    name: `allocation-${read.authority.slug}`,
    tables: [
      cellsOf<SchoolAllocated>({
        name: 'Schools',
        columns: [
          { heading: 'URN', value: ({ urn }) => urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'Phase', value: ({ school }) => school.phase },
          { heading: 'Type', value: (one) => sectors[sectorOf(one)], width: 26 },
          { heading: 'District', value: ({ school }) => school.district },
          {
            heading: 'Category',
            value: ({ standing }) =>
              standing === null ? null : categoryInALine(read.scheme, standing.category),
            width: 30,
          },
          { heading: 'By', value: ({ standing }) => standing?.by ?? null },
          { heading: 'Should have', value: ({ wanted }) => roleWords[wanted.role], width: 22 },
          { heading: 'Has', value: ({ given }) => given.map(({ name }) => name).join('; '), width: 30 },
          {
            heading: 'Since',
            value: ({ given }) => (given[0] === undefined ? null : { date: given[0].since }),
          },
          { heading: 'Gap', value: ({ gap }) => (gap === null ? null : gapWords[gap.gap]) },
          { heading: 'Why', value: ({ gap }) => gap?.because ?? null, width: 60 },
          {
            heading: 'What speaks against it',
            value: ({ doubts }) => doubts.map(({ text }) => text).join(' ') || null,
            width: 40,
          },
          {
            heading: `People in ${String(read.settings.continuity.years)} years`,
            value: ({ continuity }) => continuity.people,
          },
          { heading: 'Changes', value: ({ continuity }) => continuity.changes },
        ],
        rows,
        blank: 'none',
      }),
      cellsOf({
        name: 'Officers and partners',
        columns: [
          { heading: 'Name', value: ({ name }) => name, width: 26 },
          {
            heading: 'Role',
            value: ({ roles }) => roles.map((role) => roleWords[role]).join(', '),
            width: 24,
          },
          { heading: 'Schools', value: ({ caseload }) => caseload.schools },
          { heading: 'Of concern', value: ({ caseload }) => caseload.ofConcern },
          { heading: 'At most', value: ({ caseload }) => caseload.capacity },
          { heading: 'Phases', value: ({ profile }) => profile?.phases.join(', ') ?? null, width: 30 },
          { heading: 'Sent by', value: ({ profile }) => profile?.organisation ?? null, width: 30 },
        ],
        rows: read.advisers,
        blank: 'not said',
      }),
    ],
    notes: exportNotes({
      title: `Who has which schools of ${read.authority.name}`,
      authority: read.authority,
      about: [
        `${plural(rows.length, 'open school')} as at ${dateInWords(read.today)}, greatest need first.`,
        'A school of concern should have an intervention officer, every other a challenge partner.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
