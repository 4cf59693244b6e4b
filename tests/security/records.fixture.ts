import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import { recordsForm } from '#/records-form.ts';
import type { Person, Role } from '#/people/rules/permissions.ts';
import { asApplication } from '#/platform/database/application-role.ts';
import { startEmbeddedServer } from '#/platform/database/embedded-server.ts';
import { openRecords, type Records } from '#/platform/database/records.ts';
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

/** Makes a person known to an authority. There is no action for it yet: it comes with sign-in. */
export async function addPerson(owner: pg.Client, authority: string, person: Person): Promise<void> {
  const schema = `authority_${authority.replaceAll('-', '_')}`;
  await owner.query(`insert into ${schema}.person (id, name, role) values ($1, $2, $3)`, [
    person.id,
    person.name,
    person.role,
  ]);
  for (const urn of person.schools) {
    await owner.query(`insert into ${schema}.person_school (person, urn) values ($1, $2)`, [person.id, urn]);
  }
}

export function personOf(role: Role, authority: string, schools: readonly string[] = []): Person {
  return { id: `${role} of ${authority}`, name: `The ${role} of ${authority}`, role, authority, schools };
}

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
