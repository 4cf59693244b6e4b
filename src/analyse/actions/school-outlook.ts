import type { Reason } from '#/analyse/rules/forecast/early-warning/reasons.ts';
import type { Horizon } from '#/analyse/rules/forecast/forecast.ts';
import type { LeftOut } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { ExpectationsRead } from './expected-read.ts';
import type { SchoolForecastThen } from './read-forecast.ts';

/** What came of a forecast of one school within 18 months of its day. */
export type CameOfIt =
  /** The next full inspection was known by then, or is known meanwhile. */
  | { readonly kind: 'inspected'; readonly found: boolean; readonly on: IsoDate }
  | { readonly kind: 'not inspected in time' }
  | { readonly kind: 'not over yet'; readonly until: IsoDate }
  | { readonly kind: 'cannot be told'; readonly why: LeftOut };

/** Everything forecast of one school, and what came of it. */
export interface SchoolOutlook {
  readonly authority: AuthorityInStore;
  readonly school: School;
  readonly today: IsoDate;
  /** `null`: the school is in no forecast that was kept. */
  readonly newest: SchoolForecastThen | null;
  /** Largest first, each with which part of the chance it moves; empty where no chance is told. */
  readonly reasons: readonly (Reason & { readonly moves: 'when' | 'what' | 'both' })[];
  /** The last day of so many months after the newest forecast. */
  readonly until: (months: Horizon) => IsoDate;
  /** Newest first. */
  readonly earlier: readonly (SchoolForecastThen & { readonly came: CameOfIt })[];
  /** How officers expect it to stand; `null` for whoever may not know, such as its own head. */
  readonly expected: ExpectationsRead | null;
  /** The reader, to tell their own expectation from others’. */
  readonly reader: string;
  /** The files the newest forecast rests on. */
  readonly sources: readonly Source[];
}
