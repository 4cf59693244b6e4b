/** One term of a part: what each level adds to the logarithm of the odds, how sure that is, and how many rows it had. */
export interface TermEffects {
  readonly id: string;
  readonly effects: readonly number[];
  readonly errors: readonly number[];
  readonly weights: readonly number[];
}

/** Timing or outcome: an intercept and the effects of the terms, already drawn in by what past forecasts overdid. */
export interface PartModel {
  readonly intercept: number;
  readonly interceptError: number;
  /** Part of the terms' variances, added up, that the sum of a school varies by. */
  readonly jointShare: number;
  /** By how much all effects were drawn in: 1 not at all. */
  readonly damping: number;
  readonly terms: readonly TermEffects[];
}

/** How often inspections of good schools found them below good, half-year by half-year: where it was and where it tends. */
export interface OutcomeLevel {
  /** Logits: over the whole record, and as the periods the model is fitted on have it. */
  readonly longRun: number;
  readonly recent: number;
  /** How much of a difference from the long run is left half a year later. */
  readonly carriedOver: number;
}

/** How far England moved in the past against the same forecast made of England as a whole: standard deviation, in logits. */
export interface Shock {
  readonly months: number;
  readonly sd: number;
}

export interface EarlyWarningModel {
  readonly deprivation: boolean;
  readonly timing: PartModel;
  readonly outcome: PartModel;
  readonly outcomeLevel: OutcomeLevel;
  readonly shocks: readonly Shock[];
  /** England's good schools two years before the day of the fit, and those judged below good since. */
  readonly england: { readonly good: number; readonly fell: number };
  readonly fittedOn: {
    readonly from: string;
    readonly until: string;
    readonly schools: number;
    readonly periods: number;
    readonly inspections: number;
    readonly falls: number;
  };
}
