import type { ConcernTold } from '#/analyse/records/run-told.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { ToldState } from '#/analyse/records/told-states.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { ToldSummary } from '#/analyse/rules/told-to-members/tell-summary.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { LastInspection } from '#/schools/rules/inspection-words.ts';

/** A school that causes concern, with what everybody may know of it. */
export interface ConcernWithFacts extends ConcernTold {
  /** Whether a named person decided it; otherwise the analysis proposes it. */
  readonly decided: boolean;
  readonly lastInspection: LastInspection | null;
  readonly pupils: number | null;
}

/** What is told of schools outside the services that work with them. */
export interface ForMembers {
  readonly authority: AuthorityInStore;
  /** `null`: no analysis has been told of yet, which is a state with a next step. */
  readonly told: {
    readonly run: Run;
    readonly scheme: Scheme | null;
    readonly summary: ToldSummary;
    /** How schools stand by what they were told; `null` as long as the authority told no decision: then it is the analysis. */
    readonly state: ToldState | null;
  } | null;
  /** Those a member is elected in; every one for whoever works with all schools; `null` for those who see no school by name. */
  readonly divisions: readonly string[] | null;
  /** The divisions shown: the one chosen, or all a member is elected in; empty while none is chosen. */
  readonly chosen: readonly string[];
  /** A member’s own page, and not as somebody else sees what members see. */
  readonly own: boolean;
  /** In order of name; `null` where no division is shown. */
  readonly concerns: readonly ConcernWithFacts[] | null;
  /** How many schools there are in the divisions shown, of concern or not. */
  readonly schoolsOfDivisions: number;
  readonly sources: readonly Source[];
}
