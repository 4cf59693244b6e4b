import type { NoteQuality } from '#/diagnose/rules/visits/note-quality.ts';
import type { VisitFacts } from '#/diagnose/rules/visits/visit-facts.ts';
import type { VisitsOwed } from '#/diagnose/rules/visits/visits-owed.ts';
import type { VisitKept } from '#/diagnose/records/visits.ts';
import type { Term } from '#/law/terms.ts';
import type { Awaited } from '#/papers/rules/standing.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { SchoolCategory } from './school-categories.ts';

/** A visit as it stands. */
export interface VisitRead extends Omit<VisitKept, 'kind'>, VisitFacts {
  /** Name of its template. */
  readonly purpose: string;
  /** The last day on which its note is in time; `null` where the day of the visit is not known. */
  readonly noteDueOn: IsoDate | null;
  /** What it waits for as known on the day; `null` where nothing. */
  readonly awaited: Awaited | null;
}

/** A school with what it is owed in the school year. */
export interface SchoolVisits {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly district: string | null;
  readonly category: SchoolCategory | null;
  readonly owed: readonly VisitsOwed[];
  /** The one furthest behind; `null` where nothing is owed. */
  readonly mostBehind: VisitsOwed | null;
  /** Of the school year, in the order of their days; those cancelled too. */
  readonly visits: readonly VisitRead[];
  /** The last that was held, whenever. */
  readonly last: VisitRead | null;
  /** The next that is planned. */
  readonly next: VisitRead | null;
}

/** Somebody to whom schools are given, or who goes to schools. */
export interface Visitor {
  readonly person: string;
  readonly name: string;
  /** Those given to this person. */
  readonly schools: ReadonlySet<Urn>;
}

/** The visits of a school year, as far as the reader may read papers. */
export interface VisitsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** The day as which it is told. */
  readonly knownOn: IsoDate;
  readonly schoolYear: SchoolYear;
  readonly schoolYears: readonly SchoolYear[];
  /** The term that day lies in; in holidays the next. */
  readonly term: Term;
  /** Open schools, by name. */
  readonly schools: readonly SchoolVisits[];
  readonly visitors: readonly Visitor[];
}

/** How notes are, among districts and among those who visit. */
export interface NotesRead extends Pick<VisitsRead, 'authority' | 'today' | 'schoolYear' | 'schoolYears'> {
  readonly all: NoteQuality;
  readonly byDistrict: readonly NoteQuality[];
  readonly byVisitor: readonly NoteQuality[];
  /** Notes that wait for somebody, the longest waiting first. */
  readonly waiting: readonly NoteWaiting[];
}

/** A note that waits for somebody. */
export interface NoteWaiting {
  readonly visit: VisitRead;
  readonly school: string;
}
