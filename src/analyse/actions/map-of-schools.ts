import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { GridPlace, LetteredDistrict, Town } from '#/schools/rules/places.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Run } from '#/analyse/records/run.ts';

export interface MapAsked {
  readonly district?: string | undefined;
  readonly phase?: string | undefined;
}

/** One school on the map, or in the list of those that are not. */
export interface MappedSchool {
  readonly school: School;
  readonly place: GridPlace | null;
  readonly district: LetteredDistrict;
}

/** Where an authority's schools are. */
export interface MapOfSchools {
  readonly authority: AuthorityInStore;
  readonly asAt: IsoDate;
  readonly districts: readonly LetteredDistrict[];
  readonly phases: readonly School['phase'][];
  readonly chosen: { readonly district: string | null; readonly phase: School['phase'] | null };
  /** The schools chosen, by district and then name. */
  readonly schools: readonly MappedSchool[];
  readonly towns: readonly Town[];
  /**
   * The group of each school's proposed category in the newest run, `null` within it where there is none; `null` for a
   * reader who may not see categories, and before the first run.
   */
  readonly groups: {
    readonly run: Run;
    readonly kinds: readonly {
      readonly name: string;
      readonly many: string;
      readonly tone: 'high' | 'raised' | 'low' | 'none';
    }[];
    /** Without the schools whose group is in confidence from this reader. */
    readonly of: ReadonlyMap<Urn, string | null>;
    /** The reader may see every school’s. */
    readonly whole: boolean;
  } | null;
  readonly sources: readonly Source[];
}
