import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { importFiles, type ImportReport } from '#/published/actions/import-files.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { addDays } from '#/schools/rules/dates.ts';
import { isOpenOn } from './county/lineage.ts';
import { generateDemonstration } from './generate.ts';
import { liveThrough } from './life/county-life.ts';

const silent: Terminal = {
  json: false,
  interactive: false,
  line: () => undefined,
  table: () => undefined,
  progress: () => ({ advance: () => undefined, done: () => undefined }),
  document: () => undefined,
};

let folder: string;
let report: ImportReport;
let store: PublishedStore;
const county = liveThrough();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'middletier-demonstration-'));
  await generateDemonstration(join(folder, 'files'));
  const dataFolder = join(folder, 'data');
  const now = (): string => '2026-11-01T09:00:00.000Z';
  report = await importFiles({ dataFolder, paths: [join(folder, 'files')], now, terminal: silent });
  store = await openPublishedStore(dataFolder);
});

after(async () => {
  store.close();
  await rm(folder, { recursive: true, force: true });
});

test('the importers take every file, and set no row aside', () => {
  assert.equal(report.files.length, 37);
  for (const file of report.files) {
    if (file.outcome !== 'imported') assert.fail(`${file.path}: ${JSON.stringify(file)}`);
    assert.equal(file.source.rowsKept, file.source.rowsRead, file.path);
    assert.deepEqual(file.source.setAside, [], file.path);
    assert.equal(file.source.invented, true, `${file.path} is told from real files`);
  }
});

test('the importers read each year of results, absence and pupils as the year it is of', () => {
  const years = report.files.flatMap((file) => {
    const found = /_(ks[24]final|abs|census)_(\d{4})/.exec(file.path);
    if (found === null || file.outcome !== 'imported') return [];
    return [[`${found[1] ?? ''} ${Number(found[2]) + 1}`, `${found[1] ?? ''} ${file.source.year ?? 'none'}`]];
  });
  assert.equal(years.length, 31);
  for (const [named, read] of years) assert.equal(read, named);
});

test('the county is one authority, labelled as invented, and no school drops out at any date', async () => {
  const authorities = await store.authorities();
  assert.deepEqual(
    authorities.map(({ name, schools, invented }) => ({ name, schools, invented })),
    [{ name: 'Larkshire', schools: 431, invented: true }],
  );
  for (const asAt of ['2016-07-15', '2025-04-30', '2026-04-30']) {
    const evidence = await store.evidence({ asAt, authority: 'larkshire' });
    const open = county.establishments.filter((establishment) => isOpenOn(establishment, asAt));
    assert.deepEqual(
      evidence.map((each) => each.school.urn),
      open.map((establishment) => establishment.urn).toSorted(),
      asAt,
    );
  }
});

test('on every day since 2015 the schools listed are those open by their life history', async () => {
  const turns = county.establishments.flatMap(({ opensOn, closesOn }) => [
    ...(opensOn === null ? [] : [addDays(opensOn, -1), opensOn]),
    ...(closesOn === null ? [] : [closesOn, addDays(closesOn, 1)]),
  ]);
  const known = (await store.sources()).map(({ knownOn }) => knownOn);
  // Between these days nothing can change.
  const days = [...new Set(['2015-01-01', ...turns, ...known])]
    .filter((day) => day >= '2015-01-01' && day <= '2026-04-30')
    .toSorted();
  assert.ok(days.length > 100, `${days.length} days`);
  const converted = county.lives.filter((life) => life.establishments.length > 1);
  assert.ok(converted.length > 50, `${converted.length} conversions`);
  for (const asAt of days) {
    const evidence = await store.evidence({ asAt, authority: 'larkshire', withoutValues: true });
    const open = county.establishments.filter((establishment) => isOpenOn(establishment, asAt));
    assert.deepEqual(
      evidence.map((each) => each.school.urn),
      open.map((establishment) => establishment.urn).toSorted(),
      asAt,
    );
    const numbers = evidence.map((each) => each.school.laestab);
    assert.equal(new Set(numbers).size, numbers.length, `a number twice on ${asAt}`);
  }
});

test('every school’s latest inspection is the one it had in its life, under whichever number it had then', async () => {
  const evidence = await store.evidence({ asAt: '2026-04-30', authority: 'larkshire' });
  const lives = new Map(
    county.lives.flatMap((life) => life.establishments.map(({ urn }) => [urn, life] as const)),
  );
  let compared = 0;
  for (const { school, inspections } of evidence) {
    const life = lives.get(school.urn);
    const last = life?.inspections.findLast((each) => each.publishedOn <= '2026-04-30');
    assert.equal(inspections[0]?.startedOn, last?.startedOn, `${school.urn} ${school.name}`);
    if (last?.kind === 'graded')
      assert.equal(
        inspections[0]?.overall,
        last.overall === 'Not judged' ? 'not judged' : last.overall,
        school.urn,
      );
    compared += last === undefined ? 0 : 1;
  }
  assert.ok(compared >= 428, `${compared} compared`);
});
