import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import { recordsForm } from '#/records-form.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person, Role, RoleToday } from '#/people/rules/permissions.ts';
import type { KindOfRecord } from '#/people/rules/record-kinds.ts';
import { roleMeaning, type ScopeKind } from '#/people/rules/roles.ts';
import { asApplication } from '#/platform/database/application-role.ts';
import { startEmbeddedServer } from '#/platform/database/embedded-server.ts';
import { schemaOf } from '#/platform/database/identifiers.ts';
import { openRecords, type Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { NewSuppliedFile } from '#/schools/records/supplied-files.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';
import type { School } from '#/schools/rules/school.ts';
import type { NewProposal } from '#/analyse/records/risk-proposals.ts';

/** A database of its own on a real server, gone afterwards. */
export interface TestDatabase {
  /** As the owner of the records. */
  readonly url: string;
  /** One connection as the owner, who may look past the policies. */
  readonly owner: pg.Client;
  readonly openRecords: () => Promise<Records>;
  /** One connection as the application role, with nobody set: what an intruder in the application would have. */
  readonly asIntruder: () => Promise<pg.Client>;
  readonly end: () => Promise<void>;
}

/**
 * Starts an embedded server in a temporary folder, or uses the server of `MIDDLETIER_TEST_DATABASE_URL` (a superuser's
 * address), and makes a new database on it.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const given = process.env['MIDDLETIER_TEST_DATABASE_URL'];
  const folder = given === undefined ? mkdtempSync(join(tmpdir(), 'middletier-test-')) : null;
  const server = folder === null ? null : await startEmbeddedServer({ folder });
  const serverUrl = given ?? server?.url ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.href;
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const opened: Records[] = [];
  const clients: pg.Client[] = [];
  return {
    url,
    owner,
    openRecords: async () => {
      const records = await openRecords(url, recordsForm);
      opened.push(records);
      return records;
    },
    asIntruder: async () => {
      const client = new pg.Client(asApplication(url));
      await client.connect();
      clients.push(client);
      return client;
    },
    end: async () => {
      await Promise.all(opened.map((records) => records.close()));
      await Promise.all(clients.map((client) => client.end()));
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await server?.stop();
      if (folder !== null) await removeFolder(folder);
    },
  };
}

/** The server's supervisor takes its lock away last: only then is nobody in the folder any more. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 0; tries < 100 && existsSync(join(folder, 'supervisor.lock')); tries += 1) await pause(50);
  rmSync(folder, { recursive: true, force: true });
}

/** Who said it, of rows that stand there before anybody acts. */
const said = { said_by: 'test', said_by_name: 'The test' };

/**
 * Makes a person known to an authority, with the roles they hold there: as the owner, past the policies that say who may
 * give which role. Roles of a trust, diocese or division reach their schools through a list, as they do in earnest.
 */
export async function addPerson(owner: pg.Client, authority: string, person: Person): Promise<void> {
  const schema = schemaOf(authority);
  await add(owner, `${schema}.person`, { id: person.id });
  await add(owner, `${schema}.person_known_as`, { person: person.id, name: person.name, ...said });
  await giveRoles(owner, authority, person);
}

/** Gives a person the authority knows the roles that are theirs from now on, beside those they hold. */
export async function giveRoles(owner: pg.Client, authority: string, person: Person): Promise<void> {
  const schema = schemaOf(authority);
  for (const { role, schools } of person.roles) {
    const given = { person: person.id, role, from_date: '2000-01-01', why: 'For the test', ...said };
    for (const [kind, name] of await scopesOf(owner, schema, person, { role, schools })) {
      await add(owner, `${schema}.role_held`, { ...given, scope_kind: kind, scope_name: name });
    }
  }
}

async function scopesOf(
  owner: pg.Client,
  schema: string,
  person: Person,
  { role, schools }: Pick<RoleToday, 'role' | 'schools'>,
): Promise<readonly (readonly [ScopeKind, string])[]> {
  if (schools === 'all') return [['authority', '']];
  const { scopes } = roleMeaning(role);
  if (scopes.includes('school')) return schools.map((urn) => ['school', urn] as const);
  const [kind] = scopes;
  if (kind === undefined) throw new Error(`${role} is held for nothing`);
  await addToList(owner, schema, kind, person.id, schools);
  return [[kind, person.id]];
}

/** Of each kind the newest list holds: the new one has what the last one had, and these schools. */
async function addToList(
  owner: pg.Client,
  schema: string,
  kind: ScopeKind,
  name: string,
  urns: readonly string[],
): Promise<void> {
  const { rows: before } = await owner.query<{ name: string; urn: string }>(
    `select e.name, e.urn from ${schema}.school_list_entry e
      where e.list = (select max(number) from ${schema}.school_list where kind = $1) order by position`,
    [kind],
  );
  const entries = [...before, ...urns.map((urn) => ({ name, urn }))];
  const list = { kind, source: 'test', entries: entries.length, ...said };
  const number = await add(owner, `${schema}.school_list`, list, 'number');
  for (const [index, entry] of entries.entries()) {
    const at = { list: number, list_entries: entries.length, position: index + 1 };
    await add(owner, `${schema}.school_list_entry`, { ...at, ...entry });
  }
}

async function add(owner: pg.Client, table: string, row: object, returning = 'null'): Promise<unknown> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${String(index + 1)}`);
  const { rows } = await owner.query<{ given: unknown }>(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning ${returning} as given`,
    Object.values(row),
  );
  return rows[0]?.given;
}

