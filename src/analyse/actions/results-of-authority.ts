import type { Measure } from '#/law/reference.ts';
import type { GapYear, PooledYear } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { AggregateValue } from '#/schools/rules/aggregate.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group } from '#/schools/rules/value.ts';

/** What a reader asks of the results, as it stands in the address; what is not understood is left out. */
export interface ResultsAsked {
  readonly measure?: string | undefined;
  readonly group?: string | undefined;
  readonly phase?: string | undefined;
  readonly district?: string | undefined;
  readonly year?: string | undefined;
}

/** What can be asked: only what the files imported have for the authority's schools. */
export interface ResultsChoices {
  readonly measures: readonly Measure[];
  readonly groups: readonly Group[];
  readonly phases: readonly Phase[];
  /** In order of name; empty where no register says. */
  readonly districts: readonly string[];
  /** Years with a number for the measure and group, newest first. */
  readonly years: readonly SchoolYear[];
}

/** What is shown: what was asked, or the first there is. */
export interface ResultsChosen {
  readonly measure: Measure;
  readonly group: Group;
  readonly phase: Phase | null;
  readonly district: string | null;
  readonly year: SchoolYear;
  /** What was asked for and the files do not have with the rest, as it was asked; something else is shown instead. */
  readonly notThere: Readonly<Partial<Record<keyof ResultsAsked, string>>>;
}

/** A population beside others: its schools' results year by year, computed from the schools of the files imported. */
export interface PooledLine {
  /** `Norfolk`, `England`, `East of England`, `the statistical neighbours of Norfolk`. */
  readonly name: string;
  readonly years: readonly PooledYear[];
}

/** A figure that was published for a whole population, not computed here. */
export interface PublishedYear {
  readonly year: SchoolYear;
  readonly number: number;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
}

/** The newest year of one measure for all pupils of the authority. */
export interface MeasureAtAGlance {
  readonly measure: Measure;
  readonly newest: PooledYear;
  readonly england: PublishedYear | null;
}

export interface Gap {
  readonly group: Group;
  readonly others: Group;
  readonly own: readonly [PooledLine, PooledLine];
  readonly gap: readonly GapYear[];
  /** The same gap among all schools of the files imported; empty where there are no others. */
  readonly england: readonly GapYear[];
  /** England's gap as published. */
  readonly published: readonly { readonly year: SchoolYear; readonly gap: number }[];
}

/** Results of an authority's schools over the years, with what they are held against. */
export interface ResultsOfAuthority {
  readonly authority: AuthorityInStore;
  readonly asAt: IsoDate;
  /** The files tell of its schools, but without any number: everything is suppressed or not published. */
  readonly onlyMissing: boolean;
  /** `null`: the files imported have no results of its schools, which is a state with a next step. */
  readonly shown: {
    readonly choices: ResultsChoices;
    readonly chosen: ResultsChosen;
    /** The authority's schools, or those of the district and phase chosen. */
    readonly own: PooledLine;
    /** England as published, for the same pupils of every phase; empty where a phase was chosen. */
    readonly published: readonly PublishedYear[];
    /** The authority's own row of the tables, as published; empty where a phase or a district was chosen. */
    readonly ownPublished: readonly AggregateValue[];
    /** All schools in the files imported; `null` where they are the authority's own and no others. */
    readonly england: PooledLine | null;
    /** The authority as a whole where a district was chosen; its region; its statistical neighbours. */
    readonly beside: readonly PooledLine[];
    /** Why something that belongs beside it is not there, a sentence each. */
    readonly notThere: readonly string[];
    readonly gap: Gap | null;
    /** Each district in the newest year; empty where no register says which school is where. */
    readonly districts: readonly { readonly name: string; readonly year: PooledYear }[];
    readonly glance: readonly MeasureAtAGlance[];
  } | null;
  readonly sources: readonly Source[];
}
