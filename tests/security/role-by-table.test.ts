import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Person } from '#/people/rules/permissions.ts';
import { recordsForm } from '#/records-form.ts';
import { schemaOf } from '#/platform/database/identifiers.ts';
import { stepsAccess } from '#/platform/database/prepare-access.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { everyRole, somebody } from './everybody.fixture.ts';
import { addPerson, endRoles, startTestDatabase, type TestDatabase } from './records.fixture.ts';
import { rowsOfAuthority } from './rows-of-authority.fixture.ts';
import { authority, columnsOf, insertOf, putRows, type Row } from './rows-tried.fixture.ts';

/**
 * Every table × every class of row × reading, adding, changing and taking away × every role, in the database as the
 * application's own role. What is expected is the decision table's.
 */

const schema = schemaOf(authority);
const names = recordsForm.authority.access
  .map(({ table }) => table)
  .filter((table) => table !== stepsAccess.table);

/** Who tries, and what they are. */
const people: readonly Person[] = [
  ...everyRole(authority),
  { ...somebody('director', 'ended'), roles: [] },
  { ...somebody('head of service', 'marshland'), roles: [] },
  { id: '', name: '', roles: [] },
];

let database: TestDatabase;
let records: Records;
let columns: Awaited<ReturnType<typeof columnsOf>>;
/** Every row of every table, with where it stands. */
let there: ReadonlyMap<string, readonly (Row & { readonly ctid: string })[]>;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(authority, 'Fenshire');
  for (const person of everyRole(authority)) await addPerson(database.owner, authority, person);
  const ended = somebody('director', 'ended');
  await addPerson(database.owner, authority, { ...ended, roles: somebody('director', authority).roles });
  await endRoles(database.owner, authority, ended);
  await putRows(database.owner, schema, rowsOfAuthority);
  columns = await columnsOf(database.owner, schema);
  const read = new Map<string, readonly (Row & { readonly ctid: string })[]>();
  for (const name of names) {
    const { rows } = await database.owner.query<Row & { ctid: string }>(
      `select ctid::text, * from ${schema}.${name}`,
    );
    read.set(name, rows);
  }
  there = read;
});

after(async () => {
  await database.end();
});

class RolledBack extends Error {}

/** Tries things as somebody; nothing of it stays. */
async function as(person: Person, work: (transaction: AuthorityTransaction) => Promise<void>): Promise<void> {
  try {
    await records.inAuthority(authority, person, async (transaction) => {
      await work(transaction);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}

/** The rows a statement gives; `null` where neither a right nor a policy lets it. Another failure comes after both. */
async function tried(transaction: AuthorityTransaction, statement: string): Promise<readonly Row[] | null> {
  await sql`savepoint tried`.execute(transaction);
  try {
    return (await sql.raw<Row>(statement).execute(transaction)).rows;
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === '42501';
    return denied ? null : [];
  } finally {
    await sql`rollback to savepoint tried`.execute(transaction);
  }
}

const rowsOf = (table: string): readonly Row[] => there.get(table) ?? [];
const spec = (table: string) => {
  const found = rowsOfAuthority[table];
  if (found === undefined) throw new Error(`What rows has ${table}? (rows-of-authority.fixture.ts)`);
  return found;
};

async function ofEverybody(
  table: string,
  faults: (person: Person, transaction: AuthorityTransaction) => Promise<readonly string[]>,
): Promise<void> {
  const found: string[] = [];
  for (const person of people)
    await as(person, async (transaction) => {
      const who = person.name === '' ? 'nobody' : person.name;
      found.push(...(await faults(person, transaction)).map((fault) => `${who}, ${table}: ${fault}`));
    });
  assert.deepEqual(found, []);
}

test('every table has rows of each class, and none is described that is not there', () => {
  assert.deepEqual(Object.keys(rowsOfAuthority).toSorted(), names.toSorted());
});

for (const name of names) {
  describe(`every role × ${name}`, () => {
    test('reads the rows that the decision table says, and no other', async () => {
      await ofEverybody(name, async (person, transaction) => {
        const seen = await tried(transaction, `select ctid::text from ${name}`);
        const visible = new Set((seen ?? []).map(({ ctid }) => ctid));
        return (there.get(name) ?? []).flatMap((row) => {
          const should = spec(name).read(person, row, rowsOf);
          if (visible.has(row.ctid) === should) return [];
          return [`${should ? 'does not read' : 'reads'} ${JSON.stringify(row)}`];
        });
      });
      assert.ok((there.get(name) ?? []).length > 0, `${name} has rows to look at`);
    });

    test('adds what the decision table says, in their own name', async () => {
      await ofEverybody(name, async (person, transaction) => {
        const wrong: string[] = [];
        for (const [what, { row, may }] of Object.entries(spec(name).add)) {
          const insert = insertOf(name, columns.get(name) ?? [], row(person));
          const added = (await tried(transaction, insert)) !== null;
          if (added !== may(person)) wrong.push(`${added ? 'may' : 'may not'} add: ${what}`);
        }
        return wrong;
      });
    });

    test('changes no row and takes none away', async () => {
      // An identity column is refused before anybody’s rights are asked, and shows nothing.
      const column = columns.get(name)?.findLast((one) => one.name !== 'number')?.name ?? '';
      await ofEverybody(name, async (_person, transaction) => {
        const wrong: string[] = [];
        for (const statement of [
          `update ${name} set ${column} = ${column}`,
          `delete from ${name}`,
          `truncate ${name}`,
        ])
          if ((await tried(transaction, statement)) !== null) wrong.push(`may ${statement}`);
        return wrong;
      });
    });
  });
}
