import type { TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { JudgedStanding, ReachedStanding } from './judged-standing.ts';

/** Who wrote something down, and when: the day it counts from, and the moment it came into the records (ISO 8601, UTC). */
interface WrittenDown {
  readonly person: string;
  readonly name: string;
  readonly on: IsoDate;
  readonly keptAt: string;
}

/** What an officer expects of a school: how it will stand on a day, by the newest full inspection known by then. */
export interface Expected {
  readonly standing: JudgedStanding;
  readonly by: IsoDate;
  /** In percent, from 50 to 100; `null` where the officer did not say. */
  readonly sure: number | null;
}

/** One thing an officer wrote down of a school. */
export interface Expectation {
  readonly number: string;
  readonly urn: Urn;
  /** `null`: what the officer expected before is withdrawn. */
  readonly expected: Expected | null;
  /** Why it is expected; or why it is withdrawn. */
  readonly why: string;
  readonly made: WrittenDown;
}

/** A share of schools that is aimed at for a day. */
export interface ShareTarget {
  readonly number: string;
  readonly group: TrajectoryGroup;
  /** What the share is of: schools that stand so. */
  readonly standing: ReachedStanding;
  readonly on: IsoDate;
  /** From 0 to 1; `null`: what was aimed at before is withdrawn. */
  readonly share: number | null;
  /** What it rests on; or why it is withdrawn. */
  readonly restsOn: string;
  readonly set: WrittenDown;
}
