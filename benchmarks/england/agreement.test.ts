import type { DuckDBConnection } from '@duckdb/node-api';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { analyseSchool, policyFrom } from '#/analyse/rules/analyse-school.ts';
import { ageOf, poolableYears, resultsOf } from '#/analyse/rules/results.ts';
import { underlyingOf } from '#/analyse/rules/underlying.ts';
import { loadReference } from '#/law/reference.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { generateEngland } from '../../demonstration/england/generate.ts';
import { analyseByHand, asAt } from './by-hand.ts';
import { analyseByUs } from './ours.ts';

/**
 * The SQL by hand was written apart from the importers and the rules: where the two work the same thing out of the same
 * files, they must agree. One invented county; nothing is timed.
 */
const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
let evidence: readonly Evidence[] = [];
let byHand: DuckDBConnection;
let analysed = 0;

before(async () => {
  const files = join(folder, 'files');
  const { schools } = generateEngland(files, 400);
  mkdirSync(join(folder, 'hand'));
  byHand = await analyseByHand(files, join(folder, 'hand'));
  const data = join(folder, 'data');
  ({ schools: analysed } = await analyseByUs(files, data));
  assert.equal(analysed, schools, 'every open school is analysed');
  const store = await openPublishedStore(data);
  evidence = await store.evidence({ asAt });
  store.close();
});
after(() => {
  byHand.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function rows(sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await byHand.runAndReadAll(sql)).getRows();
}

test('the same schools are open, and all of them have a band', async () => {
  const open = await rows(`select urn from category order by urn`);
  assert.deepEqual(
    open.map(([urn]) => urn),
    evidence.map(({ school }) => school.urn),
  );
});

test('each school has the same inspections, each once, its predecessors’ among them', async () => {
  const told = new Map(
    (
      await rows(
        `select urn, string_agg(coalesce(number, 'listed:' || urn_at_time || ':' || started_on), ' ' order by number) from latest group by urn`,
      )
    ).map(([urn, numbers]) => [urn, numbers]),
  );
  for (const { school, inspections } of evidence) {
    const numbers = inspections.map(({ number }) => number).toSorted();
    assert.equal(numbers.join(' '), told.get(school.urn) ?? '', school.urn);
  }
});

test('each school has the same values of each year, measure and group', async () => {
  const told = await rows(
    `select m.urn, count(*)::integer, round(sum(v.number), 4), sum(v.cohort)::integer, count(v.number)::integer
from member m join ancestor a using (urn) join value v on v.urn = a.ancestor where m.status like 'open%' group by m.urn`,
  );
  const sums = new Map(told.map(([urn, ...rest]) => [urn, rest]));
  for (const { school, values } of evidence) {
    const numbers = values.flatMap(({ value }) => ('number' in value ? [value.number] : []));
    const cohorts = values.flatMap(({ cohort }) => cohort ?? []);
    const [count = 0, sum, pupils, known = 0] = (sums.get(school.urn) ?? []) as readonly number[];
    assert.deepEqual([values.length, numbers.length], [count, known], school.urn);
    const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(total(numbers) - (sum ?? 0)) < 0.01, school.urn);
    assert.equal(total(cohorts), pupils ?? 0, school.urn);
  }
});

test('the shares pooled over three years and shrunk towards England are the same', async () => {
  const policy = policyFrom(loadReference(), 'norfolk-2013', asAt);
  const told = new Map(
    (
      await rows(
        `select urn, pupils::integer, estimate from underlying where measure = 'ks2-rwm-expected' and last = 2025`,
      )
    ).map(([urn, pupils, estimate]) => [urn, { pupils, estimate }]),
  );
  assert.ok(told.size > 250, `${told.size} schools have results of 2025`);
  let compared = 0;
  for (const one of evidence) {
    const years = poolableYears(resultsOf(one, policy, 'ks2-rwm-expected'), policy);
    if (years.at(-1)?.year !== 2025) continue;
    const measure = resultsOf(one, policy, 'ks2-rwm-expected').measure;
    const ours = underlyingOf(years, measure, ageOf(years, policy));
    const theirs = told.get(one.school.urn);
    assert.equal(ours?.pooled.pupils, theirs?.pupils, one.school.urn);
    assert.ok(Math.abs((ours?.belief.mean ?? 0) - Number(theirs?.estimate)) < 1e-6, one.school.urn);
    compared += 1;
  }
  assert.equal(compared, told.size);
});

test('each school has the same points for its last inspection, progress and trend, and nearly always for attainment', async () => {
  const policy = policyFrom(loadReference(), 'norfolk-2013', asAt);
  const told = new Map(
    (
      await rows(
        `select m.urn, i.points::integer, r.progress::integer, t.trend::integer, r.attainment::integer
from category m left join inspection_points i using (urn) left join result_points r using (urn) left join trend_points t using (urn)`,
      )
    ).map(([urn, ...points]) => [urn, points]),
  );
  const read = { 'last-inspection': 0, progress: 0, trend: 0, attainment: 0 };
  let otherwise = 0;
  for (const one of evidence) {
    const proposal = analyseSchool(one, policy);
    const [inspected, progress, trend, attainment] = told.get(one.school.urn) ?? [];
    const ours = (id: keyof typeof read): number | null => {
      const reading = proposal.readings.find(({ indicator }) => indicator === id);
      if (reading?.state !== 'read') return null;
      if (reading.points > 0) read[id] += 1;
      return reading.points;
    };
    assert.deepEqual(
      [ours('last-inspection'), ours('progress'), ours('trend')],
      [inspected, progress, trend],
      one.school.urn,
    );
    // A share's range by hand is that of a normal distribution: at the edge it falls to the other side.
    if (ours('attainment') !== attainment) otherwise += 1;
  }
  assert.ok(otherwise <= 0.02 * evidence.length, `${otherwise} of ${evidence.length} otherwise`);
  for (const [id, schools] of Object.entries(read)) assert.ok(schools > 0, `no school has points for ${id}`);
});
