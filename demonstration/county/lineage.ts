import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Authority, Trust } from './county.ts';

/** What kind of place of learning it is; infant and junior schools are primary schools in every file. */
export type Kind =
  'primary' | 'infant' | 'junior' | 'secondary' | 'special' | 'nursery' | 'pupil referral unit';

export type Character = 'none' | 'Church of England' | 'Roman Catholic';

/** Who runs it, in the demonstration's own words; `layouts/words.ts` has the words of each file. */
export type Running =
  | 'community'
  | 'voluntary controlled'
  | 'voluntary aided'
  | 'foundation'
  | 'converter'
  | 'sponsored'
  | 'free school'
  | 'nursery'
  | 'community special'
  | 'special converter'
  | 'special sponsored'
  | 'special free school'
  | 'pupil referral unit'
  | 'alternative provision converter'
  | 'alternative provision sponsored';

/** How good the school is underneath, and which way it goes. The story is in `life/quality.ts`. */
export type Story = 'ordinary' | 'strong' | 'declining' | 'stuck' | 'turned round' | 'rising';

/** One place of learning through all its forms: a village keeps its school when the school becomes an academy. */
export interface Lineage {
  readonly id: number;
  readonly kind: Kind;
  /** The authority in whose area it lies. */
  readonly authority: Authority;
  /** The name without its ending: `Quillby Church of England`. */
  readonly stem: string;
  readonly ending: string;
  readonly town: string;
  readonly locality: string;
  readonly street: string;
  readonly district: string;
  readonly constituency: string;
  readonly postcode: string;
  readonly rural: boolean;
  readonly character: Character;
  readonly lowestAge: number;
  readonly highestAge: number;
  readonly sixthForm: boolean;
  readonly nurseryClass: boolean;
  readonly pupils: number;
  readonly capacity: number;
  /** 1 least to 5 most deprived. */
  readonly quintile: number;
  readonly running: Running;
  readonly estab: number;
  /** `null` for a school older than the register. */
  readonly opensOn: IsoDate | null;
  readonly openedBecause:
    'Not applicable' | 'New Provision' | 'Result of Amalgamation' | 'Academy Free School';
  /** The day it joins a trust of its own will, if it does. */
  readonly convertsOn: IsoDate | null;
  readonly trust: Trust | null;
  /** The day it closes for good, and the lineage that takes its pupils. */
  readonly closesOn: IsoDate | null;
  readonly mergesInto: number | null;
  readonly story: Story;
  readonly federation: string | null;
}

/** One entry of the register: a lineage has one for each form it took. */
export interface Establishment {
  readonly lineage: Lineage;
  /** 0 for the first form. */
  readonly form: number;
  urn: string;
  readonly name: string;
  readonly running: Running;
  readonly estab: number;
  readonly trust: Trust | null;
  readonly opensOn: IsoDate | null;
  readonly openedBecause: string;
  closesOn: IsoDate | null;
  closedBecause: string;
}

export function isMaintained(running: Running): boolean {
  return (
    running === 'community' ||
    running === 'voluntary controlled' ||
    running === 'voluntary aided' ||
    running === 'foundation' ||
    running === 'nursery' ||
    running === 'community special' ||
    running === 'pupil referral unit'
  );
}

export function isPrimary(kind: Kind): boolean {
  return kind === 'primary' || kind === 'infant' || kind === 'junior';
}

/** The establishment number as written in the register: four digits. LAESTAB is the authority's code and this. */
export function isOpenOn(establishment: Establishment, date: IsoDate): boolean {
  return (
    (establishment.opensOn === null || establishment.opensOn <= date) &&
    (establishment.closesOn === null || establishment.closesOn >= date)
  );
}
