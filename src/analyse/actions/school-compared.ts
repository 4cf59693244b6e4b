import type { ComparedFigure, Difference } from '#/analyse/rules/results-of-schools/compare.ts';
import type { Measure } from '#/law/reference.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { NamedSchool } from '#/published/store/schools-named.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { SimilarSchool } from '#/schools/rules/similar.ts';

/** Who a school is held against. */
export interface Beside {
  readonly kind:
    'other school' | 'similar schools' | 'authority' | 'statistical neighbours' | 'region' | 'England';
  readonly name: string;
}

/** One measure in one year: the school and everyone beside it, in the order of `beside`. */
export interface MeasureCompared {
  readonly measure: Measure;
  readonly year: SchoolYear;
  readonly own: ComparedFigure;
  readonly others: readonly (ComparedFigure & { readonly difference: Difference })[];
}

/** One school beside one other, its similar schools, its authority, its region and England. */
export interface SchoolCompared {
  readonly authority: AuthorityInStore;
  readonly asAt: IsoDate;
  readonly school: School;
  /** What was typed to choose the other school; empty where nothing was. */
  readonly typed: string;
  readonly other: School | null;
  /** Schools that what was typed could mean, when it is not one. */
  readonly couldBe: readonly NamedSchool[];
  readonly beside: readonly Beside[];
  readonly measures: readonly MeasureCompared[];
  /** Its similar schools, nearest first, each with why it is there; empty where too little is known. */
  readonly similar: readonly SimilarSchool[];
  /** What each authority is called, by its slug. */
  readonly authorityNames: ReadonlyMap<string, string>;
  /** Of how many schools they are the nearest. */
  readonly among: number;
  /** Why somebody who belongs beside it is not there, a sentence each. */
  readonly notThere: readonly string[];
  readonly sources: readonly Source[];
}
