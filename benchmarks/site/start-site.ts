import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A site in a process of its own, as `npx middletier start` runs it. */
export interface Site {
  /** Without a slash at the end. */
  readonly address: string;
  /** Processor time the site's own process has used, in ms; `null` where the system does not tell. */
  readonly processorTime: () => number | null;
  readonly stop: () => Promise<void>;
}

/** Starts the site on a data folder, which is filled with the demonstration when it is empty, and waits until it answers. */
export async function startSite(dataFolder: string): Promise<Site> {
  const port = await freePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const program = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'src', 'main.ts'), 'start'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        MIDDLETIER_DATA: dataFolder,
        PORT: String(port),
        HOST: '127.0.0.1',
        // Twenty readers in one session ask more often than any person.
        MIDDLETIER_LIMITS: 'none',
      },
    },
  );
  const ended = once(program, 'exit');
  while (!(await answers(address))) {
    if (program.exitCode !== null) throw new Error('The site ended before it answered.');
    await wait(50);
  }
  return {
    address,
    processorTime: () => processorTimeOf(program.pid),
    stop: async () => {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux counts in hundredths of a second, user and system, in the 14th and 15th fields. */
function processorTimeOf(pid: number | undefined): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(user) + Number(system)) * 10;
  } catch {
    return null;
  }
}

/** Whether a site is there and well. */
export async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health`)).ok;
  } catch {
    return false;
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
