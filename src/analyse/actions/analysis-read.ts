import type { RegisterRow, Run } from '#/analyse/records/run.ts';
import type { PrintedFigures } from '#/analyse/rules/printed-figures.ts';
import type { Reading } from '#/analyse/rules/reading.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { MeasureResults } from '#/schools/rules/results-by-year.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';

/** The risk register of an authority: its newest run, row by row. */
export interface Register {
  readonly authority: AuthorityInStore;
  /** `null`: no analysis has been run yet, which is a state with a next step. `rows` is then empty. */
  readonly run: Run | null;
  /** The scheme of the run, for its categories in words; `null` when there is no run. */
  readonly scheme: Scheme | null;
  /** The run before, which each row's `was` is held against. */
  readonly previous: Run | null;
  /** Most concern first, then by name. As many rows as the run has schools, for whoever may see them all. */
  readonly rows: readonly RegisterRow[];
  /** This person may see every school’s row. Otherwise nothing may be said of more schools than `rows` has. */
  readonly whole: boolean;
  /** The files the run rests on. */
  readonly sources: readonly Source[];
}

/** England's published figure for a measure in a year, from `reference/`. */
export interface EnglandFigure {
  readonly measure: MeasureId;
  readonly year: SchoolYear;
  readonly number: number;
  /** Where it was published, ready to show. */
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
}

/** What one run proposed for one school. */
export interface ProposalThen {
  readonly run: Run;
  /** The scheme of that run; `null` when it is no longer there. */
  readonly scheme: Scheme | null;
  readonly category: string;
  readonly points: number;
}

/** Everything one page says about one school. */
export interface SchoolRead {
  readonly authority: AuthorityInStore;
  /** The newest run, whether or not this person may see this school's row of it. */
  readonly run: Run | null;
  /** The scheme of the run, for its categories in words; `null` when there is no run. */
  readonly scheme: Scheme | null;
  /** `null` when there is no run, when the school is not in it, or when its category is in confidence from this person. */
  readonly row: RegisterRow | null;
  readonly category: 'shown' | 'not analysed' | 'in confidence';
  /** The indicators that the scheme of the run does not count, read all the same; empty where the category is not shown. */
  readonly notCounted: readonly Reading[];
  /** Newest run first; only what this person may see. */
  readonly earlier: readonly ProposalThen[];
  /** As known on the run's date, or on the authority's newest date when there is no run. */
  readonly evidence: Evidence;
  /** The files the evidence rests on. */
  readonly sources: readonly Source[];
  readonly invented: boolean;
  /** England's figures for the measures and years in the evidence. */
  readonly england: readonly EnglandFigure[];
  /** The evidence's results year by year, each with its range, and England beside it. */
  readonly results: readonly MeasureResults[];
}

/** A scheme of categories, for the page that explains it. */
export interface SchemeRead {
  readonly scheme: Scheme;
  /** The decision table: for each of the scheme's rules, in order, what must hold, in words. */
  readonly conditions: readonly (readonly string[])[];
  /** What the authority printed, every percentage recomputed; `null` where it printed nothing. */
  readonly printed: PrintedFigures | null;
}

/** What `runAnalysis` did. */
export interface RunOutcome extends Run {
  /** `true`: the newest run on that date had the same evidence and gave the same proposals, so it stands. */
  readonly alreadyRun: boolean;
}

/** A date for an analysis, and the scheme, where not the usual ones. */
export interface AnalysisRequest {
  /** The authority's short or full name; may be left out when there is only one. */
  readonly authority?: string;
  /** As the person wrote it: `2025-08-31`, `31/08/2025`, `31 August 2025`. */
  readonly asAt?: string;
  readonly scheme?: string;
}
