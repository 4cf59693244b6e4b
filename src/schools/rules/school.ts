import type { IsoDate } from './dates.ts';
import type { Urn } from './urn.ts';
import type { SourceRef } from './value.ts';

/** Phase as Ofsted groups it in management information. */
export type Phase = 'nursery' | 'primary' | 'secondary' | 'special' | 'pupil referral unit';

export const phases: readonly Phase[] = ['nursery', 'primary', 'secondary', 'special', 'pupil referral unit'];

/** Who runs the school. Formal powers of the authority differ by sector, the interest in its pupils does not. */
export type Sector = 'maintained' | 'academy' | 'free school' | 'non-maintained special';

export type SchoolStatus = 'open' | 'open, proposed to close' | 'proposed to open' | 'closed' | 'not stated';

/** A state-funded establishment in the register, as known on a date. `null` means no source says. */
export interface School {
  readonly urn: Urn;
  readonly name: string;
  /** Three-digit local authority code and the four-digit establishment number, as seven digits. */
  readonly laestab: string | null;
  readonly authorityCode: string | null;
  readonly authority: string;
  readonly region: string | null;
  readonly district: string | null;
  readonly constituency: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly ward: string | null;
  /** Metres east and north of the origin of the National Grid (OSGB36). */
  readonly easting: number | null;
  readonly northing: number | null;
  readonly phase: Phase;
  readonly type: string;
  /** Of the pupils it admits: `Mixed`, `Girls`, `Boys`. */
  readonly gender: string | null;
  readonly sector: Sector;
  readonly status: SchoolStatus;
  readonly openedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly lowestAge: number | null;
  readonly highestAge: number | null;
  readonly pupils: number | null;
  readonly capacity: number | null;
  readonly trust: string | null;
  readonly sponsor: string | null;
  readonly federation: string | null;
  readonly religiousCharacter: string | null;
  readonly diocese: string | null;
  /** 1 least deprived to 5 most deprived: income deprivation affecting children, by fifths. */
  readonly idaciQuintile: number | null;
  /** The head, as the register names him or her. */
  readonly head: string | null;
  /** The category of concern Ofsted last put it in, `none` when it is in none: monitoring may have ended one since. */
  readonly category: 'SM' | 'SWK' | 'RSI' | 'NTI' | 'none' | null;
  /** No register known on the date tells of the school: these facts became known later. */
  readonly registerKnownLater: boolean;
  /** The rows these facts were read from: of those known on the date the newest first, of later ones the earliest. */
  readonly sources: readonly SourceRef[];
}

/** A head, and the day of the first register that names him or her: taking up the post may be long before. */
export interface HeadKnown {
  readonly name: string;
  readonly firstKnownOn: IsoDate;
  readonly source: SourceRef;
}

/** One step of a school's lineage, as the register of links states it. */
export interface LineageLink {
  readonly relation: 'predecessor' | 'successor';
  readonly urn: Urn;
  readonly name: string;
  /** The link type as published, for example `Predecessor - merged`. */
  readonly linkType: string;
  /** A quarter of the published dates are blank. */
  readonly establishedOn: IsoDate | null;
  readonly source: SourceRef;
}

/** What stands for a school of which no register says the district. */
export const districtNotStated = 'District not stated';
