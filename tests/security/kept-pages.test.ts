import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { mapRoute } from '#/analyse/pages/map/route.ts';
import { overviewRoute } from '#/analyse/pages/overview/route.ts';
import { riskRegisterRoute } from '#/analyse/pages/risk-register/route.ts';
import { schoolProfileRoute } from '#/analyse/pages/school-profile/route.ts';
import { loadReference } from '#/law/reference.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import { createServer } from '#/platform/web/server.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { doorOf, type Door } from './gate.fixture.ts';
import {
  addPerson,
  endRoles,
  giveRoles,
  personOf,
  startTestDatabase,
  type TestDatabase,
} from './records.fixture.ts';

const inspected: Inspected = {
  '900001': [
    ['2014-05-01', 2],
    ['2018-03-06', 4],
  ],
  '900002': [['2016-10-11', 1]],
};
const people = {
  officer: personOf('head of service', fenshire.slug),
  'another officer': {
    ...personOf('head of service', fenshire.slug),
    id: 'another',
    name: 'Another officer',
  },
  'head of the first school': personOf('headteacher', fenshire.slug, ['900001']),
  'head of the second school': {
    ...personOf('headteacher', fenshire.slug, ['900002']),
    id: 'second',
    name: 'Second',
  },
  administrator: personOf('administrator', fenshire.slug),
  'information officer': personOf('information officer', fenshire.slug),
  'officer of another authority': personOf('head of service', 'elsewhere'),
};
type Who = keyof typeof people;
const everyone = Object.keys(people) as Who[];
const pages = [
  '',
  '/risk-register',
  '/risk-register?page=all',
  '/map?show=group',
  '/schools/900001',
  '/schools/900002',
];
const addressOf = (page: string) => `/authorities/fenshire${page}`;

let database: TestDatabase;
let records: Records;
let store = storeWith(inspected, '2018-12-31');
let imported = 'import 1';
let made = 0;
let door: Door;
let keeping: FastifyInstance;
let fresh: FastifyInstance;

function storeWith(...asked: Parameters<typeof storeOf>): PublishedStore {
  return { ...storeOf(...asked), sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]) };
}

const parts = (): Parts => ({
  dataFolder: '',
  terminal: openTerminal({ json: false, output: process.stdout, aside: process.stderr }),
  published: () => Promise.resolve(store),
  records: () => Promise.resolve(records),
  reference: loadReference,
  person: () => Promise.resolve(people.officer),
  site: { address: 'http://localhost:3000', provider: null },
  today: () => '2019-06-30',
  now: () => '2019-06-30T09:00:00.000Z',
});

/** The site as it runs, and one that keeps no page. */
function site(keepsPages: boolean): FastifyInstance {
  const routes = [overviewRoute, riskRegisterRoute, mapRoute, schoolProfileRoute].map((of) => {
    const route = of(parts());
    return {
      ...route,
      handle: (request: Parameters<typeof route.handle>[0]) => {
        if (keepsPages) made += 1;
        return route.handle(request);
      },
    };
  });
  return createServer({
    routes,
    gate: door.gate,
    ...(keepsPages ? { keeping: { published: () => imported } } : {}),
    reportBug: () => undefined,
  });
}

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  for (const [who, person] of Object.entries(people))
    if (who !== 'officer of another authority') await addPerson(database.owner, fenshire.slug, person);
  await runAnalysis(parts(), people.officer, { authority: 'fenshire' });
  door = doorOf(parts());
  keeping = site(true);
  fresh = site(false);
});

