import type { Denominator, ForecastTarget, Horizon } from '#/analyse/rules/forecast/forecast.ts';
import type { CategoriesMarked } from '#/analyse/rules/forecast/marking/categories.ts';
import type { Lean } from '#/analyse/rules/forecast/marking/lean.ts';
import type {
  LeanOfGroup,
  MarkOfOfficer,
  MarksOfService,
} from '#/analyse/rules/forecast/marking/officers.ts';
import type { Population } from '#/analyse/rules/forecast/marking/rates-known.ts';
import type { SharesMarked } from '#/analyse/rules/forecast/marking/shares.ts';
import type { WarningMarks } from '#/analyse/rules/forecast/marking/warnings.ts';
import type { MarkingSettings } from '#/law/marking-schema.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Which marks are asked for, as the address has it; what is not understood is left to what is usual. */
export interface MarkingAsked {
  readonly target?: string | undefined;
  readonly months?: string | undefined;
  readonly schools?: string | undefined;
  readonly denominator?: string | undefined;
  readonly of?: string | undefined;
}

/** What is shown of what can be asked for. */
export interface MarkingChosen {
  readonly target: ForecastTarget;
  readonly months: Horizon;
  readonly schools: Population;
  readonly denominator: Denominator;
  readonly of: 'schools' | 'pupils';
}

/** The forecasts that were kept. */
export interface ForecastsKept {
  readonly forecasts: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Made so long after the day they are as at that outcomes could have been known: only of what was known on it. */
  readonly madeLater: number;
  readonly targets: readonly ForecastTarget[];
}

/** Categories held against the inspections that followed. */
export interface CategoriesRead extends CategoriesMarked {
  /** Runs that there were; without any nothing can be marked. */
  readonly runs: number;
  /** `false`: no scheme in use says what a category expects of an inspection. */
  readonly expectsAnything: boolean;
  readonly lean: Lean;
  /** By the school year in which the inspection began. */
  readonly years: readonly { readonly year: number; readonly lean: Lean }[];
  readonly groups: readonly LeanOfGroup[];
}

/** How expectations turned out, as far as the reader may see it. */
export interface ExpectationsMarked {
  /** The reader's own, the newest first: those not marked yet, and those that count no more, as well. */
  readonly own: readonly MarkOfOfficer[];
  readonly ownSummed: MarksOfService;
  /** Of all officers, the reader's own among them; `null` for whoever may not read marks of others. */
  readonly service: MarksOfService | null;
  /** Marks of others that are theirs alone as yet. */
  readonly notYetShown: number;
}

/** How right the authority was, as far as its reader may know. */
export interface MarkingRead {
  readonly authority: AuthorityInStore;
  readonly settings: MarkingSettings;
  /** The day to which files tell of inspections; `null` where none does. */
  readonly followedUntil: IsoDate | null;
  readonly chosen: MarkingChosen;
  /** `null`: no forecast was kept. */
  readonly kept: ForecastsKept | null;
  /** One for each length of time; `null` for whoever may not read the forecast of every school. */
  readonly warnings: readonly WarningMarks[] | null;
  readonly shares: SharesMarked;
  /** `null` for whoever may not read the category of every school. */
  readonly categories: CategoriesRead | null;
  /** `null` for whoever may read none. */
  readonly expectations: ExpectationsMarked | null;
  /** The files that tell of inspections. */
  readonly sources: readonly Source[];
}
