import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openRound } from '#/analyse/actions/deciding/open-round.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { openFormsTaken } from '#/people/actions/forms-taken.ts';
import { openGate } from '#/people/actions/gate.ts';
import { openSessions } from '#/people/actions/sessions.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { openTerminal } from '#/platform/terminal/open-terminal.ts';
import { formTokenField, makeFormToken } from '#/platform/web/form-token.ts';
import type { Route } from '#/platform/web/route.ts';
import { createServer } from '#/platform/web/server.ts';
import { slugNamed } from '#/published/store/authority-named.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { routes } from '#/routes.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { seen } from '#/seen.ts';
import { everyRole, letSignIn, schools, somebody } from './everybody.fixture.ts';
import { storeOf } from './published.fixture.ts';
import { addPerson, mappingOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** The authority of the site; `marshland` is another one on it. */
export const authority = 'fenshire';

/** Of these, those that cause concern by the scheme. */
export const ofConcern: readonly string[] = [schools['own of concern'], schools['other of concern']];

/** Somebody who comes to the site, and what they may. */
export interface Visitor {
  readonly who: string;
  /** Of their session; `null`: nobody has signed in. */
  readonly token: string | null;
  /** With the roles that count today. */
  readonly person: Person;
}

export interface Answer {
  readonly status: number;
  /** Where it leads to; empty where it is no redirect. */
  readonly to: string;
  readonly body: string;
}

export interface SiteOfRoles {
  readonly database: TestDatabase;
  readonly parts: Parts;
  /** Not listening: for whoever comes by the network. */
  readonly server: FastifyInstance;
  readonly routes: readonly Route[];
  /** One of each role, one whose role has ended, one of another authority, and nobody. */
  readonly visitors: readonly Visitor[];
  /** What was a bug. */
  readonly bugs: readonly unknown[];
  /** Asks as a browser would; a form is sent with nothing in it but its token. */
  readonly ask: (token: string | null, method: 'GET' | 'POST', address: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const invented = storeOf(
  {
    [schools.own]: [['2018-03-06', 1]],
    [schools['own of concern']]: [['2018-03-06', 4]],
    [schools.other]: [['2018-03-06', 1]],
    [schools['other of concern']]: [['2018-03-06', 4]],
  },
  '2018-12-31',
);

/** As if the authority existed: somebody of an invented one may change no official file where another has records. */
const store: PublishedStore = {
  ...invented,
  authorities: async () => (await invented.authorities()).map((one) => ({ ...one, invented: false })),
  sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]),
};

/** The site as it runs, with its real gate and database, analysed once and with one file of its own services. */
export async function openSiteOfRoles(): Promise<SiteOfRoles> {
  const folder = mkdtempSync(join(tmpdir(), 'middletier-roles-'));
  const database = await startTestDatabase();
  const records = await database.openRecords();
  const parts: Parts = {
    dataFolder: folder,
    terminal: openTerminal({ json: false, output: process.stdout, aside: process.stderr }),
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: loadReference,
    person: () => Promise.resolve(operator),
    site: { address: 'http://localhost:3000', provider: null },
    today: () => '2019-06-30',
    now: () => '2019-06-30T09:00:00.000Z',
  };
  await records.prepareAuthority(authority, 'Fenshire');
  await records.prepareAuthority('marshland', 'Marshland');
  await supplyPlaces(parts);
  await runAnalysis(parts, operator, { authority });
  await openFirstRound(parts, database);
  const bugs: unknown[] = [];
  const all = routes.map((of) => of(parts));
  const server = createServer({
    routes: all,
    gate: openGate(
      parts,
      openSessions(parts).whoHas,
      async (typed) => slugNamed(await parts.published(), typed),
      seen,
    ),
    formsTaken: openFormsTaken(parts),
    uploadFolder: join(folder, 'uploads'),
    reportBug: (error) => bugs.push(error),
  });
  return {
    database,
    parts,
    server,
    routes: all,
    visitors: await letEverybodyIn(parts, database),
    bugs,
    ask: async (token, method, address) => {
      const { statusCode, headers, body } = await server.inject({
        method,
        url: address,
        headers: {
          host: 'localhost',
          ...(token === null ? {} : { cookie: `middletier-session=${token}` }),
          ...(method === 'GET' ? {} : fromOwnPage),
        },
        ...(method === 'GET' ? {} : { payload: formOf(token) }),
      });
      const to = headers.location ?? '';
      // Each form has its own token.
      return { status: statusCode, to, body: body.replaceAll(/ value="[\w.-]{70,}"/g, '') };
    },
    close: async () => {
      await server.close();
      await database.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A round over every school, with nothing decided in it yet; by somebody who is none of the visitors. */
async function openFirstRound(parts: Parts, { owner }: TestDatabase): Promise<void> {
  const opener = { ...somebody('head of service', authority), id: 'opener', name: 'Who opened the round' };
  await addPerson(owner, authority, opener);
  const opened = await openRound(parts, opener, {
    ...{ authority, run: '', urn: '', name: 'Summer term 2019', why: 'A new term' },
    ...{ decideBy: '5 July 2019', tellBy: '12 July 2019' },
  });
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened.problems));
}

const fromOwnPage = {
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

function formOf(token: string | null): string {
  const fields = token === null ? {} : { [formTokenField]: makeFormToken(token, Date.now()) };
  return new URLSearchParams(fields).toString();
}

async function letEverybodyIn(parts: Parts, { owner }: TestDatabase): Promise<readonly Visitor[]> {
  const visitors: Visitor[] = [];
  for (const person of everyRole(authority)) {
    const token = await letSignIn(parts, owner, person, { authority });
    visitors.push({ who: person.name, token, person });
  }
  const gone = { ...somebody('analyst', 'ended'), roles: somebody('analyst', authority).roles };
  const token = await letSignIn(parts, owner, gone, { authority, ended: true });
  visitors.push({ who: 'somebody whose role has ended', token, person: { ...gone, roles: [] } });
  const ofAnother = somebody('head of service', 'marshland');
  visitors.push({
    who: ofAnother.name,
    token: await letSignIn(parts, owner, ofAnother, { authority: 'marshland' }),
    person: ofAnother,
  });
  return [...visitors, { who: 'nobody', token: null, person: { id: '', name: '', roles: [] } }];
}

/** One thing supplied of every school: supplied file 1. */
async function supplyPlaces(parts: Parts): Promise<void> {
  const path = join(parts.dataFolder, 'places.csv');
  writeFileSync(path, ['URN,Places', ...Object.values(schools).map((urn) => `${urn},30`), ''].join('\n'));
  await supplyFile(parts, operator, {
    authority,
    path,
    fileName: 'places.csv',
    mapping: mappingOf('Places'),
    statedOn: '2018-09-01',
    knownOn: '2018-10-01',
    givenBy: 'Place planning',
  });
}
