import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decisionOn, permissions, type Permission } from '#/people/rules/decision-table.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { rolesToGive } from '#/people/rules/roles.ts';
import type { GuardedRoute, Route } from '#/platform/web/route.ts';
import { schools } from './everybody.fixture.ts';
import type { TestDatabase } from './records.fixture.ts';
import { addressesOf, type AddressTried } from './route-parameters.fixture.ts';
import {
  authority,
  ofConcern,
  openSiteOfRoles,
  type Answer,
  type SiteOfRoles,
  type Visitor,
} from './site-of-roles.fixture.ts';

/** Every role × every route, through the real server, gate and database. What is expected is the decision table's. */

let site: SiteOfRoles;
before(async () => {
  site = await openSiteOfRoles();
});
after(async () => {
  await site.close();
});

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
    site.visitors.map(async (visitor) => {
      const wrong: string[] = [];
      for (const route of site.routes.filter(guarded).filter((one) => one.method === method)) {
        for (const tried of addressesOf(route.path)) {
          const wanted = expected(visitor, route, tried);
          const fault = faultOf(wanted, await site.ask(visitor.token, method, tried.address), tried, method);
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
  const pages = site.routes
    .filter(guarded)
    .filter((one) => one.method === 'GET' && !/\.(?:xlsx|docx)$|\/logs\/|\/everything/.test(one.path))
    .flatMap(({ path }) => addressesOf(path).filter(({ there }) => there));
  const seenBy = await Promise.all(
    site.visitors.map(async (visitor) => {
      const seenNow: [string, PageSeen][] = [];
      for (const { address } of pages) {
        const { body } = await site.ask(visitor.token, 'GET', address);
        seenNow.push([`${visitor.who} ${address}`, { visitor, address, body }]);
      }
      return seenNow;
    }),
  );
  return new Map(seenBy.flat());
}

describe('every role × every route', () => {
  test('there is a person of every role, and one of none, of another authority, and nobody', () => {
    assert.equal(site.visitors.length, rolesToGive.length + 3);
  });

  test('every page and download answers as the decision table says', async () => {
    assert.deepEqual(await faults('GET'), []);
  });

  test('every form is taken from whom the decision table says, and from nobody else', async () => {
    assert.deepEqual(await faults('POST'), []);
  });

  test('nothing on any page depends on what a reader may not know', async () => {
    const before = await everyPage();
    await changeTheHidden(site.database);
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
    const readers = site.visitors.filter(
      ({ person }) => mayForSchool(person, 'read categories', authority, hidden) === true,
    );
    assert.ok(readers.length > 3);
    assert.deepEqual(
      readers.map(({ who }) => who).filter((who) => !told.has(who)),
      [],
    );
  });

  test('none of it met a bug', () => {
    assert.deepEqual(site.bugs, []);
  });
});
