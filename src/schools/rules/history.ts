import type { IsoDate, SchoolYear } from './dates.ts';
import type { CategoryOfConcern, Inspection, Judgement, OverallEffectiveness } from './inspection.ts';
import type { Phase, Sector } from './school.ts';
import type { Urn } from './urn.ts';
import type { MeasureId } from './value.ts';

/** A full inspection in a school's history, its predecessors' included. */
export interface InspectionInHistory {
  readonly kind: Exclude<Inspection['kind'], 'ungraded'>;
  readonly urnAtTime: Urn;
  readonly startedOn: IsoDate;
  /** The day anyone outside could know the outcome. */
  readonly knownOn: IsoDate;
  readonly overall: OverallEffectiveness | null;
  readonly category: CategoryOfConcern | null;
  /** Empty where an overall grade says all that is asked. */
  readonly judgements: readonly Judgement[];
}

/** One result, as a place among the schools of England: comparable between years and measures. */
export interface ResultInHistory {
  readonly measure: MeasureId;
  readonly year: SchoolYear;
  readonly knownOn: IsoDate;
  /** Standard deviations above the mean of all schools in the same release. */
  readonly place: number;
  /** Pupils counted. */
  readonly cohort: number | null;
}

/**
 * What the published record tells of one school over the years, for all schools alike: what forecasts are fitted on and
 * made from. Dates say from when each fact could be known; whoever asks as at a day leaves later ones out.
 */
export interface SchoolHistory {
  readonly urn: Urn;
  readonly name: string;
  /** Authority's slug. */
  readonly authority: string;
  readonly region: string | null;
  readonly phase: Phase;
  readonly sector: Sector;
  readonly type: string;
  readonly district: string | null;
  readonly openedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly pupils: number | null;
  /** 1 least deprived to 5 most deprived. */
  readonly idaciQuintile: number | null;
  /** Reference numbers of its predecessors. */
  readonly formerly: readonly Urn[];
  /** It came of schools that joined, so that its history is of several. */
  readonly joined: boolean;
  /** Oldest first, by the day they could be known. */
  readonly inspections: readonly InspectionInHistory[];
  /** When the latest ungraded inspection of which anyone could know started; `null` where none is told of. */
  readonly ungradedOn: IsoDate | null;
  readonly results: readonly ResultInHistory[];
  /**
   * Last day on which a file would have told of an inspection; `null` where no file tells of any, and in a history as at
   * a day, which ends there.
   */
  readonly followedUntil: IsoDate | null;
}
