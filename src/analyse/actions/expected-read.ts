import type { Expectation, ShareTarget } from '#/analyse/rules/expected/expectation.ts';
import type { JudgedStanding } from '#/analyse/rules/expected/judged-standing.ts';
import type { WithBecame } from '#/analyse/rules/expected/newest-of-each.ts';
import type { TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';

/** What came of something that was typed: done, or what is wrong with it, in the order of the fields. */
export type WrittenOutcome =
  /** `already`: it stands there in the same words. */
  | { readonly kind: 'done'; readonly already: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/** An officer’s expectation of a school, with what became of it. */
export type ExpectationRead = WithBecame<Expectation> & {
  readonly expected: NonNullable<Expectation['expected']>;
  /** The school’s name; its number where no register names it. */
  readonly school: string;
};

export interface ExpectationsRead {
  readonly authority: AuthorityInStore;
  /** As they were written down, the newest first; those that were replaced or withdrawn as well. */
  readonly expectations: readonly ExpectationRead[];
  /** Whether the reader may write one down: of the school asked for, or of any. */
  readonly mayExpect: boolean;
  /** What can be chosen from today on. */
  readonly standings: readonly JudgedStanding[];
}

/** A share that is or was aimed at. */
export type TargetRead = WithBecame<ShareTarget> & { readonly share: number };

export interface TargetsRead {
  readonly authority: AuthorityInStore;
  /** As they were set, the newest first; those that were replaced or withdrawn as well. */
  readonly targets: readonly TargetRead[];
  readonly maySet: boolean;
  /** Whose share can be aimed at. */
  readonly groups: readonly TrajectoryGroup[];
  /** What can be aimed at from today on. */
  readonly standings: readonly JudgedStanding[];
}