after(async () => {
  await keeping.close();
  await fresh.close();
  await database.end();
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function ask(person: Person, page: string, server = keeping): Promise<Answer> {
  const headers = { host: 'localhost', cookie: door.cookieOf(person) };
  const answer = await server.inject({ method: 'GET', url: addressOf(page), headers });
  return { status: answer.statusCode, body: answer.body };
}

/** Asks twice, so that the second answer is kept where it may be, and holds both against a site that keeps nothing. */
async function sameAsFresh(person: Person, page: string): Promise<Answer> {
  const first = await ask(person, page);
  const second = await ask(person, page);
  const { status, body } = await ask(person, page, fresh);
  // A bug has a number of its own each time.
  const compared = (answer: Answer) => (answer.status === 500 ? { status: 500 } : answer);
  assert.deepEqual(compared(first), compared({ status, body }));
  assert.deepEqual(compared(second), compared({ status, body }));
  return second;
}

const owner = (statement: string) => database.owner.query(statement);
const logged = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.reading_log',
  );
  return rows[0]?.n ?? -1;
};

test('a page is made once for a person, and logged every time it is shown', async () => {
  const before = await logged();
  const first = await ask(people.officer, '/risk-register?sort=was');
  const after = made;
  const second = await ask(people.officer, '/risk-register?sort=was');
  assert.equal(made, after, 'it was not made again');
  assert.equal(second.body, first.body);
  assert.match(second.body, /Sedge 900001 Primary School/);
  assert.equal(await logged(), before + 2);
});

describe('nobody is shown what was made for another', () => {
  for (const page of pages) {
    test(`${page === '' ? 'the overview' : page}, whoever asked before`, async () => {
      const right = new Map<Who, Answer>();
      for (const who of everyone) right.set(who, await ask(people[who], page, fresh));
      for (const first of everyone) {
        for (const then of everyone) {
          await ask(people[first], page);
          assert.deepEqual(await ask(people[then], page), right.get(then), `${first}, then ${then}`);
        }
      }
    });
  }

  test('a head is shown the category of the own school and of no other', async () => {
    await ask(people.officer, '/schools/900002');
    const own = await sameAsFresh(people['head of the second school'], '/schools/900002');
    const other = await sameAsFresh(people['head of the first school'], '/schools/900002');
    assert.match(own.body, /Decided by|decided by/i);
    assert.match(other.body, /in confidence/);
  });

  test('the same person with another role or school is another reader', async () => {
    for (const changed of [
      personOf('administrator', fenshire.slug),
      personOf('headteacher', fenshire.slug, ['900002']),
      personOf('headteacher', fenshire.slug, ['900001']),
      personOf('head of service', fenshire.slug),
    ]) {
      for (const page of pages) await ask(people.officer, page);
      await endRoles(database.owner, fenshire.slug, people.officer);
      await giveRoles(database.owner, fenshire.slug, { ...people.officer, roles: changed.roles });
      for (const page of pages) await sameAsFresh(people.officer, page);
    }
    assert.equal((await ask(people.officer, '/map?show=group')).status, 200);
    assert.equal((await ask(people['officer of another authority'], '/map?show=group')).status, 404);
  });
});

