import { addDays } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import {
  agesOf,
  characterOf,
  conversionDay,
  estabOf,
  nameOf,
  postcodeOf,
  pupilsOf,
  quintileOf,
  runningOf,
  storyOf,
  trustFor,
} from './attributes.ts';
import { county, trusts, type Authority, type Trust } from './county.ts';
import type { Kind, Lineage } from './lineage.ts';
import { sitesOfTheCounty, type Site } from './sites.ts';

const amalgamations = 3;

/**
 * Every place of learning the county ever had, in the order of their numbers. Cheap: about 440 draws of chance.
 *
 * @param series added to every number: another series has the same places and other schools in them
 */
export function lineagesOfTheCounty(series = 0, authority: Authority = county): readonly Lineage[] {
  const originals = sitesOfTheCounty().map((site, index) => lineageAt(site, index + 1, series, authority));
  const all = [...closeAndMerge(originals), ...newSchools(originals, series)];
  return all.map((lineage) => ({
    ...lineage,
    id: series + lineage.id,
    mergesInto: lineage.mergesInto === null ? null : series + lineage.mergesInto,
  }));
}

function lineageAt(site: Site, id: number, series: number, authority: Authority): Lineage {
  const chance = chanceFor('lineage', series + id);
  const character = characterOf(site, chance);
  const quintile = quintileOf(site, chance);
  const pupils = pupilsOf(site, chance);
  const ages = agesOf(site.kind, chance);
  const running = runningOf(site.kind, character, chance);
  const trust = trustFor(site, character, chance);
  return {
    id,
    kind: site.kind,
    authority,
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
function newSchools(originals: readonly Lineage[], series: number): Lineage[] {
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
    const chance = chanceFor('free school', series + id);
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
