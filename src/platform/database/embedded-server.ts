import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join as joinPath, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { KnownError } from '#/platform/errors.ts';
import {
  greeting,
  logName,
  readAnnouncement,
  readRunning,
  type Announcement,
} from './embedded-server-words.ts';

/** An embedded PostgreSQL in use by this process. */
export interface EmbeddedServer {
  readonly url: string;
  /** Resolves if the server ends while it is still wanted. */
  readonly lost: Promise<void>;
  /** Gives it up. When no other process uses it, resolves once PostgreSQL has stopped. */
  readonly stop: () => Promise<void>;
}

/** How long another process may take to make or to stop the server before we give up on it. */
const patience = 90_000;

/**
 * Starts the embedded PostgreSQL of a folder, or joins the one that already runs there: a command typed while the
 * site is up uses the site's server. It stops when the last process that uses it has ended, however it ended.
 *
 * @param options.folder the folder that holds the database; made when it is not there.
 * @throws KnownError `database-unreachable` when it cannot be started, with what to do.
 */
export async function startEmbeddedServer(options: { readonly folder: string }): Promise<EmbeddedServer> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + patience;
  for (;;) {
    const joined = await join(folder);
    if (joined !== null) return joined;
    const { announcement, letGo } = await startSupervisor(folder);
    if (announcement.kind === 'ready') {
      const own = await join(folder);
      letGo();
      if (own !== null) return own;
    }
    if (announcement.kind === 'failed') {
      throw new KnownError(announcement.code, announcement.message, announcement.whatToDo);
    }
    if (announcement.kind === 'broken') throw new Error(announcement.stack);
    if (Date.now() > deadline) {
      throw new KnownError('database-unreachable', `The database in ${folder} does not answer.`, [
        announcement.kind === 'busy'
          ? `Look at process ${announcement.holder}, which holds it.`
          : 'Try again.',
      ]);
    }
    await pause(100);
  }
}

/** Takes a line to the supervisor that runs, if one does. */
async function join(folder: string): Promise<EmbeddedServer | null> {
  const running = readRunning(folder);
  if (running === null) return null;
  const line = connect(running.control);
  const url = await firstLine(line);
  if (url === null) {
    line.destroy();
    return null;
  }
  const cut = new Promise<void>((resolveCut) => {
    line.once('close', () => {
      resolveCut();
    });
  });
  let wanted = true;
  // Reading the first line left the socket paused, and a paused socket never learns that it was cut.
  line.resume();
  // The line does not keep a finished command from ending; its end is what the supervisor waits for.
  line.unref();
  return {
    url,
    lost: cut.then(() => (wanted ? undefined : new Promise<never>(() => undefined))),
    stop: async () => {
      wanted = false;
      line.ref();
      line.end();
      await cut;
    },
  };
}

/** The server's address as the supervisor greets us with; `null` when it is not there or is closing. */
async function firstLine(line: Socket): Promise<string | null> {
  try {
    for await (const text of createInterface({ input: line })) {
      return greeting.parse(JSON.parse(text)).url;
    }
    return null;
  } catch {
    return null;
  }
}

async function startSupervisor(folder: string): Promise<{ announcement: Announcement; letGo: () => void }> {
  const script = fileURLToPath(new URL('./embedded-server-supervisor.ts', import.meta.url));
  // Not our own standard error: whoever reads ours to the end would wait for as long as the supervisor runs, which
  // may be for others.
  const log = openSync(joinPath(folder, logName), 'a', 0o600);
  const supervisor = spawn(process.execPath, [script, folder], {
    // A session of its own: Ctrl-C in the terminal must not reach PostgreSQL before we are done with it.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'pipe', log],
  });
  closeSync(log);
  const { stdin, stdout } = supervisor;
  if (stdin === null || stdout === null) throw new Error('The supervisor has no pipes.');
  const letGo = () => {
    stdin.destroy();
    stdout.destroy();
    supervisor.unref();
  };
  const said = await Promise.race([
    once(createInterface({ input: stdout }), 'line'),
    once(supervisor, 'close').then(() => []),
  ]);
  const [text] = said as unknown[];
  if (typeof text !== 'string') {
    letGo();
    return {
      announcement: {
        kind: 'broken',
        stack: `The supervisor of the database ended without a word: see ${joinPath(folder, logName)}.`,
      },
      letGo,
    };
  }
  const announcement = readAnnouncement(text);
  if (announcement.kind !== 'ready') letGo();
  return { announcement, letGo };
}
