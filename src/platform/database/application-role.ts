import { createHmac } from 'node:crypto';
import pg from 'pg';
import { KnownError } from '#/platform/errors.ts';
import { literal, quotedName } from './identifiers.ts';

/**
 * The role all personal work is done as. It owns nothing, belongs to no other role and cannot pass row policies, and it
 * is who the connection *is*: the application signs in as it, so that not even `RESET ROLE` leads anywhere.
 */
export const applicationRole = 'middletier_application';

/**
 * The role's password, worked out from the owner's, so that every process given the same `DATABASE_URL` knows it and
 * nobody has to keep it. `null` when the owner signs in without one (a private socket): then neither needs one.
 */
function passwordOf(owner: string | null | undefined): string | null {
  return owner ? createHmac('sha256', owner).update(applicationRole).digest('base64url') : null;
}

/** The same server and database as `url`, as the application role. */
export function asApplication(url: string): pg.ClientConfig {
  const owner = new pg.Client({ connectionString: url });
  const { ssl } = owner;
  const password = passwordOf(owner.password);
  return {
    host: owner.host,
    port: owner.port,
    user: applicationRole,
    ...(owner.database === undefined ? {} : { database: owner.database }),
    ...(password === null ? {} : { password }),
    ...(ssl ? { ssl } : {}),
  };
}

/** Creates the role if it is not there, refuses it if it could pass row policies, and makes sure it can sign in. */
export async function prepareApplicationRole(owner: pg.Client, url: string): Promise<void> {
  const role = quotedName(applicationRole);
  await owner.query(`select pg_advisory_lock(hashtext('${applicationRole}'))`);
  try {
    const found = await owner.query('select 1 from pg_roles where rolname = $1', [applicationRole]);
    if (found.rowCount === 0) {
      await owner.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noreplication`);
      await setPassword(owner);
    }
    await refuseIfPowerful(owner);
    if (!(await canSignIn(url))) {
      await setPassword(owner);
      await signIn(url);
    }
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('${applicationRole}'))`);
  }
}

async function setPassword(owner: pg.Client): Promise<void> {
  const password = passwordOf(owner.password);
  const clause = password === null ? 'null' : literal(password);
  await owner.query(`alter role ${quotedName(applicationRole)} login password ${clause}`);
}

/** A role made by someone else under this name, or given more since, would make every policy worthless. */
async function refuseIfPowerful(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ power: string }>(
    `select unnest(array_remove(array[
        case when rolsuper then 'is a superuser' end,
        case when rolbypassrls then 'passes row policies' end,
        case when rolcreaterole then 'can create roles' end,
        case when exists (select from pg_auth_members where member = r.oid) then 'belongs to another role' end,
        case when exists (select from pg_class where relowner = r.oid) then 'owns tables' end
      ], null)) as power
      from pg_roles r where rolname = $1`,
    [applicationRole],
  );
  if (rows.length > 0) {
    throw new KnownError(
      'database-not-ready',
      `The role ${applicationRole} must not be able to pass row policies, but it ${rows.map(({ power }) => power).join(', ')}.`,
      [`Take those powers from the role ${applicationRole}, or drop it: it is made again at the next start.`],
    );
  }
}

async function canSignIn(url: string): Promise<boolean> {
  try {
    await signIn(url);
    return true;
  } catch {
    return false;
  }
}

async function signIn(url: string): Promise<void> {
  const client = new pg.Client({ ...asApplication(url), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new KnownError(
      'database-not-ready',
      `The role ${applicationRole} cannot sign in to the database: ${(error as Error).message}`,
      [`Let ${applicationRole} sign in from this machine (pg_hba.conf), with a password (scram-sha-256).`],
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
