import { county, districts, type Authority } from '../county/county.ts';
import type { Lineage } from '../county/lineage.ts';
import { lineagesOfTheCounty } from '../county/lineages.ts';
import { villages } from '../county/places.ts';

/** An invented authority and every place of learning it ever had. */
export interface InventedAuthority {
  readonly authority: Authority;
  readonly lineages: readonly Lineage[];
}

/** England's nine regions, as registers write them. */
const regions = [
  'East of England',
  'East Midlands',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and the Humber',
] as const;

/**
 * Codes that no authority of England has or had: those below 201, where the real ones begin, and above 943, where they end.
 */
const codes: readonly number[] = [
  ...Array.from({ length: 99 }, (_, index) => 101 + index),
  ...Array.from({ length: 51 }, (_, index) => 948 + index),
];

/** A third of England's authorities are whole counties; the others are a quarter of one each, as unitary authorities are. */
const quarters = 4;

function isWhole(series: number): boolean {
  return (series * 6) % 17 < 6;
}

/**
 * Invented authorities, one after another, up to the 150 that an England has: 18 counties the size of Larkshire and 132
 * of about 108 schools. Places are called as in Larkshire, their schools are others: each has its own stream of chance.
 */
export function* inventedAuthorities(): Generator<InventedAuthority> {
  const authorities = numbered();
  for (let series = 0; ; series++) {
    const groups: readonly (readonly string[])[] = isWhole(series)
      ? [districts.map(({ name }) => name)]
      : Array.from({ length: quarters }, (_, quarter) =>
          districts.filter((_district, index) => index % quarters === quarter).map(({ name }) => name),
        );
    for (const group of groups) {
      const { value: next } = authorities.next();
      if (next === undefined) return;
      const name = groups.length === 1 ? `${next.name}shire` : next.name;
      const authority = { ...next, name };
      // Numbers of lineages stay below 1,000 in a series; Larkshire's own have none added.
      const all = lineagesOfTheCounty((series + 1) * 1000, authority);
      yield { authority, lineages: all.filter((lineage) => group.includes(lineage.district)) };
    }
  }
}

function* numbered(): Generator<Authority, undefined> {
  for (const [index, code] of codes.entries()) {
    yield {
      name: villages[index] ?? `${county.name} ${index}`,
      code: String(code),
      gssCode: `E10999${code}`,
      region: regions[index % regions.length] ?? county.region,
    };
  }
  return undefined;
}
