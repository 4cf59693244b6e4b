import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { openGate } from '#/people/actions/gate.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { decisionOn, permissions, type Permission } from '#/people/rules/decision-table.ts';
import { mayFor, mayForSchool, operator, type Person } from '#/people/rules/permissions.ts';
import { rolesToGive } from '#/people/rules/roles.ts';
import type { Parts } from '#/parts.ts';
import type { Records } from '#/platform/database/records.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import { formTokenField, makeFormToken } from '#/platform/web/form-token.ts';
import type { GuardedRoute, Route } from '#/platform/web/route.ts';
import { createServer } from '#/platform/web/server.ts';
import { slugNamed } from '#/published/store/authority-named.ts';
import { routes } from '#/routes.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { seen } from '#/seen.ts';
import { everyRole, letSignIn, schools, somebody } from './everybody.fixture.ts';
import { storeOf } from './published.fixture.ts';
import { mappingOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';
import { addressesOf, type AddressTried } from './route-parameters.fixture.ts';

/** Every role × every route, through the real server, gate and database. What is expected is the decision table's. */

const authority = 'fenshire';
const store = {
  ...storeOf(
    {
      [schools.own]: [['2018-03-06', 1]],
      [schools['own of concern']]: [['2018-03-06', 4]],
      [schools.other]: [['2018-03-06', 1]],
      [schools['other of concern']]: [['2018-03-06', 4]],
    },
    '2018-12-31',
  ),
  sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]),
};

/** Somebody who comes to the site, and what they may. */
interface Visitor {
  readonly who: string;
  /** `null`: nobody has signed in. */
  readonly token: string | null;
  /** With the roles that count today. */
  readonly person: Person;
}

const without: Person = { ...somebody('analyst', 'ended'), roles: [] };
const ofAnother = somebody('head of service', 'marshland');

let database: TestDatabase;
let records: Records;
let folder = '';
let site: FastifyInstance;
let all: readonly Route[] = [];
const bugs: unknown[] = [];
const visitors: Visitor[] = [];

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
  folder = mkdtempSync(join(tmpdir(), 'middletier-roles-'));
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(authority, 'Fenshire');
  await records.prepareAuthority('marshland', 'Marshland');
  await supplyPlaces();
  await runAnalysis(parts(), operator, { authority });
  for (const person of everyRole(authority)) await add(person, authority);
  const ended = { ...without, roles: somebody('analyst', authority).roles };
  const token = await letSignIn(parts(), database.owner, ended, { authority, ended: true });
  visitors.push({ who: 'somebody whose role has ended', token, person: without });
  await add(ofAnother, 'marshland');
  visitors.push({ who: 'nobody', token: null, person: { id: '', name: '', roles: [] } });
  all = routes.map((of) => of(parts()));
  site = createServer({
    routes: all,
    gate: openGate(
      parts(),
      openSessions(parts()).whoHas,
      async (typed) => slugNamed(await parts().published(), typed),
      seen,
    ),
    reportBug: (error) => bugs.push(error),
  });
});

