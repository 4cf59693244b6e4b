import { inspected, schoolWith } from '#/schools/rules/school.fixture.ts';
import type { Source } from '#/published/source.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Inspection, OverallEffectiveness } from '#/schools/rules/inspection.ts';
import type { School } from '#/schools/rules/school.ts';

/** An invented authority's published facts, held in memory: the store's promises without its files. */
export const fenshire = { name: 'Fenshire', slug: 'fenshire' };

/** Grade and date of each full inspection, by reference number. */
export type Inspected = Readonly<Record<string, readonly (readonly [IsoDate, OverallEffectiveness])[]>>;

export function storeOf(inspected: Inspected, newestKnownOn: IsoDate): PublishedStore {
  return {
    sources: () => Promise.resolve([{ id: 'file1' } as Source]),
    problems: () => Promise.resolve([]),
    effects: () => Promise.resolve(new Map()),
    authorities: () =>
      Promise.resolve([
        { ...fenshire, schools: Object.keys(inspected).length, invented: true, newestKnownOn },
      ]),
    evidence: ({ asAt, urns, authority }) =>
      Promise.resolve(
        Object.entries(inspected)
          .filter(([urn]) => authority !== 'elsewhere' && (urns === undefined || urns.includes(urn)))
          .map(([urn, inspections]) => evidenceOf(urn, inspections, asAt)),
      ),
    distribution: () => Promise.resolve([]),
    withoutNumber: () => Promise.resolve([]),
    schoolsNamed: () => Promise.resolve([]),
    pooled: () => Promise.resolve([]),
    aggregates: () => Promise.resolve([]),
    intakes: () => Promise.resolve([]),
    histories: () => Promise.resolve([]),
    means: () => Promise.resolve(new Map()),
    neighbours: () => Promise.resolve([]),
    close: () => undefined,
  };
}

function evidenceOf(urn: string, inspections: Inspected[string], asAt: IsoDate): Evidence {
  return {
    asAt,
    school: schoolOf(urn),
    lineage: [],
    inspections: inspections
      .filter(([startedOn]) => startedOn <= asAt)
      .map(([startedOn, overall]) => inspectionOf(urn, startedOn, overall))
      .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn)),
    inspectionsKnownFrom: 'ofsted',
    values: [],
    heads: [],
    supplied: [],
    similar: null,
  };
}

function inspectionOf(urn: string, startedOn: IsoDate, overall: OverallEffectiveness): Inspection {
  return inspected(startedOn, overall, {
    number: `listed:${urn}:${startedOn}`,
    urnAtTime: urn,
    source: { source: 'file1', row: 2 },
  });
}

function schoolOf(urn: string): School {
  return schoolWith({
    urn,
    name: `Sedge ${urn} Primary School`,
    authority: fenshire.name,
    sources: [{ source: 'file1', row: 2 }],
  });
}
