import type { IsoDate } from './dates.ts';
import type { Urn } from './urn.ts';
import type { SourceRef } from './value.ts';

/**
 * What an authority knows of its schools and no one publishes, from files of its own services. It is in confidence, and
 * so part of the authority's records, never of the published store.
 */
export type SuppliedItem =
  | 'governor places'
  | 'governor vacancies'
  | 'governor training'
  | 'finance rating'
  | 'balance'
  | 'suspensions'
  | 'permanent exclusions'
  | 'teacher posts'
  | 'teacher vacancies'
  | 'teachers who left'
  | 'days of sickness'
  | 'head appointed on'
  | 'head leaves on'
  | 'head is acting'
  | 'early years good level'
  | 'phonics year 1'
  | 'pupils expected'
  | 'places';

/** One item of one school, as it was on a date. */
export interface SuppliedValue {
  readonly urn: Urn;
  readonly item: SuppliedItem;
  /** A number in the item's unit (`items` in `supplied-items.ts`), a rating or a date as text. */
  readonly value: number | string;
  /** The day or the end of the period it is true of. */
  readonly on: IsoDate;
  /** The day the authority had it. */
  readonly knownOn: IsoDate;
  readonly source: SourceRef;
}
