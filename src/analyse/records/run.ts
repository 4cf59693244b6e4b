import type { Direction } from '#/analyse/rules/deciding/progress.ts';
import type { DecidedNow } from './decisions-beside.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { LastInspection } from '#/schools/rules/inspection-words.ts';
import type { School } from '#/schools/rules/school.ts';

/** A risk run: every school of an authority, analysed as known on one date by one scheme from named sources. Kept for good. */
export interface Run {
  readonly id: string;
  readonly authority: string;
  readonly asAt: IsoDate;
  readonly scheme: string;
  /** Identities of the source files the run could have used. */
  readonly sources: readonly string[];
  /** ISO 8601, UTC. */
  readonly ranAt: string;
  readonly ranBy: string;
  readonly schools: number;
}

/** One row of the risk register. */
export interface RegisterRow {
  readonly school: School;
  readonly proposal: Proposal;
  readonly lastInspection: LastInspection | null;
  /** Category proposed by the run before this one, if it differed. */
  readonly was: string | null;
  /** What is decided of the school, as far as the reader may know; left out where it was not asked for. */
  readonly decided?: DecidedNow | null;
  /** Which way the newest decision differs from this proposal; `null` where it does not, or there is none. */
  readonly direction?: Direction | null;
}
