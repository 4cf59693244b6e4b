import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { commands } from '#/analyse/commands.ts';
import type { RunOutcome } from '#/analyse/actions/analysis-read.ts';
import type { RunSummary } from '#/analyse/rules/run-summary.ts';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import {
  csv,
  headerOf,
  latestGraded,
  managementInformation,
  schoolRow,
  silent,
  workshop,
} from '#/published/store/import.fixture.ts';
import { startTestDatabase, type TestDatabase } from '../security/records.fixture.ts';

/** What `analyse --all` says of one authority. */
type Said =
  | { readonly run: RunOutcome; readonly summary: RunSummary }
  | { readonly authority: string; readonly notAnalysed: string };

const openedInSeptember2024 = {
  URN: '120004',
  'LA (code)': '881',
  'LA (name)': 'Essex',
  EstablishmentNumber: '2001',
  EstablishmentName: 'Reed Lane Primary School',
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (name)': 'Primary',
  OpenDate: '01-09-2024',
  LastChangedDate: '17-03-2025',
};

describe('middletier analyse --all', () => {
  let database: TestDatabase;
  let work: Awaited<ReturnType<typeof workshop>>;
  let parts: Parts;
  let lines: string[] = [];
  let documents: unknown[] = [];

  before(async () => {
    work = await workshop();
    const row = (urn: string, authority: string, published: string) =>
      schoolRow(urn, {
        'Local authority': authority,
        ...latestGraded(`1${urn}`, urn, '11/06/2019', published, '2'),
      });
    await work.bringIn([
      await work.write(
        'two.csv',
        managementInformation([
          row('120001', 'Norfolk', '12/07/2022'),
          row('120002', 'Norfolk', '12/07/2022'),
          row('120003', 'Suffolk', '12/07/2022'),
        ]),
      ),
      // A register says since when a school is open; management information does not.
      await work.write('register.csv', csv(headerOf('gias-establishments'), [openedInSeptember2024])),
    ]);
    database = await startTestDatabase();
    const [records, store] = await Promise.all([database.openRecords(), work.store()]);
    parts = {
      dataFolder: work.dataFolder,
      terminal: {
        ...silent,
        line: (text = '') => void lines.push(text),
        document: (value: unknown) => void documents.push(value),
      },
      published: () => Promise.resolve(store),
      records: () => Promise.resolve(records),
      reference: loadReference,
      person: () => Promise.resolve(operator),
      site: { address: 'http://localhost:3000', provider: null },
      today: () => '2026-11-20',
      now: () => '2026-11-20T12:00:00.000Z',
    };
  });

  after(async () => {
    await database.end();
    await work.remove();
  });

  async function typed(...words: string[]): Promise<readonly Said[]> {
    lines = [];
    documents = [];
    const analyse = commands(parts).find((command) => command.name() === 'analyse');
    await analyse?.parseAsync(words, { from: 'user' });
    assert.equal(documents.length, 1, 'one document');
    return documents[0] as readonly Said[];
  }

  const schoolsBy = (said: readonly Said[]) =>
    said.map((one) => ('run' in one ? [one.run.authority, one.summary.schools] : [one.authority, 0]));

  test('every authority in the files is analysed, in order of name, each as known on its own newest day', async () => {
    const said = await typed('--all');
    assert.deepEqual(schoolsBy(said), [
      ['essex', 1],
      ['norfolk', 2],
      ['suffolk', 1],
    ]);
    assert.deepEqual(
      said.map((one) => 'run' in one && one.run.asAt),
      ['2025-03-17', '2022-07-12', '2022-07-12'],
    );
  });

  test('typed again, the same runs stand', async () => {
    const said = await typed('--all');
    assert.ok(said.every((one) => 'run' in one && one.run.alreadyRun));
  });

  test('an authority without an open school on the date is named, and stops no other', async () => {
    const said = await typed('--all', '--as-at', '2022-12-31');
    assert.deepEqual(schoolsBy(said), [
      ['norfolk', 2],
      ['suffolk', 1],
      ['essex', 0],
    ]);
    assert.match(lines.find((line) => line.startsWith('Not analysed')) ?? '', /Essex/);
  });

  test('all and one by name is a slip, told before any work', async () => {
    await assert.rejects(typed('--all', '--authority', 'Norfolk'), { code: 'usage' });
  });
});
