import type { BoardStands } from '#/diagnose/rules/boards/board-stands.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import type { ActionRead } from '#/papers/actions/actions-read.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';

/** An improvement board or core group as it stands, with its meetings. */
export interface BoardRead {
  readonly paper: PaperRead;
  readonly stands: BoardStands;
  /** Its meetings, the earliest first, those that were set aside left out. */
  readonly meetings: readonly PaperRead[];
  /** `6 weeks`. */
  readonly rhythm: string;
}

/** A school that is of concern or has a board. */
export interface BoardOfSchool {
  readonly school: School;
  /** Told that it is of concern, by the last letter. */
  readonly ofConcern: boolean;
  /** The one that has not ended; `null` where there is none. */
  readonly board: BoardRead | null;
}

export interface BoardsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** In the order of their names. */
  readonly schools: readonly BoardOfSchool[];
}

export interface OneBoardRead extends BoardOfSchool {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Boards that have ended, the latest first. */
  readonly before: readonly PaperRead[];
  /** What its meetings agreed, the latest first. */
  readonly actions: readonly ActionRead[];
  /** Whether the reader could set one up, or plan a meeting. */
  readonly mayWrite: boolean;
}
