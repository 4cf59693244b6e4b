import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { fillWithCounty } from './county.fixture.ts';

export interface Site {
  readonly address: string;
  /** Signs in as an invented person, by their mail address: as one click on the page that lists them does. */
  readonly signIn: (account: string) => Promise<Reader>;
  /** All that the program has said and put into its log so far. */
  readonly told: () => readonly string[];
  /** Where its data are. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** Somebody who has signed in. */
export interface Reader {
  /** Asks the site for an address of its own, as their browser would. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** What a new context of a browser begins with, so that it is theirs. */
  readonly storageState: Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;
}

const project = path.join(import.meta.dirname, '..', '..');

/** Starts Middle Tier as `npm start` does, with the invented county. */
export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'middletier-browser-'));
  await fillWithCounty(folder, async (into) => (await startOn(into)).end());
  const { address, said, end } = await startOn(folder);
  const log = path.join(folder, 'middletier.log');
  return {
    address,
    signIn: (account) => signInTo(address, account),
    told: () => [...said, ...(existsSync(log) ? [readFileSync(log, 'utf8')] : [])],
    folder,
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A site on a data folder; on an empty one it loads the county first. */
async function startOn(folder: string): Promise<{
  readonly address: string;
  readonly said: readonly string[];
  readonly end: () => Promise<void>;
}> {
  const port = await freePort();
  const program = spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: project,
    env: {
      ...process.env,
      MIDDLETIER_DATA: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      MIDDLETIER_LIMITS: 'none',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = once(program, 'exit');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [program.stdout, program.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said.push(text);
        if (said.join('').includes('Middle Tier is at')) resolve();
      });
    }
  });
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`The site did not start:\n${said.join('')}`);
    }),
  ]);
  return {
    address: `http://127.0.0.1:${String(port)}`,
    said,
    end: async () => {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

async function signInTo(address: string, account: string): Promise<Reader> {
  const answer = await fetch(`${address}/demonstration/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ account }),
  });
  const [, name = '', value = ''] = /^([^=]+)=([^;]+);/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
  if (answer.status !== 303 || value === '')
    throw new Error(`${account} could not sign in: ${String(answer.status)} ${await answer.text()}`);
  const cookie = { name, value, domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false };
  return {
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', `${name}=${value}`);
      return fetch(address + path, { ...init, headers });
    },
    storageState: { cookies: [{ ...cookie, sameSite: 'Lax' }], origins: [] },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** The system's Chromium, as `npm test` found it or where systems keep it; `null` when there is none. */
export function findChromium(): string | null {
  const places = [
    process.env['CHROMIUM'],
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** Nothing but pages: no sandbox where there is no user for one, no calls home. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
