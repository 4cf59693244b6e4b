import type {
  Everyone,
  FunnelAt,
  OrderMeans,
  SchoolInSpread,
} from '#/analyse/rules/results-of-schools/spread.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { WithoutNumber } from '#/schools/rules/results-of-schools.ts';
import type { ResultsChoices, ResultsChosen } from './results-of-authority.ts';

/** An authority's schools among all schools of England in the files imported. */
export interface SpreadOfSchools {
  readonly authority: AuthorityInStore;
  readonly asAt: IsoDate;
  /** The files tell of its schools, but without any number: everything is suppressed or not published. */
  readonly onlyMissing: boolean;
  /** `null`: the files imported have no results of its schools. */
  readonly shown: {
    readonly choices: ResultsChoices;
    readonly chosen: ResultsChosen;
    readonly everyone: Everyone;
    /** The files have no school of another authority: everyone is the authority itself. */
    readonly alone: boolean;
    /** The authority's schools, or those of the district chosen, lowest first. */
    readonly schools: readonly SchoolInSpread[];
    readonly funnel: readonly FunnelAt[];
    readonly order: OrderMeans;
    readonly without: readonly WithoutNumber[];
  } | null;
  readonly sources: readonly Source[];
}
