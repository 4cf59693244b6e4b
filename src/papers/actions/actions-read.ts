import type { ActionKept } from '#/papers/records/actions.ts';
import type { ActionStands, DoneInTime } from '#/papers/rules/agreed/action-stands.ts';
import type { ActionStepToTake } from '#/papers/rules/agreed/agreed-action.ts';
import type { ContentProblem } from '#/papers/rules/check-content.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';

/** Something agreed as it stands today, as far as the reader may know. */
export interface ActionRead extends ActionKept {
  readonly school: string;
  /** What it was agreed in, in the words of its kind: `note of visit`. */
  readonly agreedIn: string;
  readonly stands: ActionStands;
  /** Steps the reader may take with it now. */
  readonly may: readonly ActionStepToTake[];
}

export interface ActionsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** Of one school; `null` where it is of all. */
  readonly school: Pick<School, 'urn' | 'name'> | null;
  /** The latest first, then by the day they are due; what was replaced left out. */
  readonly actions: readonly ActionRead[];
  readonly counts: DoneInTime;
}

/** What somebody says became of an action. */
export interface ActionStepSaid {
  readonly authority: string;
  readonly action: string;
  readonly step: string;
  readonly words: string;
  /** The new day, where it is moved; as people write days. */
  readonly dueOn?: string;
  /** The day it was done; today where left out. */
  readonly on?: string;
}

/** `already`: it was sent twice, and taken once. */
export type ActionFollowed =
  | { readonly kind: 'done'; readonly already: boolean }
  | { readonly kind: 'not now'; readonly why: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContentProblem[] };
