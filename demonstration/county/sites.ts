import type { Kind } from './lineage.ts';
import { districts } from './county.ts';
import { quarters, towns, villages } from './places.ts';

/** Village primary schools, before one closes. With the towns' own and later changes 362 primary schools are open. */
const villagePrimaries = 217;

/** A place where there is to be a school of some kind. */
export interface Site {
  readonly kind: Kind;
  readonly place: string;
  readonly quarter: string;
  readonly town: string;
  readonly district: string;
  readonly constituency: string;
  readonly rural: boolean;
  /** Number of a junior school's infant school in the list, for names and federations. */
  readonly pair: string | null;
}

/** Every place with a school when the story begins, in the order of their numbers. */
export function sitesOfTheCounty(): readonly Site[] {
  return [...primarySites(), ...otherSites()];
}

function primarySites(): Site[] {
  const sites: Site[] = [];
  for (const town of towns) {
    let place = 0;
    while (place < town.primaries) {
      const quarter = quarters[place % quarters.length] ?? '';
      const base = {
        place: town.name,
        quarter,
        town: town.name,
        district: town.district,
        constituency: town.constituency,
      };
      // One pair of infant and junior schools in every six of a town's places of learning.
      const paired = place % 6 === 1 && place + 1 < town.primaries;
      if (paired) {
        sites.push({ ...base, kind: 'infant', rural: false, pair: quarter });
        sites.push({ ...base, kind: 'junior', rural: false, pair: quarter });
        place += 2;
      } else {
        sites.push({ ...base, kind: 'primary', rural: false, pair: null });
        place += 1;
      }
    }
  }
  villages.slice(0, villagePrimaries).forEach((village, index) => {
    // The city's district has no countryside.
    const district = districts[1 + (index % (districts.length - 1))];
    if (district === undefined) return;
    const near = towns.filter((town) => town.district === district.name);
    const town = near[index % near.length]?.name ?? '';
    sites.push({
      kind: 'primary',
      place: village,
      quarter: '',
      town,
      district: district.name,
      constituency: district.constituency,
      rural: true,
      pair: null,
    });
  });
  return sites;
}

function otherSites(): Site[] {
  const sites: Site[] = [];
  const inTown = (index: number, kind: Kind, quarter: string): void => {
    const town = towns[index % towns.length];
    if (town === undefined) return;
    const { name, district, constituency } = town;
    sites.push({ kind, place: name, quarter, town: name, district, constituency, rural: false, pair: null });
  };
  towns.forEach((town, index) => {
    for (let school = 0; school < town.secondaries; school++)
      inTown(index, 'secondary', school === 0 ? '' : (quarters[35 - school] ?? ''));
  });
  // Larger villages with a high school of their own.
  for (const village of villages.slice(20, 25)) {
    const district = districts[3];
    if (district === undefined) continue;
    sites.push({
      kind: 'secondary',
      place: village,
      quarter: '',
      town: village,
      district: district.name,
      constituency: district.constituency,
      rural: true,
      pair: null,
    });
  }
  for (let index = 0; index < 11; index++)
    inTown(index * 3, 'special', quarters[(index * 5 + 2) % quarters.length] ?? '');
  for (let index = 0; index < 3; index++) inTown(index * 2, 'nursery', '');
  for (let index = 0; index < 3; index++) inTown(index * 4, 'pupil referral unit', '');
  return sites;
}
