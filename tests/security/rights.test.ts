import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { readAccess, type AccessRead } from '#/people/actions/read-access.ts';
import { whoActs } from '#/people/records/acting.ts';
import { permissions, type Permission } from '#/people/rules/decision-table.ts';
import { operator, reachOf, type Person } from '#/people/rules/permissions.ts';
import { rowsFor } from '#/people/rules/row-conditions.ts';
import { reaches } from '#/people/rules/who-has-access.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, partsWith } from './people.fixture.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';
import {
  delegated,
  ofConcern,
  oneRoleEach,
  severalRoles,
  standings,
  urns,
  writeLists,
  writePeople,
  type HeldForTest,
} from './roles-held.fixture.ts';

/** Which schools each permission reaches: `permission urn`. */
type Reached = ReadonlySet<string>;

const authority = fenshire.slug;
const schema = 'authority_fenshire';
/** As many as the pool has. */
const connections = 10;
let database: TestDatabase;
let records: Records;
let access: readonly AccessRead[];
const ids: Record<string, readonly string[]> = {};
const groups: Readonly<Record<string, readonly (readonly HeldForTest[])[]>> = {
  'one role each': oneRoleEach,
  'standing in': delegated,
  'several roles at once': severalRoles,
};

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(authority, fenshire.name);
  await writeLists(database.owner, schema);
  for (const [group, people] of Object.entries(groups))
    ids[group] = await writePeople(database.owner, schema, people, group.replaceAll(' ', '-'));
  const register = Object.fromEntries(urns.map((urn) => [urn, {}]));
  ({ grants: access } = await readAccess(partsWith(records, register), operator, authority));
});

after(() => database.end());

/** What row policies made of the decision table let a person do, asked of the database as the application's own role. */
const question = permissions
  .map((permission) => {
    const allowed = rowsFor(permission, { urn: 's.urn', ofConcern: 's.concern' });
    return `select '${permission}' as permission, s.urn from schools s where ${allowed}`;
  })
  .join(' union all ');
const schools = urns.map((urn) => `('${urn}', ${String(ofConcern.includes(urn))})`).join(', ');

async function asTheDatabaseHasIt(id: string): Promise<{ reached: Reached; person: Person }> {
  return records.inAuthority(authority, { id }, async (transaction) => {
    const { rows } = await sql<{ permission: string; urn: string }>`
      with schools (urn, concern) as (values ${sql.raw(schools)}) ${sql.raw(question)}
    `.execute(transaction);
    const acting = await whoActs(transaction);
    const roles = acting.roles.map((one) => ({ ...one, authority }));
    const reached = new Set(rows.map(({ permission, urn }) => `${permission} ${urn}`));
    return { reached, person: { id, name: acting.name ?? '', roles } };
  });
}

/** What pages and commands ask before they begin. */
function asTypeScriptHasIt(person: Person): Reached {
  return everyPair((permission, urn) => {
    const reach = reachOf(person, permission, authority);
    if (reach.all || reach.schools.has(urn)) return true;
    return reach.ifOfConcern.has(urn) ? 'if of concern' : false;
  });
}

/** What the page of who has access tells of them. */
function asThePageHasIt(id: string): Reached {
  const own = access.filter(({ person }) => person.id === id);
  return everyPair((permission, urn) => {
    const found = own.filter((grant) => grant.permission === permission).map((grant) => reaches(grant, urn));
    return found.includes(true) ? true : found.includes('if of concern') ? 'if of concern' : false;
  });
}

function everyPair(reaching: (permission: Permission, urn: string) => boolean | 'if of concern'): Reached {
  const pairs = permissions.flatMap((permission) => urns.map((urn) => [permission, urn] as const));
  return new Set(
    pairs
      .filter(([permission, urn]) => {
        const reached = reaching(permission, urn);
        return reached === 'if of concern' ? ofConcern.includes(urn) : reached;
      })
      .map(([permission, urn]) => `${permission} ${urn}`),
  );
}

for (const [group, people] of Object.entries(groups)) {
  test(`${group} (${people.length} people × ${permissions.length} permissions × ${urns.length} schools): what the rules say, what the page of access tells and what the row policies let through are the same`, async () => {
    const everybody = [...(ids[group] ?? []).entries()];
    for (let at = 0; at < everybody.length; at += connections) {
      await Promise.all(
        everybody.slice(at, at + connections).map(async ([index, id]) => {
          const about = JSON.stringify(people[index]);
          const { reached, person } = await asTheDatabaseHasIt(id);
          const expected = [...reached].toSorted();
          assert.deepEqual([...asTypeScriptHasIt(person)].toSorted(), expected, `rules: ${about}`);
          assert.deepEqual([...asThePageHasIt(id)].toSorted(), expected, `page of access: ${about}`);
        }),
      );
    }
  });
}

test('a role counts from its first day to its last, both included, and not before or after', async () => {
  const counting = new Set([
    'without an end',
    'begins today',
    'to today',
    'for today alone',
    'ended with today',
    'ended with tomorrow',
  ]);
  const heads = oneRoleEach.flatMap(([held], index) =>
    held?.role === 'headteacher' && held.name === '900001'
      ? [{ held, id: ids['one role each']?.[index] ?? '' }]
      : [],
  );
  assert.equal(heads.length, Object.keys(standings).length);
  for (const { held, id } of heads) {
    const { reached } = await asTheDatabaseHasIt(id);
    const [name = ''] = Object.entries(standings).find(([, days]) => days === held.days) ?? [];
    assert.equal(reached.has('read categories 900001'), counting.has(name), name);
    assert.ok(!reached.has('read categories 900002'), 'never another school');
  }
});

test('whoever stands in sees nothing when the role they stand in for is over, whatever their own days say', async () => {
  for (const [index, [held]] of delegated.entries()) {
    const { reached } = await asTheDatabaseHasIt(ids['standing in']?.[index] ?? '');
    const over =
      [-1, -2].includes(held?.inFor?.ended ?? 0) || held?.inFor?.to === -1 || (held?.inFor?.from ?? 0) > 0;
    if (over) assert.deepEqual([...reached], [], JSON.stringify(held));
  }
});

test('a day begins at midnight in London, in summer and in winter', async () => {
  const { rows } = await database.owner.query<{ body: string }>(
    `select pg_get_function_sqlbody(oid) as body from pg_proc where proname = 'acting_today' and pronamespace = '${schema}'::regnamespace`,
  );
  const select = /SELECT (.*?) AS/s.exec(rows[0]?.body ?? '')?.[1] ?? '';
  assert.ok(select.includes('now()'), rows[0]?.body);
  const instants = {
    '2026-07-31T22:59:59Z': '2026-07-31',
    '2026-07-31T23:00:00Z': '2026-08-01',
    '2026-12-31T23:59:59Z': '2026-12-31',
    '2027-01-01T00:00:00Z': '2027-01-01',
  };
  for (const [instant, day] of Object.entries(instants)) {
    const asked = `select (${select.replaceAll('now()', `'${instant}'::timestamptz`)})::text as day`;
    const { rows: answer } = await database.owner.query<{ day: string }>(asked);
    assert.equal(answer[0]?.day, day, instant);
  }
});