after(async () => {
  await site.close();
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

async function add(person: Person, slug: string): Promise<void> {
  const token = await letSignIn(parts(), database.owner, person, { authority: slug });
  visitors.push({ who: person.name, token, person });
}

/** One thing supplied of every school: supplied file 1. */
async function supplyPlaces(): Promise<void> {
  const path = join(folder, 'places.csv');
  writeFileSync(path, ['URN,Places', ...Object.values(schools).map((urn) => `${urn},30`), ''].join('\n'));
  await supplyFile(parts(), operator, {
    authority,
    path,
    fileName: 'places.csv',
    mapping: mappingOf('Places'),
    statedOn: '2018-09-01',
    knownOn: '2018-10-01',
    givenBy: 'Place planning',
  });
}

interface Answer {
  readonly status: number;
  readonly to: string;
  readonly body: string;
}

async function ask(token: string | null, method: 'GET' | 'POST', address: string): Promise<Answer> {
  const answer = await site.inject({
    method,
    url: address,
    headers: {
      host: 'localhost',
      ...(token === null ? {} : { cookie: `middletier-session=${token}` }),
      ...(method === 'GET'
        ? {}
        : { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'GET'
      ? {}
      : {
          payload:
            token === null
              ? ''
              : new URLSearchParams({ [formTokenField]: makeFormToken(token, Date.now()) }).toString(),
        }),
  });
  return {
    status: answer.statusCode,
    to: String(answer.headers['location'] ?? ''),
    // Each form has its own token.
    body: answer.body.replaceAll(/ value="[\w.-]{70,}"/g, ''),
  };
}

const guarded = (route: Route): route is GuardedRoute => !('open' in route);

/** What the decision table says of a visitor at an address: out of the door, refused, hidden, or let in. */
type Expected = 'sign in' | 'refused' | 'nothing there' | 'refused or nothing there' | 'let in';

function expected(
  { token, person }: Visitor,
  { permission }: GuardedRoute,
  { params }: AddressTried,
): Expected {
  if (token === null) return 'sign in';
  const slug = params['authority'];
  if (slug === undefined) {
    return person.roles.some((one) => mayFor(person, permission, one.authority)) ? 'let in' : 'refused';
  }
  if (!person.roles.some((one) => one.authority === slug)) return 'nothing there';
  if (!mayFor(person, permission, slug)) return 'refused';
  const { urn } = params;
  if (urn === undefined) return 'let in';
  const reach = mayForSchool(person, permission, slug, urn);
  const reached = reach === 'if of concern' ? ofConcern.includes(urn) : reach;
  return reached ? 'let in' : 'refused or nothing there';
}

const ofConcern: readonly string[] = [schools['own of concern'], schools['other of concern']];

/** What is wrong with an answer; `null` when it is as expected. */
function faultOf(
  wanted: Expected,
  { status, to }: Answer,
  tried: AddressTried,
  method: 'GET' | 'POST',
): string | null {
  const fits = {
    'sign in': status === 303 && to.startsWith('/sign-in'),
    refused: status === 403,
    'nothing there': status === 404,
    'refused or nothing there': status === 403 || status === 404,
    // A form that was sent empty may be told what is missing; whatever is not there is not found.
    'let in': tried.there
      ? method === 'POST'
        ? status < 500 && status !== 403 && !to.startsWith('/sign-in')
        : status === 200 || (status === 303 && !to.startsWith('/sign-in'))
      : status < 500 && status !== 403,
  }[wanted];
  return fits ? null : `expected “${wanted}”, came ${String(status)} ${to}`;
}

async function faults(method: 'GET' | 'POST'): Promise<readonly string[]> {
  const found = await Promise.all(
    visitors.map(async (visitor) => {
      const wrong: string[] = [];
      for (const route of all.filter(guarded).filter((one) => one.method === method)) {
        for (const tried of addressesOf(route.path)) {
          const wanted = expected(visitor, route, tried);
          const fault = faultOf(wanted, await ask(visitor.token, method, tried.address), tried, method);
          if (fault !== null) wrong.push(`${visitor.who}: ${method} ${tried.address}: ${fault}`);
        }
      }
      return wrong;
    }),
  );
  return found.flat();
}

/** A school that is in nobody's own schools: only who may read every school's confidences may tell what is thought of it. */
const hidden = schools['other of concern'];
const mark = 'ZZ-IN-CONFIDENCE';

/** Opening a list says nothing of a school: its rows do. */
const doors: readonly Permission[] = ['read lists of categories', 'read the summary'];

function mayKnowOf(person: Person, urn: string): boolean {
  return permissions.some((permission) => {
    const { level } = decisionOn(permission);
    if (level === null || level === 'public' || doors.includes(permission)) return false;
    return mayForSchool(person, permission, authority, urn) === true;
  });
}

/** What is thought and told of the hidden school is another thing now, past every policy and log. */
async function changeTheHidden({ owner }: TestDatabase): Promise<void> {
  await owner.query('set session_replication_role = replica');
  const { rowCount: proposals } = await owner.query(
    `update authority_fenshire.risk_proposal
        set category = 'A4', group_told = null, concern = 0, points = 77,
            proposal = (proposal::jsonb || jsonb_build_object('category', 'A4', 'group', null, 'concern', 0, 'points', 77,
              'reasonInBrief', $2::text, 'reasons', jsonb_build_array($2::text)))::json
      where urn = $1`,
    [hidden, mark],
  );
  const { rowCount: values } = await owner.query(
    `update authority_fenshire.supplied_value set number = 77 where urn = $1`,
    [hidden],
  );
  await owner.query('set session_replication_role = default');
  assert.deepEqual([proposals, values], [1, 1]);
}

interface PageSeen {
  readonly visitor: Visitor;
  readonly address: string;
  readonly body: string;
}

/** Every page of text that is there, as each visitor sees it. Logs tell of the readings of this very test. */
async function everyPage(): Promise<ReadonlyMap<string, PageSeen>> {
  const pages = all
    .filter(guarded)
    .filter((one) => one.method === 'GET' && !/\.(?:xlsx|docx)$|\/logs\/|\/everything/.test(one.path))
    .flatMap(({ path }) => addressesOf(path).filter(({ there }) => there));
  const seenBy = await Promise.all(
    visitors.map(async (visitor) => {
      const seenNow: [string, PageSeen][] = [];
      for (const { address } of pages) {
        const { body } = await ask(visitor.token, 'GET', address);
        seenNow.push([`${visitor.who} ${address}`, { visitor, address, body }]);
      }
      return seenNow;
    }),
  );
  return new Map(seenBy.flat());
}

describe('every role × every route', () => {
  test('there is a person of every role, and one of none, of another authority, and nobody', () => {
    assert.equal(visitors.length, rolesToGive.length + 3);
  });

  test('every page and download answers as the decision table says', async () => {
    assert.deepEqual(await faults('GET'), []);
  });

  test('every form is taken from whom the decision table says, and from nobody else', async () => {
    assert.deepEqual(await faults('POST'), []);
  });

  test('nothing on any page depends on what a reader may not know', async () => {
    const before = await everyPage();
    await changeTheHidden(database);
    const after = await everyPage();
    const told = new Set<string>();
    for (const [name, { body, visitor, address }] of after) {
      const changed = before.get(name)?.body !== body;
      if (changed) told.add(visitor.who);
      const mayKnow = mayKnowOf(visitor.person, hidden);
      assert.ok(
        mayKnow || !changed,
        `${visitor.who} can tell from ${address} what changed at a school that is not theirs`,
      );
      assert.ok(mayKnow || !body.includes(mark), `${visitor.who} reads at ${address} what is in confidence`);
    }
    // Whoever may know does: otherwise the test would see nothing of a page that leaks.
    const readers = visitors.filter(
      ({ person }) => mayForSchool(person, 'read categories', authority, hidden) === true,
    );
    assert.ok(readers.length > 3);
    assert.deepEqual(
      readers.map(({ who }) => who).filter((who) => !told.has(who)),
      [],
    );
  });

  test('none of it met a bug', () => {
    assert.deepEqual(bugs, []);
  });
});
