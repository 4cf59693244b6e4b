import type { Parts } from '#/parts.ts';
import { loadReference } from '#/law/reference.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { AggregateValue } from '#/schools/rules/aggregate.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { PlacedResult, PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Group, MeasureId, Missing } from '#/schools/rules/value.ts';
import { inventedAuthority, inventedSchool, inventedSource } from './invented.fixture.ts';

/** One invented result: a number of so many pupils, or why there is none. */
export interface InventedResult {
  readonly urn: string;
  readonly authority?: string;
  readonly district?: string | null;
  readonly year: number;
  readonly measure?: MeasureId;
  readonly group?: Group;
  readonly number: number | Missing;
  readonly cohort?: number | null;
}

const reader = operator;

/** What the actions of results ask of the published store, answered from a handful of invented results. */
export function partsWith(
  results: readonly InventedResult[],
  schools: readonly School[] = [],
  aggregates: readonly AggregateValue[] = [],
): { readonly parts: Pick<Parts, 'published' | 'reference'>; readonly reader: typeof reader } {
  const told = results.map((one) => ({
    authority: 'fenshire',
    district: null,
    measure: 'ks2-rwm-expected' as const,
    group: 'all' as const,
    cohort: 30,
    ...one,
  }));
  const store = {
    authorities: () => Promise.resolve([inventedAuthority]),
    sources: () => Promise.resolve([inventedSource]),
    neighbours: () => Promise.resolve([]),
    intakes: () => Promise.resolve([]),
    means: () => Promise.resolve(new Map()),
    aggregates: () => Promise.resolve(aggregates),
    schoolsNamed: ({ words }: { words: string }) =>
      Promise.resolve(schools.filter(({ name, urn }) => name.includes(words) || urn === words)),
    pooled: (query: Parameters<PublishedStore['pooled']>[0]) =>
      Promise.resolve(
        told
          .filter(
            (one) =>
              query.measures.includes(one.measure) &&
              query.groups.includes(one.group) &&
              (query.authority === undefined || one.authority === query.authority) &&
              (query.years === undefined || query.years.includes(one.year)),
          )
          .map(pooledOf),
      ),
    distribution: (query: Parameters<PublishedStore['distribution']>[0]) =>
      Promise.resolve(
        told
          .filter(
            (one) => one.measure === query.measure && one.group === query.group && one.year === query.year,
          )
          .flatMap(placedOf)
          .toSorted((a, b) => a.number - b.number),
      ),
    withoutNumber: (query: Parameters<PublishedStore['withoutNumber']>[0]) =>
      Promise.resolve(
        told
          .filter(
            (one) => one.measure === query.measure && one.group === query.group && one.year === query.year,
          )
          .flatMap((one) =>
            typeof one.number === 'number'
              ? []
              : [
                  {
                    urn: one.urn,
                    name: `School ${one.urn}`,
                    district: one.district,
                    phase: 'primary',
                    source: inventedSource.id,
                    missing: one.number,
                    code: 'SUPP',
                  },
                ],
          ),
      ),
    evidence: ({ urns }: Parameters<PublishedStore['evidence']>[0]) =>
      Promise.resolve(
        schools
          .filter(({ urn }) => urns === undefined || urns.includes(urn))
          .map((school) => evidenceOf(school, told)),
      ),
  };
  return {
    parts: { published: () => Promise.resolve(store as unknown as PublishedStore), reference: loadReference },
    reader,
  };
}

type Told = Required<InventedResult>;

function pooledOf(one: Told): PooledResult {
  const number = typeof one.number === 'number' ? one.number : null;
  const cohort = number === null || one.cohort === null ? 0 : one.cohort;
  const missing = { suppressed: 0, 'not published': 0, 'not applicable': 0, 'not yet known': 0 };
  return {
    authority: one.authority,
    region: 'East of England',
    district: one.authority === 'fenshire' ? one.district : null,
    year: one.year,
    measure: one.measure,
    group: one.group,
    phases: ['primary'],
    pupils: cohort,
    weighted: (number ?? 0) * cohort,
    reached: Math.round(((number ?? 0) * cohort) / 100),
    schools: cohort > 0 ? 1 : 0,
    withoutCohort: number !== null && cohort === 0 ? 1 : 0,
    missing: typeof one.number === 'number' ? missing : { ...missing, [one.number]: 1 },
    statuses: number === null ? [] : ['provisional'],
    sources: number === null ? [] : [inventedSource.id],
  };
}

function placedOf(one: Told): readonly PlacedResult[] {
  return typeof one.number === 'number'
    ? [
        {
          urn: one.urn,
          name: `School ${one.urn}`,
          authority: one.authority,
          district: one.district,
          phase: 'primary',
          number: one.number,
          cohort: one.cohort,
          interval: null,
          status: 'provisional',
          source: inventedSource.id,
        },
      ]
    : [];
}

function evidenceOf(school: School, told: readonly Told[]): Evidence {
  return {
    asAt: inventedAuthority.newestKnownOn,
    school,
    lineage: [],
    inspections: [],
    inspectionsKnownFrom: 'nothing',
    heads: [],
    supplied: [],
    similar: null,
    values: told
      .filter(({ urn }) => urn === school.urn)
      .map((one, index) => ({
        urn: one.urn,
        year: one.year,
        measure: one.measure,
        group: one.group,
        value:
          typeof one.number === 'number' ? { number: one.number } : { missing: one.number, code: 'SUPP' },
        cohort: one.cohort,
        interval: null,
        status: 'final',
        knownOn: '2019-12-12',
        source: { source: inventedSource.id, row: index + 2 },
      })),
  };
}

/** Forty schools of two districts over three years with a break, another authority's beside them, and who their pupils are. */
export const manyResults: readonly InventedResult[] = Array.from({ length: 40 }, (_, index) => {
  const urn = String(900_100 + index);
  const authority = index < 28 ? 'fenshire' : 'woldshire';
  const about = { urn, authority, district: index % 2 === 0 ? 'North Fen' : 'South Fen' };
  const number = 40 + ((index * 7) % 41);
  return [2017, 2018, 2019].flatMap((year) => [
    {
      ...about,
      year,
      number: year === 2019 && index === 3 ? ('suppressed' as const) : number,
      cohort: 10 + index * 4,
    },
    { ...about, year, group: 'disadvantaged' as const, number: number - 15, cohort: 8 },
    { ...about, year, group: 'not disadvantaged' as const, number: number + 5, cohort: 20 },
    {
      ...about,
      year,
      measure: 'ks2-prior-attainment' as const,
      number: 14 + ((index * 7) % 41) / 20,
      cohort: 30,
    },
  ]);
}).flat();

/** Two schools to compare, the second without a result. */
export const twoSchools: readonly School[] = [
  inventedSchool({ urn: '900100', name: 'Sedge Lane Primary School' }),
  inventedSchool({ urn: '900999', name: 'Lark Hill Primary School' }),
];
