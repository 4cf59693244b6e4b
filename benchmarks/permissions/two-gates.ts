/**
 * One site behind two gates, in a process of its own: with everything the gate checks, and behind one that lets everybody
 * in; each with pages that are kept and with pages made anew. Says as JSON where each is and what its readers send.
 */
import { join } from 'node:path';
import { riskRegisterRoute } from '#/analyse/pages/risk-register/route.ts';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { openGate } from '#/people/actions/gate.ts';
import { importPeople } from '#/people/actions/import-people.ts';
import { beginSession, openSessions } from '#/people/actions/sessions.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { prepareDataFolder } from '#/platform/data-folder.ts';
import { startEmbeddedServer } from '#/platform/database/embedded-server.ts';
import { openRecords } from '#/platform/database/records.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import type { Gate } from '#/platform/web/gate.ts';
import { createServer } from '#/platform/web/server.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import { slugNamed } from '#/published/store/authority-named.ts';
import { recordsForm } from '#/records-form.ts';
import { seen } from '#/seen.ts';
import { loadDemonstrationAtFirst } from '../../demonstration/load.ts';
import { gateForEverybody } from './open-gate.ts';

const [dataFolder = '', people = '20'] = process.argv.slice(2);
const authority = 'larkshire';

prepareDataFolder(dataFolder);
const embedded = await startEmbeddedServer({ folder: join(dataFolder, 'records') });
const store = await openPublishedStore(dataFolder);
const records = await openRecords(embedded.url, recordsForm);
const now = () => new Date().toISOString();
const parts: Parts = {
  dataFolder,
  terminal: openTerminal({ json: true, output: process.stderr, aside: process.stderr }),
  published: () => Promise.resolve(store),
  records: () => Promise.resolve(records),
  reference: loadReference,
  person: () => Promise.resolve(operator),
  site: { address: 'http://localhost', provider: null },
  today: () => now().slice(0, 10),
  now,
};
await loadDemonstrationAtFirst(parts);
const readers = await signedIn(Number(people));
const cookies = [...readers.keys()].map((token) => `middletier-session=${token}`);

const sessions = openSessions(parts);
const checked = openGate(parts, sessions.whoHas, async (typed) => slugNamed(store, typed), seen);
const everybody = gateForEverybody(records, authority, readers);
const servers = [
  site('checked, kept', checked, true),
  site('let in, kept', everybody, true),
  site('checked, made anew', checked, false),
  site('let in, made anew', everybody, false),
];
const sites = await Promise.all(
  servers.map(async ({ name, server }) => ({
    name,
    address: await server.listen({ host: '127.0.0.1', port: 0 }),
  })),
);
process.stdout.write(`${JSON.stringify({ sites, cookies })}\n`);

process.once('SIGTERM', () => {
  void (async () => {
    await Promise.all(servers.map(({ server }) => server.close()));
    await records.close();
    store.close();
    await embedded.stop();
    process.exit(0);
  })();
});

function site(name: string, gate: Gate, keeps: boolean) {
  const keeping = keeps ? { keeping: { published: () => parts.today() } } : {};
  return { name, server: createServer({ routes: [riskRegisterRoute(parts)], gate, ...keeping }) };
}

/** Analysts of the invented county, let in as an authority lets in its own, each with a session, by its token. */
async function signedIn(count: number): Promise<ReadonlyMap<string, Person>> {
  const rows = Array.from({ length: count }, (_, index) => ({
    row: index + 2,
    name: `Reader ${String(index + 1)}`,
    email: `reader-${String(index + 1)}@larkshire.example`,
    role: 'Analyst',
    for: '',
    from: '',
    to: '',
    why: 'Reads for the benchmark',
  }));
  const taken = await importPeople(parts, operator, { authority, rows, demonstration: true });
  const roles = [{ role: 'analyst', authority, schools: 'all' }] as const;
  const begun = taken.people.map(async ({ person, name }) => {
    const id = person ?? '';
    const { token } = await beginSession(parts, id, 'demonstration');
    return [token, { id, name, roles }] as const;
  });
  return new Map(await Promise.all(begun));
}
