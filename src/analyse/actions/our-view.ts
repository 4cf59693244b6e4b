import type { Receipt, Reply } from '#/analyse/records/correspondence.ts';
import type { DecisionBeside } from '#/analyse/records/decisions-beside.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { Confirmation } from '#/analyse/rules/receipts.ts';
import type { CategoryRound } from '#/analyse/rules/deciding/decision.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Told } from '#/analyse/rules/told.ts';
import type { Entitlements } from '#/law/entitlements.ts';
import type { RoleHolder } from '#/people/records/people-of-school.ts';
import type { WhomToAsk } from '#/people/rules/whom-to-ask.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { SchoolRequest } from '#/schools/records/requests.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { RequestState } from '#/schools/rules/request-steps.ts';
import type { School } from '#/schools/rules/school.ts';

/** What the school is told now. */
export interface ToldNow {
  readonly told: Told;
  readonly run: Run;
  readonly proposal: Proposal;
  /** What a named person decided; `null` where nobody has and the proposal is told. */
  readonly decided: DecisionBeside | null;
  /** `null` when it is no longer there. */
  readonly scheme: Scheme | null;
}

/** What the school was told before, with the scheme of that time. */
export interface ToldBefore {
  readonly told: Told;
  readonly scheme: Scheme | null;
  readonly receipts: readonly Receipt[];
}

/** Head or chair of today, and whether they have confirmed what is told now. */
export interface LeaderRead {
  readonly holder: RoleHolder;
  /** `null` where nothing is told. */
  readonly confirmation: Confirmation<Receipt> | null;
}

export type EntitlementsRead =
  | { readonly kind: 'kept'; readonly entitlements: Entitlements }
  | { readonly kind: 'none kept' }
  | { readonly kind: 'not covered'; readonly words: string };

/** Everything the school's own page says, as far as the reader may know it. */
export interface OurView {
  readonly authority: AuthorityInStore;
  readonly school: School;
  readonly today: IsoDate;
  readonly reader: {
    readonly person: string;
    readonly name: string;
    /** `false`: clerk and governor see neither category nor reasons, receipts or replies. */
    readonly readsCategory: boolean;
    readonly mayAnswer: boolean;
    readonly mayAsk: boolean;
    /** Of the school, and not of the authority looking at what the school sees. */
    readonly ofTheSchool: boolean;
  };
  readonly now: ToldNow | null;
  /** The round in which every school is decided on, as long as this one was not told of it. */
  readonly beingDecided: Pick<CategoryRound, 'name' | 'tellBy'> | null;
  /** Why nothing is told, where `now` is `null`. */
  readonly whyNot: 'in confidence' | 'no analysis' | 'not in the newest analysis';
  /** Newest first. */
  readonly before: readonly ToldBefore[];
  readonly leaders: readonly LeaderRead[];
  /** In the order in which they were said. */
  readonly replies: readonly (Reply & { /** Of what was told before. */ readonly earlier: boolean })[];
  /** The scheme the entitlements are of; `null` where there is none. */
  readonly scheme: Scheme | null;
  readonly entitlements: EntitlementsRead;
  readonly asks: WhomToAsk<RoleHolder>;
  /** Soonest due first. */
  readonly requests: readonly (SchoolRequest & { readonly state: RequestState; readonly overdue: boolean })[];
  /** The files that the reasons rest on. */
  readonly sources: readonly Source[];
}

/** What came of confirming or replying; or what is wrong with what was typed. */
export type SaidOutcome =
  | { readonly kind: 'done'; readonly already: boolean }
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };
