import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where things are in the project, for starting them. */
export const scripts = {
  main: join(project, 'src/main.ts'),
  start: join(project, 'scripts/start.mjs'),
  middletier: join(project, 'scripts/middletier.mjs'),
  holdDatabase: join(project, 'tests/running/hold-database.fixture.ts'),
};

/** A program that was started, with what it has said so far. */
export interface Program {
  readonly pid: number;
  readonly said: () => string;
  /** Resolves when it has said this; rejects when it ends without. */
  readonly untilSaid: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | NodeJS.Signals>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** As Ctrl-C in a terminal does: a signal to the program and all it started in its terminal. */
  readonly signalGroup: (signal: NodeJS.Signals) => void;
}

/**
 * Starts a program in a process group of its own.
 *
 * @param command program and arguments; a path that ends in `.ts` or `.mjs` is run by this Node.
 */
export function startProgram(command: readonly string[], environment: Record<string, string> = {}): Program {
  const [first = '', ...rest] = /\.(?:ts|mjs)$/.test(command[0] ?? '')
    ? [process.execPath, ...command]
    : command;
  const child = spawn(first, rest, {
    cwd: project,
    detached: true,
    env: { ...quietEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${first} could not be started.`);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = endOf(child);
  return {
    pid,
    said: () => said,
    untilSaid: async (pattern) => {
      const state = { over: false };
      void ended.then(() => (state.over = true));
      for (;;) {
        const match = pattern.exec(said);
        if (match !== null) return match;
        if (state.over) throw new Error(`Ended without saying ${String(pattern)}: ${said}`);
        await pause(20);
      }
    },
    ended,
    kill: (signal) => child.kill(signal),
    signalGroup: (signal) => process.kill(-pid, signal),
  };
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return code ?? signal ?? 'SIGKILL';
}

/** Nothing of the person's own settings, nor of the test runner; npm and scripts find this very Node first. */
function quietEnvironment(): Record<string, string | undefined> {
  const others = /^(?:MIDDLETIER_|DATABASE_URL$|PORT$|HOST$|NODE_TEST|NODE_OPTIONS$|npm_)/;
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name)));
  return { ...kept, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` };
}

/** A data folder that is removed when its processes are gone. */
export function makeDataFolder(): { readonly folder: string; readonly remove: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'middletier-running-'));
  // For root, PostgreSQL is another account, which must be able to pass through.
  chmodSync(folder, 0o711);
  return {
    folder,
    remove: async () => {
      await untilNothingUses(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The processes that have to do with a data folder: named in their command line or in their settings. */
export function processesUsing(folder: string): readonly { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const command = readOr(`/proc/${name}/cmdline`);
      const uses =
        command.includes(folder) || readOr(`/proc/${name}/environ`).includes(`MIDDLETIER_DATA=${folder}`);
      return uses && command !== '' ? [{ pid: Number(name), command: command.replaceAll('\0', ' ') }] : [];
    });
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Waits for the last process that uses a folder to end. Those that do not within half a minute are named, and killed:
 * a test that fails must not leave behind what it was there to look for.
 */
export async function untilNothingUses(folder: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (processesUsing(folder).length === 0) return;
    await pause(50);
  }
  const left = processesUsing(folder).map(({ pid, command }) => {
    process.kill(pid, 'SIGKILL');
    return `${pid} ${command}`;
  });
  throw new Error(`Left behind:\n${left.join('\n')}`);
}

/** A port that something else has, until it is given back. */
export async function takePort(): Promise<{ readonly port: number; readonly giveBack: () => void }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { port: address.port, giveBack: () => server.close() };
}
