import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readSchoolOnAPage } from '#/analyse/actions/read-school-on-a-page.ts';
import { readWatchlist } from '#/analyse/actions/read-watchlist.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { analyseDownloads } from '#/analyse/pages/downloads.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { watchlistRoute } from '#/analyse/pages/risk-register/watchlist-route.ts';
import { onAPageRoute } from '#/analyse/pages/school-profile/on-a-page-route.ts';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { createServer } from '#/platform/web/server.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { doorOf, type Door } from './gate.fixture.ts';
import { addPerson, authorityOf, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Who reads the watchlist, takes it and the register away, and reads a school on a page: permission by route by row. */

const inspected: Inspected = {
  '900001': [
    ['2014-05-01', 3],
    ['2018-03-06', 3],
  ],
  '900002': [['2016-10-11', 1]],
  '900003': [['2015-06-02', 3]],
};
const people = {
  officer: personOf('head of service', fenshire.slug),
  head: personOf('headteacher', fenshire.slug, ['900001']),
  chair: personOf('chair', fenshire.slug, ['900002']),
  administrator: personOf('administrator', fenshire.slug),
  'information officer': personOf('information officer', fenshire.slug),
  'officer of another authority': personOf('head of service', 'elsewhere'),
} satisfies Record<string, Person>;
type Who = keyof typeof people;

let database: TestDatabase;
let records: Records;
let door: Door;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  door = doorOf(parts());
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  await records.prepareAuthority('elsewhere', 'Elsewhere');
  for (const person of Object.values(people)) {
    await addPerson(database.owner, authorityOf(person), person);
  }
  await runAnalysis(parts(), people.officer, { authority: 'Fenshire' });
});
after(() => database.end());

function parts(): Parts {
  const store = {
    ...storeOf(inspected, '2018-12-31'),
    sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]),
  };
  return {
    dataFolder: '/nowhere',
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: loadReference,
    person: () => Promise.resolve(people.officer),
    today: () => '2019-06-30',
    now: () => '2019-06-30T09:00:00.000Z',
  } as unknown as Parts;
}

async function ask(who: Who, page: string): Promise<{ status: number; body: string }> {
  const server = createServer({
    routes: [watchlistRoute, onAPageRoute, ...analyseDownloads].map((route) => route(parts())),
    gate: door.gate,
  });
  try {
    const answer = await server.inject({
      method: 'GET',
      url: `/authorities/${fenshire.slug}/${page}`,
      headers: { host: 'localhost', cookie: door.cookieOf(people[who]) },
    });
    return { status: answer.statusCode, body: answer.body };
  } finally {
    await server.close();
  }
}

const ofOfficers = [
  'watchlist',
  'watchlist.csv',
  'watchlist.xlsx',
  'risk-register.csv',
  'risk-register.xlsx',
  'runs.csv',
  'runs.xlsx',
];

for (const who of Object.keys(people) as Who[]) {
  for (const page of ofOfficers) {
    const allowed = who === 'officer';
    test(`${who}: ${page}: ${allowed ? 'yes' : 'no'}`, async () => {
      const { status, body } = await ask(who, page);
      // Whom the authority does not know is not told whether there is such a page.
      assert.equal(
        status,
        allowed ? 200 : who === 'officer of another authority' ? 404 : 403,
        body.slice(0, 300),
      );
      if (allowed) return;
      // The way to their own school is in the navigation of every page of a head and a chair.
      const own = people[who].roles.flatMap(({ schools }) => (schools === 'all' ? [] : schools));
      const named = new Set(body.match(/9\d{5}/g));
      assert.deepEqual([...named.difference(new Set(own))], [], 'no other school is named');
      assert.doesNotMatch(body, /Sedge 90/, 'and none by its name');
    });
  }
}

test('reading the watchlist is logged as reading categories, taking it away as taking them away', async () => {
  await ask('officer', 'watchlist');
  await ask('officer', 'watchlist.xlsx');
  const { rows } = await database.owner.query<{ event: string; path: string }>(
    `select event, path from authority_fenshire.reading_log where path like '%watchlist%'`,
  );
  const logged = new Set(rows.map(({ event, path }) => `${path.split('/').at(-1) ?? ''}: ${event}`));
  assert.ok(logged.has('watchlist: read categories'));
  assert.ok(logged.has('watchlist.xlsx: exported categories'));
});

test('the watchlist has the stuck school, once, with its reason; nobody but officers may ask for it', async () => {
  const { watched, schools } = await readWatchlist(parts(), people.officer, fenshire.slug);
  assert.equal(schools, 3);
  const stuck = watched.filter(({ row }) => row.school.urn === '900001');
  assert.equal(stuck.length, 1);
  assert.ok(stuck[0]?.reasons.some(({ kind }) => kind === 'stuck'));
  for (const who of ['head', 'chair', 'administrator', 'information officer'] as const) {
    await assert.rejects(readWatchlist(parts(), people[who], fenshire.slug), { code: 'not-permitted' });
  }
});

test('on a page a head sees what is thought of the own school, and of another what was published', async () => {
  const own = await readSchoolOnAPage(parts(), people.head, fenshire.slug, '900001');
  assert.equal(own.category, 'shown');
  const other = await readSchoolOnAPage(parts(), people.head, fenshire.slug, '900002');
  assert.deepEqual([other.category, other.row], ['in confidence', null]);
  const page = await ask('head', 'schools/900002/on-a-page');
  assert.equal(page.status, 200, page.body.slice(0, 300));
  assert.match(page.body, /in confidence to its head, its chair/);
});