describe('what changed a moment ago is what decides', () => {
  test('rights that end', async () => {
    const { officer, administrator } = people;
    for (const page of pages) assert.equal((await ask(officer, page)).status, 200);
    await endRoles(database.owner, fenshire.slug, officer);
    for (const page of pages) {
      const { status, body } = await sameAsFresh(officer, page);
      assert.equal(status, 404, 'whoever holds nothing is known to nobody');
      assert.doesNotMatch(body, /Sedge/);
    }
    await giveRoles(database.owner, fenshire.slug, { ...officer, roles: administrator.roles });
    for (const page of ['/risk-register', '/risk-register?page=all', '/map?show=group'])
      assert.doesNotMatch((await sameAsFresh(officer, page)).body, /causing concern/i);
    await giveRoles(database.owner, fenshire.slug, officer);
    assert.equal((await sameAsFresh(officer, '/risk-register')).status, 200);
  });

  test('a role that begins tomorrow gives nothing today, and one that ended yesterday nothing any more', async () => {
    const whom = { ...personOf('head of service', fenshire.slug), id: 'at times', name: 'At times' };
    await addPerson(database.owner, fenshire.slug, whom);
    assert.equal((await sameAsFresh(whom, '/risk-register')).status, 200);
    const held = `authority_fenshire.role_held set from_date = '2000-01-01'`;
    await owner(
      `update ${held.replace(`'2000-01-01'`, 'authority_fenshire.acting_today() + 1')} where person = 'at times'`,
    );
    assert.equal((await sameAsFresh(whom, '/risk-register')).status, 404);
    await owner(`update ${held}, to_date = authority_fenshire.acting_today() where person = 'at times'`);
    assert.equal((await sameAsFresh(whom, '/risk-register')).status, 200, 'today is still a day of it');
    await owner(`update ${held}, to_date = authority_fenshire.acting_today() - 1 where person = 'at times'`);
    assert.equal((await sameAsFresh(whom, '/risk-register')).status, 404);
  });

  test('a head who leaves for another school', async () => {
    const head = people['head of the first school'];
    assert.doesNotMatch((await ask(head, '/schools/900001')).body, /in confidence to/);
    await endRoles(database.owner, fenshire.slug, head);
    await giveRoles(database.owner, fenshire.slug, {
      ...head,
      roles: personOf('headteacher', fenshire.slug, ['900002']).roles,
    });
    assert.match((await sameAsFresh(head, '/schools/900001')).body, /in confidence to/);
    assert.doesNotMatch((await sameAsFresh(head, '/schools/900001')).body, /Decided by/);
    await endRoles(database.owner, fenshire.slug, head);
    await giveRoles(database.owner, fenshire.slug, head);
    assert.doesNotMatch((await sameAsFresh(head, '/schools/900001')).body, /in confidence to/);
  });

  test('a new run, and a run that is taken away', async () => {
    const before = await sameAsFresh(people.officer, '/risk-register');
    store = storeWith({ ...inspected, '900002': [['2019-02-05', 4]] }, '2019-03-31');
    const run = await runAnalysis(parts(), people.officer, { authority: 'fenshire' });
    for (const page of pages) await sameAsFresh(people.officer, page);
    const with2019 = await sameAsFresh(people.officer, '/risk-register');
    assert.match(with2019.body, /31 March 2019/);
    for (const table of ['run_concern', 'run_summary', 'risk_proposal'])
      await owner(`delete from authority_fenshire.${table} where run = ${run.id}`);
    await owner(`delete from authority_fenshire.risk_run where number = ${run.id}`);
    for (const page of pages) await sameAsFresh(people.officer, page);
    const without = await sameAsFresh(people.officer, '/risk-register');
    assert.doesNotMatch(without.body, /31 March 2019/);
    assert.equal(without.body, before.body);
  });

  test('a proposal that somebody changed past the application', async () => {
    await ask(people.officer, '/risk-register');
    await owner(
      `update authority_fenshire.risk_proposal set school = replace(school::text, 'Sedge', 'Renamed')::json`,
    );
    assert.match((await sameAsFresh(people.officer, '/risk-register')).body, /Renamed/);
  });

  test('a new import', async () => {
    await ask(people.officer, '/schools/900002');
    store = storeWith({ ...inspected, '900002': [['2018-11-20', 2]] }, '2018-12-31');
    imported = 'import 2';
    assert.match((await sameAsFresh(people.officer, '/schools/900002')).body, /20 November 2018/);
  });
});

test('a reading is logged also where the address has the authority’s name as people write it', async () => {
  const before = await logged();
  const headers = { host: 'localhost', cookie: door.cookieOf(people.officer) };
  for (const name of ['Fenshire', 'FENSHIRE', 'fenshire%20']) {
    const url = `/authorities/${name}/risk-register`;
    const answer = await keeping.inject({ method: 'GET', url, headers });
    assert.equal(answer.statusCode, 200);
  }
  assert.equal(await logged(), before + 3);
});
