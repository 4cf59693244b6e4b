import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAggregates } from './aggregates.ts';
import { readContradictions } from './contradictions.ts';
import { readDistribution, readWithoutNumber } from './distribution.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { PlacedResult, PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { Source } from '#/published/source.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import { readEvidence } from './evidence.ts';
import { readSeries, type Series } from './evidence-values.ts';
import { readHistories, type HistoriesQuery } from './histories.ts';
import { keptAnswers, type KeptAnswers } from './kept-answers.ts';
import { readIntakes, type IntakesQuery } from './intakes.ts';
import { readMeans } from './means.ts';
import { membersAsked, readMembers, type Member } from './members.ts';
import type { Intake } from '#/schools/rules/similar.ts';
import { pointerStamp, readPointer, refuseOtherForm, storeFolder } from './generations.ts';
import { readNeighbours } from './neighbours.ts';
import { readPooled } from './pooled.ts';
import type { AuthorityInStore, EvidenceQuery, PublishedStore } from './published-store.ts';
import { readRows, text } from './read-rows.ts';
import { readEffects } from './read-effects.ts';
import { readProblems, readSources } from './read-sources.ts';
import { readSchoolsNamed } from './schools-named.ts';

/** One generation, open for reading; closed when no reading uses it and a newer one is current. */
interface OpenGeneration {
  readonly instance: DuckDBInstance;
  readonly kept: KeptOfGeneration;
  readonly stamp: string;
  /** Connections that no reading uses: to open one takes longer than most questions. */
  readonly idle: DuckDBConnection[];
  readings: number;
  retired: boolean;
}

/**
 * Answers that are the same as long as the generation is: a generation never changes, so nothing here goes stale. All of
 * it is published; nothing that was decided about anyone may be kept here.
 */
interface KeptOfGeneration {
  readonly members: KeptAnswers<readonly Member[]>;
  readonly series: KeptAnswers<readonly Series[]>;
  /** Of a phase on a date. */
  readonly intakes: KeptAnswers<readonly Intake[]>;
  readonly sources: KeptAnswers<readonly Source[]>;
  readonly authorities: KeptAnswers<readonly AuthorityInStore[]>;
  /** Of single schools: what a page of one school asks for again with every reader. */
  readonly schools: KeptAnswers<readonly Evidence[]>;
  /** An authority's schools without their results: what its overview, its map and its lists begin with. */
  readonly lists: KeptAnswers<readonly Evidence[]>;
  readonly distributions: KeptAnswers<readonly PlacedResult[]>;
  readonly pooled: KeptAnswers<readonly PooledResult[]>;
  readonly effects: KeptAnswers<Awaited<ReturnType<typeof readEffects>>>;
}

/** Dates asked about at one time are few: the newest, and those of the runs that are looked at. */
const datesKept = 4;
/** All five phases on one date, or the two large ones on two; those of all primary schools are about 10 MB. */
const intakesKept = 5;
/** About 30 kB each. */
const schoolsKept = 2000;
/** About 2 MB each. */
const listsKept = 12;
/** Every school of England for one measure and year: up to 5 MB each. */
const distributionsKept = 8;
/** From a few rows to some thousands. */
const pooledKept = 60;

function nothingKept(): KeptOfGeneration {
  return {
    members: keptAnswers(datesKept),
    series: keptAnswers(1),
    intakes: keptAnswers(intakesKept),
    sources: keptAnswers(1),
    authorities: keptAnswers(1),
    schools: keptAnswers(schoolsKept),
    lists: keptAnswers(listsKept),
    distributions: keptAnswers(distributionsKept),
    pooled: keptAnswers(pooledKept),
    effects: keptAnswers(1),
  };
}

/** Few questions are asked at one time. */
const mostIdle = 8;

function closeGeneration({ instance, idle }: OpenGeneration): void {
  for (const connection of idle.splice(0)) connection.closeSync();
  instance.closeSync();
}

/** Reads from the newest generation. Each reading has a connection to itself, so temporary tables do not meet. */
export interface Reader {
  /** `null` when nothing was imported yet. */
  readonly read: <T>(
    work: (connection: DuckDBConnection, kept: KeptOfGeneration) => Promise<T>,
  ) => Promise<T | null>;
  readonly close: () => void;
}

