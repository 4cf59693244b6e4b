import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { expectOutcome } from '#/analyse/actions/expect-outcome.ts';
import { keepForecast } from '#/analyse/actions/keep-forecast.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { conditionFor, permissions } from '#/people/rules/decision-table.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { rolesToGive, type Role } from '#/people/rules/roles.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import { partsOf } from '#/platform/documents/open-document.fixture.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import type { PageRoute, Route } from '#/platform/web/route.ts';
import { createServer } from '#/platform/web/server.ts';
import { routes } from '#/routes.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { makerOf } from './forecast.fixture.ts';
import { doorOf, type Door } from './gate.fixture.ts';
import { changeHiddenRows, type Category } from './hidden-rows.fixture.ts';
import { storeOf } from './published.fixture.ts';
import { addPerson, mappingOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';
import { addressesOf } from './route-parameters.fixture.ts';

/**
 * Nobody learns of what they may not see: whatever stands in the rows that a person may not read, every page, download,
 * chart, document and error that they can ask for is the same, byte by byte, whatever they ask for in the address.
 */

const authority = 'fenshire';
const more = ['900005', '900006', '900007', '900008'];
const store = {
  ...storeOf(
    {
      [schools.own]: [['2018-03-06', 1]],
      [schools['own of concern']]: [['2018-03-06', 4]],
      [schools.other]: [['2018-03-06', 1]],
      [schools['other of concern']]: [['2018-03-06', 4]],
      ...Object.fromEntries(more.map((urn) => [urn, [['2017-03-06', 3]] as const])),
    },
    '2018-12-31',
  ),
  sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]),
};

/** What hidden rows are made to say, in turn: most concern, and least. */
const otherwise = [
  { category: 'D1', meaning: 'Most concern', group: 'causing concern', concern: 9, points: 33 },
  { category: 'A4', meaning: 'Least concern', group: 'system leaders', concern: 0, points: 1 },
] as const satisfies readonly [Category, Category];

/** Roles that may not read every category, one of those that may the same. */
const limited: readonly Role[] = [
  ...Map.groupBy(
    rolesToGive.filter((role) => conditionFor(role, 'read categories') !== 'all'),
    (role) => JSON.stringify(permissions.map((permission) => conditionFor(role, permission))),
  ).values(),
].flatMap(([first]) => (first === undefined ? [] : [first]));

/** What the pages are asked for besides their address: filters, orders, pages and other schools, runs and schemes. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'risk-register': [
    'category=D1',
    'category=A4',
    'category=insufficient+evidence',
    'group=causing+concern',
    'search=900004',
    'search=Sedge',
    'sort=category&order=ascending',
    'sort=points',
    'sort=was',
    'district=Nowhere&phase=primary',
    'page=2',
    'page=all',
  ],
  watchlist: ['reason=inspection-due', 'page=2', 'sort=category'],
  map: ['show=group', 'show=group&phase=primary', 'show=phase'],
  runs: ['from=1&to=2', 'from=2&to=1', 'from=1&to=99'],
  'how-categories-are-decided': ['scheme=staffordshire-a-d', 'scheme=no-such-scheme'],
  compared: [`with=${schools['other of concern']}`, 'with=Sedge'],
  members: ['division=Anywhere', 'division='],
};

/** What they read is itself written there, so that the page is never the same twice. */
const showsItsOwnReading: readonly string[] = [
  'read the reading log',
  'read the change log',
  'keep the logs',
];

let database: TestDatabase;
let records: Records;
let folder = '';
let site: FastifyInstance;
let door: Door;
let pages: readonly PageRoute[] = [];
const bugs: unknown[] = [];

const parts = (): Parts => ({
  dataFolder: folder,
  terminal: openTerminal({ json: false, output: process.stdout, aside: process.stderr }),
  published: () => Promise.resolve(store),
  records: () => Promise.resolve(records),
  reference: loadReference,
  person: () => Promise.resolve(operator),
  site: { address: 'http://localhost:3000', provider: null },
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
});

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'middletier-hidden-'));
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(authority, 'Fenshire');
  await supply('Places', [...Object.values(schools), ...more]);
  await supply('Places elsewhere', [schools.other, ...more]);
  for (const asAt of ['2018-06-30', '2018-12-31']) await runAnalysis(parts(), operator, { authority, asAt });
  for (const role of [...limited, 'head of service' as const])
    await addPerson(database.owner, authority, somebody(role, authority));
  await forecast();
  const all: readonly Route[] = routes.map((of) => of(parts()));
  pages = all.filter((one): one is PageRoute => one.method === 'GET' && !('open' in one));
  door = doorOf(parts());
  site = createServer({ routes: all, gate: door.gate, reportBug: (error) => bugs.push(error) });
});

