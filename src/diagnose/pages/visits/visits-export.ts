import type { SchoolVisits, VisitsRead } from '#/diagnose/actions/visits.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { categoryWords, chosenSchools, type VisitsAsked } from './visits-asked.ts';

/** The list as files: a row for each entitlement of each school; beside it, in a workbook, every visit. */
export function visitsDownload(read: VisitsRead, asked: VisitsAsked): Download {
  const schools = chosenSchools(read, asked);
  const year = schoolYearName(read.schoolYear);
  const date = (on: string | null | undefined) => (on ? { date: on } : null);
  return {
    name: `visits-${read.authority.slug}-${year.replace('/', '-')}`,
    tables: [
      cellsOf({
        name: 'Owed and made',
        columns: [
          { heading: 'URN', value: ({ one }) => one.urn },
          { heading: 'School', value: ({ one }) => one.name, width: 40 },
          { heading: 'District', value: ({ one }) => one.district ?? 'not stated', width: 24 },
          { heading: 'Category', value: ({ one }) => categoryWords(one), width: 30 },
          {
            heading: 'Category decided',
            value: ({ one }) => (one.category === null ? null : one.category.decided ? 'yes' : 'proposed'),
          },
          { heading: 'Owed', value: ({ owed }) => owed?.entitlement.what ?? null, width: 40 },
          { heading: 'Visits owed', value: ({ owed }) => owed?.owed ?? null },
          { heading: 'Made', value: ({ owed }) => owed?.done ?? null },
          { heading: 'Planned', value: ({ owed }) => owed?.planned ?? null },
          { heading: 'Behind', value: ({ owed }) => owed?.behind ?? null },
          { heading: 'Still to plan', value: ({ owed }) => owed?.toPlan ?? null },
          { heading: 'Last visit', value: ({ one }) => date(one.last?.on) },
          { heading: 'Next visit', value: ({ one }) => date(one.next?.on) },
        ],
        rows: rowsOf(schools),
        blank: 'none',
      }),
      cellsOf({
        name: 'Visits',
        columns: [
          { heading: 'URN', value: ({ one }) => one.urn },
          { heading: 'School', value: ({ one }) => one.name, width: 40 },
          { heading: 'Day', value: ({ visit }) => date(visit.on) },
          { heading: 'Kind of visit', value: ({ visit }) => visit.purpose, width: 40 },
          { heading: 'Who goes', value: ({ visit }) => visit.goes, width: 24 },
          { heading: 'Stands', value: ({ visit }) => visit.stands },
          { heading: 'Moved, times', value: ({ visit }) => visit.moved },
          { heading: 'Note due', value: ({ visit }) => date(visit.noteDueOn) },
          { heading: 'Note submitted', value: ({ visit }) => date(visit.submittedOn) },
          { heading: 'Answer', value: ({ visit }) => visit.answer },
        ],
        rows: schools.flatMap((one) => one.visits.map((visit) => ({ one, visit }))),
        blank: 'none',
      }),
    ],
    notes: exportNotes({
      title: `Visits to schools of ${read.authority.name} in ${year}`,
      authority: read.authority,
      about: [
        `${plural(schools.length, 'school')}, as known on ${dateInWords(read.knownOn)}. One visit may count for more than one thing owed.`,
      ],
      sources: [],
      confidential: true,
    }),
  };
}

interface Row {
  readonly one: SchoolVisits;
  /** `null` where nothing is owed. */
  readonly owed: SchoolVisits['owed'][number] | null;
}

function rowsOf(schools: readonly SchoolVisits[]): readonly Row[] {
  return schools.flatMap((one): readonly Row[] =>
    one.owed.length === 0 ? [{ one, owed: null }] : one.owed.map((owed) => ({ one, owed })),
  );
}
