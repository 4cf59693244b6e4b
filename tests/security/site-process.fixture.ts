import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openGate } from '#/people/actions/gate.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { accountRoutes } from '#/people/pages/account/route.ts';
import { demonstrationSignInRoutes } from '#/people/pages/demonstration-sign-in/route.ts';
import { setUpRoutes } from '#/people/pages/set-up/route.ts';
import { signInRoutes } from '#/people/pages/sign-in/route.ts';
import type { Parts } from '#/parts.ts';
import { openRecords } from '#/platform/database/records.ts';
import type { PageRoute } from '#/platform/web/route.ts';
import { createServer } from '#/platform/web/server.ts';
import { recordsForm } from '#/records-form.ts';
import { seen } from '#/seen.ts';

/** One process of the site: only the pages of signing in, and one that needs a role. */
export interface SiteProcess {
  readonly address: string;
  /** As when the machine loses its current: nothing is tidied. */
  readonly kill: () => Promise<void>;
}

/** Starts a process of the site on a database. */
export async function startSiteProcess(databaseUrl: string): Promise<SiteProcess> {
  const child: ChildProcess = spawn(process.execPath, [import.meta.filename, databaseUrl], {
    // A line to the test: when that is gone, however it went, so is the process.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('No output');
  const [address] = (await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data'),
    once(child, 'exit').then(() => {
      throw new Error('The process did not start');
    }),
  ])) as string[];
  return {
    address: (address ?? '').trim(),
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The only authority whose schools are known in these processes. */
export const inventedAuthority = {
  name: 'Larkshire',
  slug: 'larkshire',
  schools: 1,
  invented: true,
  newestKnownOn: '2026-01-01',
};

if (import.meta.main) {
  process.stdin.on('end', () => process.exit(1)).resume();
  const records = await openRecords(process.argv[2] ?? '', recordsForm);
  const parts = {
    records: () => Promise.resolve(records),
    published: () =>
      Promise.resolve({
        authorities: () => Promise.resolve([inventedAuthority]),
        evidence: () => Promise.resolve([]),
      }),
    site: { address: 'http://localhost', provider: null },
  } as unknown as Parts;
  const guarded: PageRoute = {
    method: 'GET',
    path: '/authorities/:authority/guarded',
    permission: 'read categories',
    logs: 'nothing confidential',
    handle: ({ person }) =>
      Promise.resolve({ kind: 'file', name: 'who.txt', type: 'text/plain', body: person.name }),
  };
  const server = createServer({
    routes: [
      guarded,
      ...[...signInRoutes, ...demonstrationSignInRoutes, ...setUpRoutes, ...accountRoutes].map((route) =>
        route(parts),
      ),
    ],
    gate: openGate(parts, openSessions(parts).whoHas, (slug) => Promise.resolve(slug), seen),
  });
  process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
}
