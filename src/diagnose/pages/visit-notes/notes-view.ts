import type { NotesRead } from '#/diagnose/actions/visits.ts';
import type { NoteQuality } from '#/diagnose/rules/visits/note-quality.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { notesAddress } from '#/platform/web/visit-addresses.ts';
import { dateInWords, percent, plural, share } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

type Part = Exclude<keyof NoteQuality, 'among' | 'held'>;

/** What notes are compared on, in the words of a heading, and of what it is a share. */
export const qualityParts: Readonly<Record<Part, { readonly heading: string; readonly of: string }>> = {
  inTime: { heading: 'Submitted in time', of: 'of notes submitted or due' },
  accurate: { heading: 'Called accurate', of: 'of notes that the head answered' },
  governorAsked: { heading: 'Chair or representative asked', of: 'of visits made' },
  governorThere: { heading: 'A governor was there', of: 'of notes submitted' },
  firstHand: { heading: 'Something seen at first hand', of: 'of notes submitted' },
  namedGroups: { heading: 'Most vulnerable and most able', of: 'of notes submitted' },
  actions: { heading: 'An action with owner and day', of: 'of notes submitted' },
};

const whose = { authority: 'the officer', school: 'the school' } as const;

export function notesView(read: NotesRead, query: Query = {}) {
  const { authority, all, waiting, schoolYear, today } = read;
  const { slug } = authority;
  const late = waiting.filter(({ visit }) => (visit.awaited?.daysLate ?? 0) > 0).length;
  const row = (quality: NoteQuality) => ({
    among: quality.among,
    held: quality.held,
    cells: (Object.keys(qualityParts) as Part[]).map((part) => {
      const { some, of } = quality[part];
      return of === 0 ? null : { share: percent(some, of), of: `${String(some)} of ${String(of)}` };
    }),
  });
  return {
    lead: `In ${schoolYearName(schoolYear)}, as at ${dateInWords(today)}: ${share(all.inTime.some, all.inTime.of)} of notes submitted or due were submitted within five working days of the visit; ${share(all.accurate.some, all.accurate.of)} of those that a head answered were called accurate.`,
    waits: `${plural(waiting.length, 'note waits', 'notes wait')} for somebody, ${String(late)} of them longer than agreed.`,
    address: notesAddress(slug),
    years: read.schoolYears.map((year) => ({
      value: String(year),
      text: schoolYearName(year),
      chosen: year === schoolYear,
    })),
    files: downloadLinks(notesAddress(slug), query),
    waiting: waiting.map(({ visit, school }) => ({
      school,
      href: paperAddress(slug, visit.urn, visit.paper),
      on: visit.on === null ? 'no day yet' : dateInWords(visit.on),
      goes: visit.goes,
      ...awaitedWords(visit.awaited),
    })),
    headings: Object.values(qualityParts),
    tables: [
      { title: 'By district', first: 'District', rows: read.byDistrict.map(row), all: row(all) },
      { title: 'By who made the visit', first: 'Visitor', rows: read.byVisitor.map(row), all: row(all) },
    ],
  };
}

function awaitedWords(awaited: NotesRead['waiting'][number]['visit']['awaited']) {
  if (awaited === null) return { what: '', who: '', due: null, late: null };
  const { what, by, dueOn, daysLate } = awaited;
  return { what, who: whose[by], due: dueOn === null ? null : dateInWords(dueOn), late: lateWords(daysLate) };
}

function lateWords(days: number): string | null {
  return days === 0 ? null : `${plural(days, 'day')} late`;
}