export function openReader(dataFolder: string): Reader {
  const folder = storeFolder(dataFolder);
  let current: OpenGeneration | null = null;
  let opening: Promise<OpenGeneration | null> | null = null;
  const retire = (generation: OpenGeneration) => {
    generation.retired = true;
    if (generation.readings === 0) closeGeneration(generation);
  };

  const openNewest = async (): Promise<OpenGeneration | null> => {
    for (let attempt = 1; ; attempt += 1) {
      const stamp = pointerStamp(folder);
      const pointer = readPointer(folder);
      if (pointer === null) return null;
      refuseOtherForm(pointer);
      const path = join(folder, pointer.generation);
      try {
        const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
        return { instance, stamp, kept: nothingKept(), idle: [], readings: 0, retired: false };
      } catch (error) {
        // An import may have put a newer one in its place between the two lines above.
        if (existsSync(path) || attempt === 5) throw error;
      }
    }
  };

  const newest = async (): Promise<OpenGeneration | null> => {
    if (current !== null && current.stamp === pointerStamp(folder)) return current;
    opening ??= openNewest().finally(() => {
      opening = null;
    });
    const opened = await opening;
    if (opened !== current) {
      if (current !== null) retire(current);
      current = opened;
    }
    return opened;
  };

  return {
    read: async (work) => {
      const generation = await newest();
      if (generation === null) return null;
      generation.readings += 1;
      try {
        const connection = generation.idle.pop() ?? (await generation.instance.connect());
        let done = false;
        try {
          const answer = await work(connection, generation.kept);
          done = true;
          return answer;
        } finally {
          // After a question that failed nobody knows what state it is in.
          if (done && generation.idle.length < mostIdle) generation.idle.push(connection);
          else connection.closeSync();
        }
      } finally {
        generation.readings -= 1;
        if (generation.retired && generation.readings === 0) closeGeneration(generation);
      }
    },
    close: () => {
      if (current !== null) retire(current);
      current = null;
    },
  };
}

async function readAuthorities(connection: DuckDBConnection): Promise<readonly AuthorityInStore[]> {
  const rows = await readRows(
    connection,
    'select name, slug, schools, invented, newest_known_on::varchar from authority where schools > 0 order by name',
  );
  return rows.map((row) => ({
    name: text(row, 0),
    slug: text(row, 1),
    schools: Number(row[2]),
    invented: row[3] === true,
    newestKnownOn: text(row, 4),
  }));
}

async function evidenceOf(
  connection: DuckDBConnection,
  kept: KeptOfGeneration,
  query: EvidenceQuery,
): Promise<readonly Evidence[]> {
  const read = async () =>
    readEvidence(connection, query, {
      members: await kept.members.answer(query.asAt, () => readMembers(connection, query.asAt)),
      series: await kept.series.answer('', () => readSeries(connection)),
    });
  if (query.urns?.length === 1) return kept.schools.answer(JSON.stringify(query), read);
  if (query.authority !== undefined && query.withoutValues === true)
    return kept.lists.answer(JSON.stringify(query), read);
  return read();
}

function intakesOf(
  connection: DuckDBConnection,
  kept: KeptOfGeneration,
  query: IntakesQuery,
): Promise<readonly Intake[]> {
  return kept.intakes.answer(`${query.asAt} ${query.phase}`, async () =>
    readIntakes(
      connection,
      query,
      await kept.members.answer(query.asAt, () => readMembers(connection, query.asAt)),
    ),
  );
}

async function historiesOf(
  connection: DuckDBConnection,
  kept: KeptOfGeneration,
  query: HistoriesQuery,
): Promise<readonly SchoolHistory[]> {
  const { asAt } = query;
  if (asAt === undefined) return readHistories(connection, query, []);
  const members = await kept.members.answer(asAt, () => readMembers(connection, asAt));
  return readHistories(connection, query, membersAsked(members, query));
}

/** Opens what was imported, for reading. Imports that end later are seen by the next question. */
export function openPublishedStore(dataFolder: string): Promise<PublishedStore> {
  const reader = openReader(dataFolder);
  return Promise.resolve({
    sources: async () =>
      (await reader.read((connection, kept) =>
        kept.sources.answer('', async () => (await readSources(connection)).map(({ source }) => source)),
      )) ?? [],
    problems: async (sourceId) =>
      (await reader.read(async (connection) => [
        ...(await readProblems(connection, sourceId)),
        ...(await readContradictions(connection, sourceId)),
      ])) ?? [],
    effects: async () =>
      (await reader.read((connection, kept) => kept.effects.answer('', () => readEffects(connection)))) ??
      new Map(),
    authorities: async () =>
      (await reader.read((connection, kept) =>
        kept.authorities.answer('', () => readAuthorities(connection)),
      )) ?? [],
    evidence: async (query) =>
      (await reader.read((connection, kept) => evidenceOf(connection, kept, query))) ?? [],
    distribution: async (query) =>
      (await reader.read((connection, kept) =>
        kept.distributions.answer(JSON.stringify(query), () => readDistribution(connection, query)),
      )) ?? [],
    withoutNumber: async (query) =>
      (await reader.read((connection) => readWithoutNumber(connection, query))) ?? [],
    aggregates: async (query) => (await reader.read((connection) => readAggregates(connection, query))) ?? [],
    pooled: async (query) =>
      (await reader.read((connection, kept) =>
        kept.pooled.answer(JSON.stringify(query), () => readPooled(connection, query)),
      )) ?? [],
    intakes: async (query) =>
      (await reader.read((connection, kept) => intakesOf(connection, kept, query))) ?? [],
    histories: async (query) =>
      (await reader.read((connection, kept) => historiesOf(connection, kept, query))) ?? [],
    means: async (query) => (await reader.read((connection) => readMeans(connection, query))) ?? new Map(),
    schoolsNamed: async (query) =>
      (await reader.read((connection) => readSchoolsNamed(connection, query))) ?? [],
    neighbours: async (query) => (await reader.read((connection) => readNeighbours(connection, query))) ?? [],
    close: reader.close,
  });
}
