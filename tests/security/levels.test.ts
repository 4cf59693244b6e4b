import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { levelNames, type Level } from '#/people/rules/levels.ts';
import { rowsByLevel } from '#/people/rules/row-conditions.ts';
import { roleMeaning, roleNames, type Role } from '#/people/rules/roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { table } from '#/platform/database/table.ts';
import type { Records } from '#/platform/database/records.ts';
import { addPerson, endRoles, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const [own, other] = ['900001', '900002'] as const;
const writer = personOf('head of service', 'norfolk');
const people = new Map<Role, Person>(
  roleNames
    .filter((role) => role !== 'operator')
    .map((role) => [
      role,
      personOf(role, 'norfolk', roleMeaning(role).scopes.some((scope) => scope === 'authority') ? [] : [own]),
    ]),
);

const officers: readonly Role[] = [
  'director',
  'head of service',
  'analyst',
  'intervention officer',
  'governor support',
  'auditor',
];
const ofTheSchool: readonly Role[] = ['headteacher', 'chair', 'challenge partner'];

/** Who reads a row of their own school at a level, if nobody is named; written by the head of service. */
const readers: Readonly<Record<Level, readonly Role[]>> = {
  public: [...people.keys()],
  // The school of these rows causes concern: the member of its division is told.
  members: [
    ...officers,
    ...ofTheSchool,
    'system leader',
    'trust officer',
    'diocese officer',
    'elected member',
  ],
  'school and authority': [...officers, ...ofTheSchool],
  authority: officers,
  'named people': ['head of service'],
};

let database: TestDatabase;
let records: Records;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority('norfolk', 'Norfolk');
  for (const person of people.values()) await addPerson(database.owner, 'norfolk', person);
  const condition = rowsByLevel({
    urn: 'urn',
    ofConcern: 'concern',
    level: 'level',
    writer: 'writer',
    isNamed: `(select acting_person()) = any(named)`,
  });
  await database.owner.query('set search_path = authority_norfolk');
  const statements = table(
    'leveled',
    'urn text, level text, writer text, concern boolean, named text[] not null',
    [
      { may: 'read', when: condition },
      { may: 'add', by: 'owner', when: 'true' },
    ],
  );
  for (const statement of statements) await database.owner.query(statement);
  for (const urn of [own, other]) for (const level of levelNames) await add(urn, level, []);
});

after(() => database.end());

const add = (urn: string, level: Level, named: readonly Person[], concern = true) =>
  database.owner.query('insert into authority_norfolk.leveled values ($1, $2, $3, $4, $5)', [
    urn,
    level,
    writer.id,
    concern,
    named.map(({ id }) => id),
  ]);

/** The rows that a person reads, as `urn level`, hidden ones being none at all. */
async function read(person: Pick<Person, 'id'>): Promise<readonly string[]> {
  const { rows } = await records.inAuthority('norfolk', person, (transaction) =>
    sql<{ row: string }>`select urn || ' ' || level as row from leveled order by 1`.execute(transaction),
  );
  return rows.map(({ row }) => row);
}

for (const [role, person] of people) {
  test(`at each level a ${role} reads what the decision table says, of the schools it says`, async () => {
    const expected = levelNames.filter((level) => readers[level].includes(role));
    const everywhere = officers.includes(role);
    assert.deepEqual(
      await read(person),
      [
        ...expected.map((level) => `${own} ${level}`),
        ...expected.filter((level) => everywhere || level === 'public').map((level) => `${other} ${level}`),
      ].toSorted(),
    );
  });
}

test('nobody set, and somebody unknown, read nothing, not even what is public', async () => {
  assert.deepEqual(await read({ id: 'never added' }), []);
  const intruder = await database.asIntruder();
  const { rows } = await intruder.query('select * from authority_norfolk.leveled');
  assert.deepEqual(rows, []);
});

test('a member is not told of a school that causes no concern', async () => {
  await add(own, 'members', [], false);
  const member = people.get('elected member') ?? assert.fail();
  assert.deepEqual(await read(member), [`${own} members`, `${own} public`, `${other} public`].toSorted());
});

test('who is named reads the row; a colleague and a director do not; whoever is no longer there does not', async () => {
  const head = people.get('headteacher') ?? assert.fail();
  await add(own, 'named people', [head]);
  await add(other, 'named people', [head]);
  const named = (rows: readonly string[]) => rows.filter((row) => row.endsWith('named people'));
  assert.deepEqual(named(await read(head)), [`${own} named people`], 'not of a school that is not theirs');
  for (const role of ['chair', 'director', 'auditor', 'intervention officer'] as const)
    assert.deepEqual(named(await read(people.get(role) ?? assert.fail())), [], role);
  await endRoles(database.owner, 'norfolk', head);
  assert.deepEqual(await read(head), []);
});
