import type { Problem, Source } from '#/published/source.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import type { PlacedResult, PooledResult, WithoutNumber } from '#/schools/rules/results-of-schools.ts';
import type { Intake } from '#/schools/rules/similar.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Group } from '#/schools/rules/value.ts';
import type { AggregateValue } from '#/schools/rules/aggregate.ts';
import type { AggregatesQuery } from './aggregates.ts';
import type { DistributionQuery } from './distribution.ts';
import type { HistoriesQuery } from './histories.ts';
import type { IntakesQuery } from './intakes.ts';
import type { Means, MeansQuery } from './means.ts';
import type { Neighbour, NeighboursQuery } from './neighbours.ts';
import type { PooledQuery } from './pooled.ts';
import type { NamedSchool, SchoolsNamedQuery } from './schools-named.ts';
import type { Effect } from './read-effects.ts';

export interface AuthorityInStore {
  readonly name: string;
  /** Lower-case name with hyphens: used in addresses and as the name of the records' schema. */
  readonly slug: string;
  readonly schools: number;
  readonly invented: boolean;
  /** Newest date on which something about its schools became known: the natural `as at` for an analysis. */
  readonly newestKnownOn: IsoDate;
}

export interface EvidenceQuery {
  readonly asAt: IsoDate;
  /** Authority's slug; all England when left out. */
  readonly authority?: string;
  /** Several authorities in one question, which takes much less than as many questions. */
  readonly authorities?: readonly string[];
  /** Only these schools. */
  readonly urns?: readonly Urn[];
  /** Closed schools too; without it, schools open on the date. */
  readonly includeClosed?: boolean;
  /** Leave measure values out: a profile of all England is of inspections, and the values are most of the store. */
  readonly withoutValues?: boolean;
  /** Only values of these groups of pupils: a scheme reads few of the many that are published. */
  readonly groups?: readonly Group[];
}

/** What government published, read-only. Readers see one whole import or none of it. */
export interface PublishedStore {
  readonly sources: () => Promise<readonly Source[]>;
  /** What is wrong with a file, and what another file of the same release says otherwise. */
  readonly problems: (sourceId: string) => Promise<readonly Problem[]>;
  /** What each file adds to what is known, by its identity. */
  readonly effects: () => Promise<ReadonlyMap<string, Effect>>;
  readonly authorities: () => Promise<readonly AuthorityInStore[]>;
  /** Evidence for each school, in order of URN. A school never silently drops out. */
  readonly evidence: (query: EvidenceQuery) => Promise<readonly Evidence[]>;
  /** Every school of the files imported with a number for one measure, lowest first: the latest release known. */
  readonly distribution: (query: DistributionQuery) => Promise<readonly PlacedResult[]>;
  /** The schools of an authority that the files tell of without a number, each with why. */
  readonly withoutNumber: (
    query: DistributionQuery & { readonly authority: string },
  ) => Promise<readonly WithoutNumber[]>;
  /** Results added together by authority and year, each pupil counting the same. */
  readonly pooled: (query: PooledQuery) => Promise<readonly PooledResult[]>;
  /** Figures of authorities and of England as published, each once: the latest release known. */
  readonly aggregates: (query: AggregatesQuery) => Promise<readonly AggregateValue[]>;
  /** Who the pupils of every open school of a phase were, of all England: as known on the date, in order of URN. */
  readonly intakes: (query: IntakesQuery) => Promise<readonly Intake[]>;
  /** What the record tells of each school over the years: what forecasts are fitted on and made from. */
  readonly histories: (query: HistoriesQuery) => Promise<readonly SchoolHistory[]>;
  /** What sets of schools reached together, by year, each pupil counting the same. */
  readonly means: (query: MeansQuery) => Promise<ReadonlyMap<Urn, Means>>;
  /** Schools of every authority by words of their name or the beginning of their number, at most twenty. */
  readonly schoolsNamed: (query: SchoolsNamedQuery) => Promise<readonly NamedSchool[]>;
  /** The authorities most like one authority, nearest first; none where no list was imported. */
  readonly neighbours: (query: NeighboursQuery) => Promise<readonly Neighbour[]>;
  readonly close: () => void;
}
