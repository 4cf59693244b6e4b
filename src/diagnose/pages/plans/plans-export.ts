import type { PlansRead } from '#/diagnose/actions/plans.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { chosenPlans, type PlansAsked } from './plans-asked.ts';
import { owedWords, standsWords } from './plans-words.ts';

/** A day in a cell; left blank where there is none. */
function day(date: string | null = null): { readonly date: string } | null {
  return date === null ? null : { date };
}

/** The list of plans as files: what the reader may know of, as on the page. */
export function plansDownload(read: PlansRead, asked: PlansAsked): Download {
  const rows = chosenPlans(read.schools, asked);
  return {
    name: `improvement-plans-${read.authority.slug}`,
    tables: [
      cellsOf({
        name: 'Improvement plans',
        columns: [
          { heading: 'URN', value: ({ school }) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'Phase', value: ({ school }) => school.phase, width: 16 },
          { heading: 'Told that it is of concern', value: ({ ofConcern }) => (ofConcern ? 'yes' : 'no') },
          { heading: 'Why a plan is owed', value: owedWords, width: 50 },
          { heading: 'Due', value: ({ owed }) => day(owed?.dueOn) },
          { heading: 'Sent in', value: ({ owed }) => day(owed?.sentOn) },
          { heading: 'Days late', value: ({ owed }) => owed?.daysLate ?? null },
          { heading: 'How the plan stands', value: standsWords, width: 40 },
          { heading: 'Agreed', value: ({ plan }) => day(plan?.stands.agreedOn) },
          { heading: 'Objectives rated', value: ({ plan }) => plan?.stands.onTrack.rated ?? null },
          { heading: 'Objectives on track', value: ({ plan }) => plan?.stands.onTrack.green ?? null },
          { heading: 'Reviews', value: ({ plan }) => plan?.stands.reviews.length ?? null },
          { heading: 'Next review', value: ({ plan }) => day(plan?.stands.next?.on) },
          { heading: 'Review overdue, days', value: ({ plan }) => plan?.stands.next?.daysLate ?? null },
        ],
        rows,
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Improvement plans of schools of ${read.authority.name}`,
      authority: read.authority,
      about: [
        `${plural(rows.length, 'school')} as at ${dateInWords(read.today)}.`,
        'On track is an objective rated green when it was last rated.',
      ],
      sources: [],
      confidential: true,
    }),
  };
}
