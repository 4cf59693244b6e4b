import type { MeasureValue } from './value.ts';

/** Whose figure it is, where it is no single school's: tables have rows of authorities and of England among the schools. */
export type AggregateLevel =
  | 'authority'
  | 'England, all schools'
  | 'England, state-funded'
  | 'England, primary'
  | 'England, secondary'
  | 'England, special';

/**
 * An authority's or England's own figure as its publisher worked it out, pupils of suppressed schools included: what
 * schools are held against, and what a sum of their results can be checked by.
 */
export interface AggregateValue extends Omit<MeasureValue, 'urn'> {
  readonly level: AggregateLevel;
  /** Slug of the authority; `null` for England, and for an authority that no list knows. */
  readonly authority: string | null;
}
