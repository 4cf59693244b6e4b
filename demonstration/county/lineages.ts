import { chanceFor, type Chance } from '../random.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { county, districts, trusts, type Trust } from './county.ts';
import type { Character, Kind, Lineage, Running, Story } from './lineage.ts';
import { quarters, towns, villages } from './places.ts';

/** How many places of learning there are, before closures; open at the end: 362, 51, 12, 3, 3. */
const villagePrimaries = 217;
const amalgamations = 3;

interface Site {
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

/** Every place of learning the county ever had, in the order of their numbers. Cheap: about 440 draws of chance. */
export function lineagesOfTheCounty(): readonly Lineage[] {
  const sites = [...primarySites(), ...otherSites()];
  const originals = sites.map((site, index) => lineageAt(site, index + 1));
  return [...closeAndMerge(originals), ...newSchools(originals)];
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

function lineageAt(site: Site, id: number): Lineage {
  const chance = chanceFor('lineage', id);
  const character = characterOf(site, chance);
  const quintile = quintileOf(site, chance);
  const pupils = pupilsOf(site, chance);
  const ages = agesOf(site.kind, chance);
  const running = runningOf(site.kind, character, chance);
  const trust = trustFor(site, character, chance);
  return {
    id,
    kind: site.kind,
    ...nameOf(site, character, chance),
    town: site.town,
    locality: site.rural ? site.place : '',
    street:
      `${chance.whole(1, 4) === 1 ? '' : `${chance.pick(['School', 'Church', 'Mill', 'Low', 'Green', 'Chapel'])} `}${chance.pick(['Lane', 'Road', 'Street'])}`.trim(),
    district: site.district,
    constituency: site.constituency,
    postcode: postcodeOf(id),
    rural: site.rural,
    character,
    ...ages,
    pupils,
    capacity: Math.ceil((pupils * (1.02 + chance.uniform() * 0.3)) / 5) * 5,
    quintile,
    running,
    estab: estabOf(site.kind, character, id),
    opensOn: null,
    openedBecause: 'Not applicable',
    convertsOn: conversionDay(site.kind, character, chance),
    trust,
    closesOn: null,
    mergesInto: null,
    story: storyOf(site.kind, pupils, chance),
    federation: site.pair !== null && chance.happens(0.4) ? `${site.place} ${site.pair} Federation` : null,
  };
}

/** Three pairs become one primary school each, and one small village school closes. */
function closeAndMerge(originals: readonly Lineage[]): Lineage[] {
  const all = [...originals];
  const days = ['2016-08-31', '2018-08-31', '2022-08-31'];
  const infants = originals.filter((lineage) => lineage.kind === 'infant' && lineage.character === 'none');
  for (let merge = 0; merge < amalgamations; merge++) {
    const infant = infants[merge * 3 + 1];
    const junior = infant === undefined ? undefined : originals.find((other) => other.id === infant.id + 1);
    const day = days[merge];
    if (infant === undefined || junior === undefined || day === undefined) continue;
    const id = all.length + 1;
    for (const part of [infant, junior]) {
      all[part.id - 1] = {
        ...part,
        closesOn: day,
        mergesInto: id,
        convertsOn: null,
        story: 'ordinary',
        federation: null,
      };
    }
    all.push({
      ...infant,
      id,
      kind: 'primary',
      ending: 'Primary School',
      lowestAge: infant.lowestAge,
      highestAge: 11,
      pupils: infant.pupils + junior.pupils,
      capacity: infant.capacity + junior.capacity,
      estab: 2900 + merge,
      opensOn: addDays(day, 1),
      openedBecause: 'Result of Amalgamation',
      convertsOn: null,
      story: 'ordinary',
      federation: null,
    });
  }
  const closing = originals.find(
    (lineage) => lineage.rural && lineage.kind === 'primary' && lineage.pupils < 34,
  );
  if (closing)
    all[closing.id - 1] = { ...closing, closesOn: '2019-08-31', convertsOn: null, story: 'declining' };
  return all;
}

/** Free schools, the newest of them opened last term: nobody has inspected it and it has no results. */
function newSchools(originals: readonly Lineage[]): Lineage[] {
  const first = originals.length + amalgamations + 1;
  const opening: readonly { name: string; near: number; on: string; kind: Kind; pupils: number }[] = [
    { name: 'Fetherstead Skyline', near: 2, on: '2014-09-01', kind: 'primary', pupils: 208 },
    { name: 'Harrowmarket Curlew Fields', near: 40, on: '2019-09-01', kind: 'primary', pupils: 176 },
    { name: 'Whimbrelwick Saltings', near: 76, on: '2026-01-05', kind: 'primary', pupils: 24 },
    { name: 'Fetherstead Turnstone', near: 3, on: '2023-09-01', kind: 'special', pupils: 72 },
    { name: 'Deverwell Ladder', near: 62, on: '2021-09-01', kind: 'secondary', pupils: 430 },
  ];
  return opening.flatMap((school, index) => {
    const near = originals[school.near];
    if (near === undefined) return [];
    const id = first + index;
    const chance = chanceFor('free school', id);
    const ending =
      school.kind === 'primary'
        ? 'Primary Free School'
        : school.kind === 'special'
          ? 'Free School'
          : 'Free School';
    return [
      {
        ...near,
        id,
        kind: school.kind,
        stem: school.name,
        ending,
        postcode: postcodeOf(id),
        character: 'none',
        ...agesOf(school.kind, chance),
        pupils: school.pupils,
        capacity: school.kind === 'special' ? 90 : 420,
        quintile: 3,
        running: school.kind === 'special' ? 'special free school' : 'free school',
        estab: school.kind === 'primary' ? 2950 + index : school.kind === 'special' ? 7090 : 4090,
        opensOn: school.on,
        openedBecause: 'Academy Free School',
        convertsOn: null,
        closesOn: null,
        mergesInto: null,
        trust: trustNamed(school.kind === 'special' ? 'Stonechat' : 'Larkshire Horizon'),
        story: 'ordinary',
        federation: null,
        sixthForm: false,
      } satisfies Lineage,
    ];
  });
}

function trustNamed(beginning: string): Trust | null {
  return trusts.find((trust) => trust.name.startsWith(beginning)) ?? null;
}

function nameOf(site: Site, character: Character, chance: Chance): { stem: string; ending: string } {
  const where = [site.place, site.quarter].filter((part) => part !== '').join(' ');
  const church =
    character === 'Church of England'
      ? ' Church of England'
      : character === 'Roman Catholic'
        ? ' Catholic'
        : '';
  switch (site.kind) {
    case 'infant':
      return { stem: `${where}${church}`, ending: 'Infant School' };
    case 'junior':
      return { stem: `${where}${church}`, ending: 'Junior School' };
    case 'primary':
      return {
        stem: `${where}${church}`,
        ending: chance.happens(0.2) && church === '' ? 'Community Primary School' : 'Primary School',
      };
    case 'secondary':
      return {
        stem: `${where}${church}`,
        ending: chance.pick(['High School', 'School', 'Community High School']),
      };
    case 'special':
      return { stem: where, ending: chance.pick(['School', 'Special School', 'Lodge School']) };
    case 'nursery':
      return { stem: where, ending: 'Nursery School' };
    case 'pupil referral unit':
      return { stem: where, ending: 'Short Stay School' };
  }
}

function characterOf(site: Site, chance: Chance): Character {
  const draw = chance.uniform();
  if (site.kind === 'primary') {
    if (site.rural) return draw < 0.42 ? 'Church of England' : 'none';
    return draw < 0.1 ? 'Church of England' : draw < 0.2 ? 'Roman Catholic' : 'none';
  }
  if (site.kind === 'secondary' && !site.rural && site.quarter !== '')
    return draw < 0.06 ? 'Roman Catholic' : 'none';
  return 'none';
}

function quintileOf(site: Site, chance: Chance): number {
  const middle = site.rural
    ? 2.4
    : ['Whimbrelwick', 'Emberwade', 'Fetherstead', 'Ivelhithe'].includes(site.town)
      ? 3.9
      : 3.1;
  return Math.min(5, Math.max(1, Math.round(middle + chance.normal() * 1.1)));
}

function pupilsOf(site: Site, chance: Chance): number {
  const draw = chance.uniform();
  switch (site.kind) {
    case 'infant':
      return 120 + Math.floor(draw * 150);
    case 'junior':
      return 160 + Math.floor(draw * 200);
    case 'primary':
      if (!site.rural) return draw < 0.7 ? 195 + chance.whole(0, 40) : 330 + chance.whole(0, 100);
      return draw < 0.3 ? chance.whole(28, 65) : draw < 0.75 ? chance.whole(66, 130) : chance.whole(131, 230);
    case 'secondary':
      return site.rural ? chance.whole(420, 700) : chance.whole(620, 1500);
    case 'special':
      return chance.whole(60, 170);
    case 'nursery':
      return chance.whole(60, 110);
    case 'pupil referral unit':
      return chance.whole(40, 120);
  }
}

function agesOf(
  kind: Kind,
  chance: Chance,
): Pick<Lineage, 'lowestAge' | 'highestAge' | 'sixthForm' | 'nurseryClass'> {
  const nursery = chance.happens(0.3);
  const sixth = chance.happens(0.45);
  switch (kind) {
    case 'infant':
      return { lowestAge: nursery ? 3 : 4, highestAge: 7, sixthForm: false, nurseryClass: nursery };
    case 'junior':
      return { lowestAge: 7, highestAge: 11, sixthForm: false, nurseryClass: false };
    case 'primary':
      return { lowestAge: nursery ? 3 : 4, highestAge: 11, sixthForm: false, nurseryClass: nursery };
    case 'secondary':
      return { lowestAge: 11, highestAge: sixth ? 18 : 16, sixthForm: sixth, nurseryClass: false };
    case 'special':
      return {
        lowestAge: chance.pick([3, 5, 7]),
        highestAge: chance.pick([16, 19, 19]),
        sixthForm: false,
        nurseryClass: false,
      };
    case 'nursery':
      return { lowestAge: 2, highestAge: 5, sixthForm: false, nurseryClass: true };
    case 'pupil referral unit':
      return { lowestAge: 5, highestAge: 16, sixthForm: false, nurseryClass: false };
  }
}

function runningOf(kind: Kind, character: Character, chance: Chance): Running {
  if (kind === 'nursery') return 'nursery';
  if (kind === 'pupil referral unit') return 'pupil referral unit';
  if (kind === 'special') return 'community special';
  if (character === 'Roman Catholic') return 'voluntary aided';
  if (character === 'Church of England')
    return chance.happens(0.65) ? 'voluntary controlled' : 'voluntary aided';
  return chance.happens(kind === 'secondary' ? 0.3 : 0.12) ? 'foundation' : 'community';
}

function trustFor(site: Site, character: Character, chance: Chance): Trust | null {
  const phase =
    site.kind === 'secondary'
      ? 'secondary'
      : site.kind === 'special' || site.kind === 'pupil referral unit'
        ? 'special'
        : 'primary';
  const open = trusts.filter(
    (trust) =>
      trust.character === character &&
      trust.phases.includes(phase) &&
      (trust.districts.length === 0 || trust.districts.includes(site.district)),
  );
  return open.length === 0 ? null : chance.pick(open);
}

/** The first of a month between 2011 and 2025; earlier for secondary schools. Sponsored academies come on top. */
function conversionDay(kind: Kind, character: Character, chance: Chance): string | null {
  const share =
    kind === 'secondary'
      ? 0.78
      : kind === 'special'
        ? 0.25
        : kind === 'nursery'
          ? 0
          : character === 'none'
            ? 0.38
            : 0.42;
  const converts = chance.happens(share);
  const year = kind === 'secondary' ? chance.whole(2011, 2019) : chance.whole(2012, 2025);
  const month = chance.pick(['01', '02', '04', '04', '07', '09', '09', '09', '11']);
  return converts ? `${year}-${month}-01` : null;
}

function storyOf(kind: Kind, pupils: number, chance: Chance): Story {
  const draw = chance.uniform();
  if (kind === 'nursery') return 'strong';
  if (draw < 0.05) return 'strong';
  if (draw < 0.1 && pupils > 90) return 'declining';
  if (draw < 0.13 && pupils > 90) return 'stuck';
  if (draw < 0.17 && pupils > 90) return 'turned round';
  if (draw < 0.22) return 'rising';
  return 'ordinary';
}

function estabOf(kind: Kind, character: Character, id: number): number {
  if (kind === 'nursery') return 1000 + (id % 100);
  if (kind === 'pupil referral unit') return 1100 + (id % 100);
  if (kind === 'special') return 7000 + (id % 90);
  if (kind === 'secondary') return 4000 + (id % 90);
  return character === 'none' ? 2000 + id : 3000 + id;
}

/** Two letters that no area has, a district of 1 to 9 and a unit from the number: unique for 8,000 schools. */
function postcodeOf(id: number): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const unit = `${letters.charAt(Math.floor(id / 20) % 20)}${letters.charAt(id % 20)}`;
  return `${county.postcodeArea}${(id % 9) + 1} ${id % 10}${unit}`;
}
