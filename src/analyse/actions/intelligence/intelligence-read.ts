import type { Recurrence } from '#/analyse/rules/intelligence/recurrence.ts';
import type { IntelligenceLevel, IntelligenceToday } from '#/analyse/rules/intelligence/intelligence.ts';
import type { RestsOn } from '#/analyse/rules/intelligence/rests-on.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What came of something that was typed: done, or what is wrong with it, in the order of the fields. */
export type Outcome<Done> =
  | ({ readonly kind: 'done' } & Done)
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/** An entry as lists show it. */
export interface EntryRead extends IntelligenceToday {
  readonly school: string;
  /** Of its kind, in words. */
  readonly about: string;
  /** Which time it is of its kind at its school, in so many months. */
  readonly times: number;
}

/** The register of an authority, as far as the reader may know of it. */
export interface IntelligenceRegister {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** The newest known first. */
  readonly entries: readonly EntryRead[];
  /** Schools that are on it, the most entries first. */
  readonly recurrences: readonly (Recurrence & { readonly school: string })[];
  /** Open schools of the authority. */
  readonly schools: number;
  readonly kinds: readonly KindRead[];
  /** Months in which recurrences are counted. */
  readonly months: number;
  readonly mayTell: boolean;
}

export interface KindRead {
  readonly id: string;
  readonly name: string;
  readonly covers: string;
  readonly countsForDays: number;
}

/** What is known of one school beside its data. */
export interface SchoolIntelligence {
  readonly authority: AuthorityInStore;
  readonly school: Pick<School, 'urn' | 'name'>;
  readonly today: IsoDate;
  readonly entries: readonly EntryRead[];
  /** `null` where nothing was told of it in those months. */
  readonly recurrence: Recurrence | null;
  readonly kinds: readonly KindRead[];
  readonly months: number;
  readonly mayTell: boolean;
  readonly mayOpen: boolean;
  /** `null` for whoever may not read the category, which rests on it. */
  readonly restsOn: RestsOn | null;
}

/** One entry with what became of it. */
export interface OneEntryRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly entry: EntryRead;
  /** Names of the people named, and of whoever took a step, are in the entry. */
  readonly namedPeople: readonly string[];
  readonly months: number;
  readonly mayTakeUp: boolean;
  readonly mayOpenRound: boolean;
}

/** What is needed to tell of something. */
export interface TellingRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Schools of which the person may tell, in order of name. */
  readonly schools: readonly Pick<School, 'urn' | 'name'>[];
  readonly kinds: readonly KindRead[];
  readonly levels: readonly IntelligenceLevel[];
  /** Who may be named, in order of name. */
  readonly people: readonly { readonly person: string; readonly name: string; readonly role: string }[];
}

export interface EntryAsked {
  readonly authority: string;
  readonly urn: Urn;
  readonly entry: string;
}
