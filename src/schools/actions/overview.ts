import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { AuthorityProfile } from '#/schools/rules/profile.ts';
import type { School } from '#/schools/rules/school.ts';

/** A population and its profile. */
export interface ProfileOfSchools {
  /** Who is counted, in words: `Norfolk: 421 schools`. */
  readonly label: string;
  readonly schools: number;
  readonly profile: AuthorityProfile;
}

/** A figure for England as it was published, from `reference/`. */
export interface PublishedFigure {
  readonly label: string;
  readonly number: number;
  readonly unit: '%';
  readonly asAt: IsoDate;
  /** Where it was published, ready to show. */
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
}

/** A school below good at its two latest inspections, with the reason in words. */
export interface StuckSchool {
  readonly school: School;
  readonly reason: string;
}

/** The authority beside England: what the overview page and `middletier overview` both show. */
export interface Overview {
  /** `null` for every school in the files imported. */
  readonly authority: AuthorityInStore | null;
  readonly asAt: IsoDate;
  readonly own: ProfileOfSchools;
  /** The other schools in the files imported; `null` when there are none. */
  readonly others: ProfileOfSchools | null;
  /** What was published for all England nearest before the date; empty when the reference data has nothing. */
  readonly england: readonly PublishedFigure[];
  /** In order of name. */
  readonly stuck: readonly StuckSchool[];
  /** The files the authority's own evidence rests on. */
  readonly sources: readonly Source[];
  readonly invented: boolean;
}
