import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { decisionOn, type Permission } from '#/people/rules/decision-table.ts';
import { mayFor, mayForSchool } from '#/people/rules/permissions.ts';
import { rolesToGive } from '#/people/rules/roles.ts';
import type { GuardedRoute, Route } from '#/platform/web/route.ts';
import { addressesOf, type AddressTried } from './route-parameters.fixture.ts';
import {
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

const toSignIn = ({ status, to }: Answer): boolean => status === 303 && to.startsWith('/sign-in');
const answered = (answer: Answer): boolean => answer.status < 500 && !toSignIn(answer);

/** What can be expected of an answer, and which answers fit. */
const fitting = {
  'sign in first': toSignIn,
  refused: ({ status }: Answer) => status === 403,
  'nothing there': ({ status }: Answer) => status === 404,
  'refused or nothing there': ({ status }: Answer) => status === 403 || status === 404,
  'the page': (answer: Answer) => answer.status === 200 || (answer.status === 303 && !toSignIn(answer)),
  // A form that was sent empty may be told what is missing; whatever is not there is not found.
  'let in': (answer: Answer) => answered(answer) && answer.status !== 403,
  // Its page is for more people than may send it: what the table says of what it does is the action's to ask.
  'let in or refused': answered,
} as const;

/** What the decision table says of a visitor at an address. */
type Expected = keyof typeof fitting;

function expected(
  { token, person }: Visitor,
  route: GuardedRoute,
  { params, there }: AddressTried,
): Expected {
  const { permission } = route;
  const letIn =
    route.method === 'GET'
      ? there
        ? 'the page'
        : 'let in'
      : reads(permission)
        ? 'let in or refused'
        : 'let in';
  if (token === null) return 'sign in first';
  const slug = params['authority'];
  if (slug === undefined)
    return person.roles.some((one) => mayFor(person, permission, one.authority)) ? letIn : 'refused';
  if (!person.roles.some((one) => one.authority === slug)) return 'nothing there';
  if (!mayFor(person, permission, slug)) return 'refused';
  const { urn } = params;
  if (urn === undefined) return letIn;
  const reach = mayForSchool(person, permission, slug, urn);
  const reached = reach === 'if of concern' ? ofConcern.includes(urn) : reach;
  return reached ? letIn : 'refused or nothing there';
}

const reads = (permission: Permission): boolean => decisionOn(permission).level !== null;

async function faults(method: 'GET' | 'POST'): Promise<readonly string[]> {
  const found = await Promise.all(
    site.visitors.map(async (visitor) => {
      const wrong: string[] = [];
      for (const route of site.routes.filter(guarded).filter((one) => one.method === method)) {
        for (const tried of addressesOf(route.path)) {
          const wanted = expected(visitor, route, tried);
          const answer = await site.ask(visitor.token, method, tried.address);
          if (fitting[wanted](answer)) continue;
          const came = `${String(answer.status)} ${answer.to}`;
          wrong.push(`${visitor.who}: ${method} ${tried.address}: expected “${wanted}”, came ${came}`);
        }
      }
      return wrong;
    }),
  );
  return found.flat();
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

  test('none of it met a bug', () => {
    assert.deepEqual(site.bugs, []);
  });
});
