import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Side } from './process.ts';

/** What a paper waits for. */
export interface Awaited {
  /** As a task of whoever owes it: `submit the note`. */
  readonly what: string;
  readonly by: Side;
  /** The day it counts from. */
  readonly since: IsoDate;
  /** The last day in time; `null` where no rhythm is known for the day. */
  readonly dueOn: IsoDate | null;
  /** Whole days after that day; 0 while it is in time. */
  readonly daysLate: number;
}

/** Where a paper stands on a day, derived from its steps: nothing of it is kept. */
export interface Standing {
  /** A state of its process, or `set aside`. */
  readonly state: string;
  /** In words that fit after “It is”. */
  readonly words: string;
  /** Nothing more is waited for. */
  readonly over: boolean;
  readonly writtenBy: Side | null;
  /** Whether the other side reads it. */
  readonly isOpened: boolean;
  readonly awaited: Awaited | null;
}
