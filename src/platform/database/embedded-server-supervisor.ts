/**
 * The supervisor of an embedded PostgreSQL: a small process of its own that every Middle Tier using the folder holds
 * a line to. When the last line is cut, however (a clean end, Ctrl-C, SIGKILL, a crash), it stops PostgreSQL and ends.
 *
 * It runs in a session of its own, so that Ctrl-C in a terminal reaches the people's processes and not the database
 * below them. Started by `embedded-server.ts` with the folder as its argument; says one line of JSON when ready.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { KnownError } from '#/platform/errors.ts';
import { takeLock } from '#/platform/processes/lock-file.ts';
import { prepareCluster, temporaryName } from './embedded-server-cluster.ts';
import { runPostgres, type RunningPostgres } from './embedded-server-process.ts';
import type { Announcement } from './embedded-server-words.ts';
import {
  clearRunning,
  controlName,
  lockName,
  logName,
  readRunning,
  recordRunning,
} from './embedded-server-words.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('The supervisor is started with a folder.');

const lock = takeLock(join(folder, lockName));
if (!lock.taken) announce({ kind: 'busy', holder: lock.holder });
else {
  try {
    await supervise(folder);
  } catch (error) {
    announce(failureOf(error));
    process.exitCode = 1;
  } finally {
    lock.release();
  }
}
process.exit();

async function supervise(home: string): Promise<void> {
  // What a supervisor that was killed had no time to remove.
  removeIfTemporary(dirname(readRunning(home)?.control ?? ''));
  clearRunning(home);
  const cluster = prepareCluster(home);
  const postgres = await runPostgres(cluster, join(home, logName));
  const control = join(cluster.sockets, controlName);
  rmSync(control, { force: true });
  const { allGone, close } = await holdLines(control, postgres);
  recordRunning(home, { control, url: postgres.url });
  announce({ kind: 'ready' });
  await Promise.race([allGone, postgres.ended, told()]);
  // First nobody comes in any more, then PostgreSQL stops, then the lines still held are cut: whoever waits for the
  // end of a line knows that it has stopped.
  clearRunning(home);
  await postgres.stop();
  removeIfTemporary(cluster.sockets);
  await close();
}

/** Sockets that had to go to the system's temporary folder are ours to remove. */
function removeIfTemporary(sockets: string): void {
  if (basename(sockets).startsWith(temporaryName)) rmSync(sockets, { recursive: true, force: true });
}

/** Lines of the processes that use the server; standard input is the line of the process that started it. */
async function holdLines(control: string, postgres: RunningPostgres) {
  const lines = new Set<Socket | 'starter'>(['starter']);
  const nobody = Promise.withResolvers<undefined>();
  let closing = false;
  /** The last line is kept open on our side until PostgreSQL has stopped: its holder may be waiting for that. */
  const drop = (line: Socket | 'starter') => {
    lines.delete(line);
    if (lines.size === 0) {
      closing = true;
      last = line;
      nobody.resolve(undefined);
    } else if (line !== 'starter') line.end();
  };
  let last: Socket | 'starter' = 'starter';
  process.stdin.resume();
  process.stdin.once('close', () => {
    drop('starter');
  });
  const server = createServer({ allowHalfOpen: true }, (line) => {
    if (closing) {
      line.destroy();
      return;
    }
    lines.add(line);
    // An error is followed by `close`; a line that ended in good order has left already, and leaves no second time.
    line.on('error', () => line.destroy());
    const leave = () => {
      if (lines.has(line)) drop(line);
    };
    line.once('end', leave);
    line.once('close', leave);
    line.resume();
    line.write(`${JSON.stringify({ url: postgres.url })}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(control, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      closing = true;
      server.close(() => {
        resolve();
      });
      for (const line of [...lines, last]) if (line !== 'starter') line.destroy();
    });
  return { allGone: nobody.promise, close };
}

function told(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function failureOf(error: unknown): Announcement {
  if (error instanceof KnownError) {
    return { kind: 'failed', code: error.code, message: error.message, whatToDo: error.whatToDo };
  }
  return { kind: 'broken', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function announce(announcement: Announcement): void {
  // Synchronous, and careless of a starter that is already gone.
  try {
    writeFileSync(1, `${JSON.stringify(announcement)}\n`);
  } catch {
    // Nobody listens.
  }
}
