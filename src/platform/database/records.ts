import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { asApplication, prepareApplicationRole } from './application-role.ts';
import { asOwner, knownDatabaseError } from './connection.ts';
import { installationSchema, literal, quotedName, schemaOf, schemaPattern, slugOf } from './identifiers.ts';
import { letGo, type RowsLetGo } from './let-go.ts';
import { migrateSchema, type SchemaForm } from './migration.ts';
import type {
  AuthorityTables,
  AuthorityTransaction,
  InstallationTables,
  InstallationTransaction,
} from './tables.ts';

/** An authority that has records here. */
export interface AuthorityWithRecords {
  readonly slug: string;
  readonly name: string;
}

/** What people decided and did: an authority a schema, row policies inside. */
export interface Records {
  /**
   * Does the work in one transaction in the authority's schema, as the role that cannot pass row policies, with the
   * person set. Everything or nothing is kept. Throws `KnownError('not-found')` when the authority has no records.
   */
  readonly inAuthority: <Result>(
    slug: string,
    person: Pick<Person, 'id'>,
    work: (transaction: AuthorityTransaction) => Promise<Result>,
  ) => Promise<Result>;
  /**
   * Does the work in one transaction in the installation's schema. A row is seen only by whoever presents what it is found
   * by: the hash of a session's token, a sign-in name, an account. Texts without spaces or control characters.
   */
  readonly inInstallation: <Result>(
    presented: readonly string[],
    work: (transaction: InstallationTransaction) => Promise<Result>,
  ) => Promise<Result>;
  /** Creates the authority's schema, or brings it up to date. Safe to repeat, and from two processes at once. */
  readonly prepareAuthority: (slug: string, name: string) => Promise<void>;
  /**
   * Removes, as the owner, what an authority (or, with `null`, the installation) has kept long enough: what each table's own
   * access lets go. Not applied, nothing is removed and the answer says what would be.
   */
  readonly letGo: (slug: string | null, apply: boolean) => Promise<readonly RowsLetGo[]>;
  readonly authorities: () => Promise<readonly AuthorityWithRecords[]>;
  /** Whether there are any of this authority. */
  readonly has: (slug: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** What the records are made of. */
export interface RecordsForm {
  /** Of the schema that belongs to no authority. */
  readonly installation: SchemaForm;
  /** Of each authority's schema. */
  readonly authority: SchemaForm;
}

/**
 * Opens the records on a PostgreSQL server (14 or later): makes the application's role on first use, brings every schema
 * up to date, and from then on works as that role only.
 */
export async function openRecords(url: string, form: RecordsForm): Promise<Records> {
  await asOwner(url, async (owner) => {
    await prepareApplicationRole(owner, url);
    await migrateSchema(owner, installationSchema, null, form.installation);
    for (const { slug } of await listAuthorities(owner))
      await migrateSchema(owner, schemaOf(slug), null, form.authority);
  });
  const pool = new pg.Pool({ ...asApplication(url), max: 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced at the next use; without a listener the event would end the process.
  pool.on('error', () => undefined);
  const database = new Kysely<AuthorityTables>({ dialect: new PostgresDialect({ pool }) });
  const installation = new Kysely<InstallationTables>({ dialect: new PostgresDialect({ pool }) });
  const prepared = new Set<string>();

  async function assertPrepared(slug: string): Promise<void> {
    if (prepared.has(slug)) return;
    const { rowCount } = await pool.query('select 1 from pg_namespace where nspname = $1', [schemaOf(slug)]);
    if (rowCount === 0) {
      throw new KnownError('not-found', `There are no records of an authority called ${slug} yet.`, [
        `Run: npx middletier analyse --authority ${slug}`,
      ]);
    }
    prepared.add(slug);
  }

  return {
    inAuthority: async (slug, person, work) => {
      const setting = settings(schemaOf(slug), `middletier.person = ${literal(person.id)}`);
      try {
        await assertPrepared(slug);
        return await database.transaction().execute(async (transaction) => {
          await sql.raw(setting).execute(transaction);
          return await work(transaction);
        });
      } catch (error) {
        throw knownDatabaseError(error, url);
      }
    },
    inInstallation: async (presented, work) => {
      const setting = settings(
        installationSchema,
        `middletier.presented = ${literal(presentedWords(presented))}`,
      );
      try {
        return await installation.transaction().execute(async (transaction) => {
          await sql.raw(setting).execute(transaction);
          return await work(transaction);
        });
      } catch (error) {
        throw knownDatabaseError(error, url);
      }
    },
    prepareAuthority: (slug, name) =>
      asOwner(url, (owner) => migrateSchema(owner, schemaOf(slug), name, form.authority)),
    letGo: async (slug, apply) => {
      if (slug !== null) await assertPrepared(slug);
      const schema = slug === null ? installationSchema : schemaOf(slug);
      const { access } = slug === null ? form.installation : form.authority;
      return asOwner(url, (owner) => letGo(owner, schema, access, apply));
    },
    authorities: () => listAuthorities(pool),
    has: async (slug) => {
      try {
        // Records are never taken away, so what was there once need not be asked again.
        if (!prepared.has(slug) && (await listAuthorities(pool)).some((one) => one.slug === slug))
          prepared.add(slug);
        return prepared.has(slug);
      } catch (error) {
        throw knownDatabaseError(error, url);
      }
    },
    close: () => database.destroy(),
  };
}

/**
 * The person as a checked literal rather than with `set_config()`: on a Citus cluster only the statement reaches the
 * node that holds the rows (docs/decisions/0002). All of it ends with the transaction.
 */
function settings(schema: string, who: string): string {
  return [
    `set local search_path = ${quotedName(schema)}`,
    `set local ${who}`,
    `set local statement_timeout = '30s'`,
    `set local idle_in_transaction_session_timeout = '60s'`,
  ].join('; ');
}

/** As the policies take them apart again: a text with a space in it would be two. */
function presentedWords(presented: readonly string[]): string {
  const unfit = presented.find((text) => text === '' || /\s/.test(text));
  if (unfit !== undefined) throw new Error('What is presented must be one word.');
  return presented.join(' ');
}

async function listAuthorities(client: Pick<pg.Pool, 'query'> | pg.Client): Promise<AuthorityWithRecords[]> {
  const { rows } = await client.query<{ schema: string; name: string | null }>(
    `select nspname as schema, obj_description(oid, 'pg_namespace') as name
       from pg_namespace where nspname like $1 order by nspname`,
    [schemaPattern],
  );
  return rows.map(({ schema, name }) => ({ slug: slugOf(schema), name: name ?? slugOf(schema) }));
}