after(async () => {
  await site.close();
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Two forecasts, and what an officer expects of every school. */
async function forecast(): Promise<void> {
  const urns = [...Object.values(schools), ...more];
  const make = makerOf(Object.fromEntries(urns.map((urn, index) => [urn, (index + 1) / 16])));
  for (const asAt of ['2018-06-30', '2018-12-31'])
    await keepForecast(parts(), operator, { authority, asAt }, make);
  const expected = { standing: 'below good', by: '2020-08-31', sure: '70', why: 'Results have fallen' };
  for (const urn of urns)
    await expectOutcome(parts(), somebody('head of service', authority), { authority, urn, ...expected });
}

async function supply(title: string, urns: readonly string[]): Promise<void> {
  const path = join(folder, `${title}.csv`);
  writeFileSync(path, [`URN,Places`, ...urns.map((urn) => `${urn},30`), ''].join('\n'));
  await supplyFile(parts(), operator, {
    authority,
    path,
    fileName: `${title}.csv`,
    mapping: mappingOf('Places'),
    statedOn: '2018-02-01',
    knownOn: '2018-03-01',
    givenBy: title,
  });
}

/** Every address somebody could think of: of each page, with each thing it can be asked for. */
function addresses(): readonly string[] {
  return pages
    .filter(({ permission }) => !showsItsOwnReading.includes(permission))
    .flatMap(({ path }) => {
      const [place = ''] = (path.split('/').at(-1) ?? '').split('.');
      // A workbook has the rows of the CSV, which is asked for with every query.
      const queries = path.endsWith('.xlsx')
        ? ['']
        : ['', ...(asked[place] ?? []).map((query) => `?${query}`)];
      return addressesOf(path)
        .filter(({ params: { authority: of = authority, urn } }) => of === authority && urn !== schools.other)
        .flatMap(({ address }) => queries.map((query) => `${address}${query}`));
    });
}

/** What somebody sees: status, headers that tell something, and the content, a packed file unpacked. */
async function seenBy(person: Person, address: string): Promise<string> {
  const answer = await site.inject({
    method: 'GET',
    url: address,
    headers: { host: 'localhost', cookie: door.cookieOf(person) },
  });
  const { location, 'content-disposition': name, 'content-type': type } = answer.headers;
  return JSON.stringify([answer.statusCode, location, name, type, await contentOf(answer.rawPayload)]);
}

/** A form has a token of its own, and a document says when it was written: those differ every time. */
async function contentOf(body: Buffer): Promise<unknown> {
  const text = body.toString('utf8');
  if (!text.startsWith('PK')) return text.replaceAll(/ value="[\w.-]{70,}"/g, '');
  return Object.entries(await partsOf(body)).filter(([name]) => !name.startsWith('docProps/'));
}

/** Together, so that one waits for the database while another is drawn. */
async function allSeenBy(person: Person): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [...addresses()];
  const open = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop())
      seen.set(address, await seenBy(person, address));
  };
  await Promise.all(Array.from({ length: 8 }, open));
  return seen;
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...one.keys()].filter((address) => one.get(address) !== other.get(address));
}

describe('what a person may not see makes no difference to what they see', () => {
  for (const role of limited) {
    test(`to the ${role}`, async () => {
      const person = somebody(role, authority);
      const first = await allSeenBy(person);
      // The home page of whoever looks after the log of readings says how many there were.
      if (conditionFor(role, 'read the reading log') !== null) first.delete(`/authorities/${authority}/home`);
      assert.ok([...first.values()].some((answer) => answer.startsWith('[200')));
      const changed = await changeHiddenRows(database.owner, records, authority, person, otherwise);
      assert.ok(changed > 0, 'nothing is hidden from this person, so nothing was tried');
      assert.deepEqual(differing(first, await allSeenBy(person)), []);
    });
  }

  test('the same changes do make a difference to whoever may see it all', async () => {
    const [most, least] = otherwise;
    const nobody: Person = { id: 'nobody', name: 'Nobody', roles: [] };
    const officer = somebody('head of service', authority);
    await changeHiddenRows(database.owner, records, authority, nobody, [most]);
    const seen = await allSeenBy(officer);
    await changeHiddenRows(database.owner, records, authority, nobody, [least]);
    const differs = differing(seen, await allSeenBy(officer));
    for (const page of [
      '',
      '/risk-register',
      '/risk-register.csv',
      '/risk-register?group=causing+concern',
      '/map?show=group',
      '/schools/900004',
      '/schools/900004/on-a-page',
      '/supplied/1',
    ])
      assert.ok(differs.includes(`/authorities/fenshire${page}`), `${page} says the same`);
  });

  test('none of it met a bug', () => {
    assert.deepEqual(bugs, []);
  });
});