/** Ends what a person holds in an authority: yesterday was the last day. */
export async function endRoles(owner: pg.Client, authority: string, person: Person): Promise<void> {
  const schema = schemaOf(authority);
  await owner.query(
    `insert into ${schema}.role_ended (held, last_day, why, said_by, said_by_name)
     select number, ${schema}.acting_today() - 1, 'For the test', 'test', 'The test' from ${schema}.role_held where person = $1`,
    [person.id],
  );
}

/** Somebody with one role in one authority; without schools, for the authority as far as the role can be. */
export function personOf(role: Role, authority: string, schools: readonly string[] = []): Person {
  const whole = schools.length === 0 && roleMeaning(role).scopes.includes('authority');
  return {
    id: `${role} of ${authority}`,
    name: `The ${role} of ${authority}`,
    roles: [{ role, authority, schools: whole ? 'all' : schools }],
  };
}

/** The one authority of a person of these tests. */
export function authorityOf(person: Person): string {
  const [first] = person.roles;
  if (first === undefined) throw new Error(`${person.id} holds no role`);
  return first.authority;
}

/** The database keeps no change that its log does not tell of: this tells of what a test did. */
export async function logTest(
  transaction: AuthorityTransaction,
  about: { readonly kind: KindOfRecord; readonly key: string },
): Promise<void> {
  await logChange(transaction, {
    act: 'tested',
    about,
    aboutName: 'The test',
    urn: null,
    from: null,
    to: null,
    why: null,
  });
}

/** A run of two schools that whoever adds it made: only what the tables need. */
export const newRun = {
  asAt: '2025-08-31',
  scheme: 'norfolk-2013',
  sources: [],
  schools: 2,
  fingerprint: 'f',
  ranAt: '2025-09-10T10:00:00Z',
};

/** A proposal for an invented school: only what the tables need. */
export function proposalFor(urn: string, category = 'E2'): NewProposal {
  const school = {
    urn,
    name: `School ${urn}`,
    phase: 'primary',
    type: 'Community school',
    district: null,
    trust: null,
  };
  const proposal = { urn, category, group: null, concern: 1, points: 3 };
  return {
    school: school as School,
    proposal: proposal as Proposal,
    lastInspection: { words: 'good', startedOn: '2018-03-06', ageYears: 2 },
  };
}

/** What the columns of an invented file mean. */
export function mappingOf(title: string): SuppliedMapping {
  return {
    title,
    school: { column: 'URN', by: 'URN' },
    dateColumn: null,
    items: [{ column: 'Places', item: 'places' }],
  };
}

/** A file about invented schools, one value each: only what the tables need. */
export function suppliedFileFor(
  urns: readonly string[],
  more: Pick<NewSuppliedFile, 'layout' | 'title' | 'keptByName'>,
): NewSuppliedFile {
  const values = urns.map((urn, index) => ({
    urn,
    item: 'places' as const,
    value: 30,
    on: '2025-01-01',
    row: index + 2,
  }));
  const problem = { row: 9, column: null, what: 'w', whatToDo: 'd', severity: 'error' as const };
  const checked = { values, rowsRead: urns.length, rowsKept: urns.length, setAside: [], problems: [problem] };
  const told = {
    fileName: 'f.csv',
    sha256: 's',
    givenBy: 'Governor services',
    knownOn: '2025-02-01',
    statedOn: null,
  };
  return { ...told, ...more, checked };
}
