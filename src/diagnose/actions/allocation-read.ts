import type { Run } from '#/analyse/records/run.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { AdviserProfile, DeclaredInterest } from '#/diagnose/rules/allocation/adviser.ts';
import type { Caseload } from '#/diagnose/rules/allocation/caseload.ts';
import type { Continuity } from '#/diagnose/rules/allocation/continuity.ts';
import type { Doubt } from '#/diagnose/rules/allocation/fit.ts';
import type { Gap, GivenTo } from '#/diagnose/rules/allocation/gaps.ts';
import type { Challenger, SchoolStanding, Wanted } from '#/diagnose/rules/allocation/wanted-challenger.ts';
import type { AllocationSettings } from '#/law/reference.ts';
import type { Span } from '#/people/rules/held-roles.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Days on which somebody had, has or will have a school. */
export interface HadBy extends Span {
  /** Number of the role. */
  readonly number: string;
  readonly person: string;
  readonly name: string;
  readonly role: Challenger;
  readonly why: string;
  /** Given for this school alone, and not for its federation. */
  readonly alone: boolean;
}

/** A school with who has it and who should. */
export interface SchoolAllocated {
  readonly urn: Urn;
  readonly school: School;
  /** `null`: nothing was decided or proposed that the reader may know. */
  readonly standing: SchoolStanding | null;
  /** Of its category in the scheme: the larger, the more. */
  readonly concern: number | null;
  readonly points: number;
  readonly wanted: Wanted;
  /** Who has it today. */
  readonly given: readonly GivenTo[];
  readonly gap: { readonly gap: Gap; readonly because: string } | null;
  /** What speaks against those who have it: an interest, a phase they do not know. */
  readonly doubts: readonly Doubt[];
  /** Everybody who had it, has it or will have it, in order of their first day. */
  readonly had: readonly HadBy[];
  readonly continuity: Continuity;
}

/** Somebody who has schools, or could. */
export interface AdviserRead {
  readonly person: string;
  readonly name: string;
  /** The roles they hold today; none where they are no longer an officer or partner. */
  readonly roles: readonly Challenger[];
  readonly profile: AdviserProfile | null;
  /** Those that stand today; empty too where the reader may not know. */
  readonly interests: readonly DeclaredInterest[];
  /** Schools they have today. */
  readonly schools: readonly Urn[];
  readonly caseload: Caseload;
}

export interface AllocationRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly run: Run | null;
  /** The scheme of the run; `null` where there is none. */
  readonly scheme: Scheme | null;
  readonly settings: AllocationSettings;
  /** Open schools, greatest need first. */
  readonly schools: readonly SchoolAllocated[];
  /** Officers and partners of today, in order of name. */
  readonly advisers: readonly AdviserRead[];
  readonly mayAllocate: boolean;
  readonly readsInterests: boolean;
}
