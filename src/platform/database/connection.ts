import pg from 'pg';
import { KnownError } from '#/platform/errors.ts';

/** A `date` is a day, not an instant: it stays the text `yyyy-mm-dd`. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EACCES',
]);

/** A driver's error as one a person can act on, when it is one; any other is a bug and comes back as it is. */
export function knownDatabaseError(error: unknown, url: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // 28: authorisation, 3D: no such database, 57P: shutting down or starting up, 53300: too many connections.
  if (
    unreachable.has(code) ||
    /^(?:28|3D|57P|53300)/.test(code) ||
    String(error).includes('timeout expired')
  ) {
    return new KnownError(
      'database-unreachable',
      `The database at ${whereIs(url)} cannot be reached: ${(error as Error).message}`,
      ['Check that the server is running and that DATABASE_URL names it, with a user and password it knows.'],
      { cause: error },
    );
  }
  if (code === '42501') {
    return new KnownError('not-permitted', 'The records do not let this person do that.', [], {
      cause: error,
    });
  }
  return error;
}

/** Server and database without user or password: what may be shown and logged. */
function whereIs(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url });
  return `${host}:${port}, database ${database ?? '(unnamed)'}`;
}

/** One connection as the owner of the records, closed afterwards. Only for preparing schemas and roles. */
export async function asOwner<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away also fails the query in hand; without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      throw new KnownError(
        'database-not-ready',
        `The user of DATABASE_URL may not prepare the records: ${error.message}`,
        ['Give it CREATEROLE and CREATE on the database, or let the user who first prepared it do so.'],
        { cause: error },
      );
    }
    throw knownDatabaseError(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
