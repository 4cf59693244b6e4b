import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import type { Proposal } from '../proposal.ts';

/** Why a school is on the watchlist, in the order in which reasons are told: decline that nobody has seen comes first. */
export const watchKinds = [
  'declining',
  'could be worse',
  'stuck',
  'new evidence',
  'inspection due',
  'thin evidence',
  'heads',
  'roll',
] as const;
export type WatchKind = (typeof watchKinds)[number];

/** One reason, once for a school, ready to show. */
export interface WatchReason {
  readonly kind: WatchKind;
  /** A sentence with its number. */
  readonly words: string;
  /** The day it is about: of the inspection, of the run, of the register; one to come where something is due. */
  readonly on: IsoDate;
  readonly sources: readonly SourceRef[];
}

/** All that the rules of the watchlist ask of one school. */
export interface SchoolToWatch {
  readonly evidence: Evidence;
  readonly proposal: Proposal;
  /** What the run before, by the same scheme, proposed; `null` where there was none or the school was not in it. */
  readonly before: Proposal | null;
}

/** Where the lines are drawn. Local conventions, for an authority to change; no law or publication sets them. */
export const watchSettings = {
  /** An inspection that is due within so many months is due soon. */
  dueWithinMonths: 6,
  /** A full inspection of more whole years ago is old evidence. */
  oldAfterYears: 5,
  /** So many changes of head in the scheme's years are repeated. */
  changesOfHead: 2,
} as const;
