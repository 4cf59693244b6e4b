import type { Measure } from '#/law/reference.ts';
import type { IntakeLine, SchoolAgainstIntake } from '#/analyse/rules/results-of-schools/against-intake.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { PlacedResult } from '#/schools/rules/results-of-schools.ts';
import type { ResultsAsked, ResultsChoices, ResultsChosen } from './results-of-authority.ts';

export interface IntakeAsked extends ResultsAsked {
  readonly intake?: string | undefined;
}

/** What is known of who the pupils are: a mean, or a share of the pupils on roll. */
export interface IntakeChosen {
  readonly measure: Measure;
  /** The year of it, which may be another than that of the results. */
  readonly year: SchoolYear;
}

/** An authority's results against who its pupils are. */
export interface ResultsAndIntake {
  readonly authority: AuthorityInStore;
  readonly asAt: IsoDate;
  /** The files tell of its schools, but without any number: everything is suppressed or not published. */
  readonly onlyMissing: boolean;
  /** `null`: the files imported have no results of its schools. */
  readonly shown: {
    readonly choices: ResultsChoices & { readonly intakes: readonly Measure[] };
    readonly chosen: ResultsChosen;
    /** `null`: no file imported says who the pupils are, or too few schools have both for a line. */
    readonly against: {
      readonly intake: IntakeChosen;
      readonly line: IntakeLine;
      /** Every school behind the line is the authority's own. */
      readonly alone: boolean;
      /** The authority's schools, in order of what is believed of them, most above what intake suggests first. */
      readonly schools: readonly SchoolAgainstIntake[];
      /** Schools with a result and without an intake. */
      readonly without: readonly PlacedResult[];
    } | null;
    readonly intake: IntakeChosen | null;
  } | null;
  readonly sources: readonly Source[];
}
