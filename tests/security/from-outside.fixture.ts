import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Role } from '#/people/rules/roles.ts';
import { formTokenField, makeFormToken } from '#/platform/web/form-token.ts';
import { authority, openSiteOfRoles, type SiteOfRoles } from './site-of-roles.fixture.ts';

/** What came back over the network. */
export interface Come {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is sent; left out of it: what a browser on one of our own pages would send. */
export interface Sent {
  readonly method?: string;
  /** Token of the session; `null`: none. */
  readonly session?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A site with real records on a real port, and whoever comes from outside. */
export interface Outside {
  readonly site: SiteOfRoles;
  /** Where it is, without a slash at the end. */
  readonly address: string;
  /** Everything that came back so far, with what was asked for. */
  readonly came: readonly (Come & { readonly asked: string })[];
  readonly ask: (path: string, sent?: Sent) => Promise<Come>;
  /** Sends a form, with its token unless the fields say otherwise (`''`: without). */
  readonly send: (
    path: string,
    session: string | null,
    fields: Readonly<Record<string, string>>,
    more?: Omit<Sent, 'session' | 'body'>,
  ) => Promise<Come>;
  /** Sends these very bytes, and returns all that comes back until the connection is closed. */
  readonly sendRaw: (text: string) => Promise<string>;
  /** The session of somebody with this role, as the browser has it. */
  readonly sessionOf: (role: Role) => string;
  readonly close: () => Promise<void>;
}

export async function openOutside(): Promise<Outside> {
  const site = await openSiteOfRoles();
  const address = await site.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = new URL(address);
  const came: (Come & { readonly asked: string })[] = [];

  const ask: Outside['ask'] = async (path, { method = 'GET', session = null, headers = {}, body } = {}) => {
    const asking = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: {
        host: `localhost:${port}`,
        ...(session === null ? {} : { cookie: `middletier-session=${session}` }),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      },
    });
    asking.end(body);
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of answer as AsyncIterable<Buffer>) pieces.push(piece);
    const one = {
      asked: `${method} ${path}`,
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: Buffer.concat(pieces).toString(),
    };
    came.push(one);
    return one;
  };

  return {
    site,
    address,
    came,
    ask,
    send: (path, session, fields, { headers = {}, ...more } = {}) => {
      const token = session === null ? {} : { [formTokenField]: makeFormToken(session, Date.now()) };
      return ask(path, {
        method: 'POST',
        session,
        body: new URLSearchParams({ ...token, ...fields }).toString(),
        headers: {
          origin: `http://localhost:${port}`,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        ...more,
      });
    },
    sendRaw: async (text) => {
      const socket = connect(Number(port), '127.0.0.1');
      const pieces: Buffer[] = [];
      socket.on('data', (piece: Buffer) => pieces.push(piece));
      socket.on('error', () => undefined);
      socket.end(text);
      await once(socket, 'close');
      return Buffer.concat(pieces).toString();
    },
    sessionOf: (role) => {
      const found = site.visitors.find(({ person }) =>
        person.roles.some((one) => one.role === role && one.authority === authority),
      );
      const token = found?.token ?? null;
      if (token === null) throw new Error(`Nobody is ${role}`);
      return token;
    },
    close: site.close,
  };
}

/** Every row of every table as text, but for what every request may leave: traces of reading, of use and of forms. */
export async function everyRow({ owner }: SiteOfRoles['database']): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where (schemaname = 'middletier' or schemaname like 'authority_%')
        and tablename not in ('reading_log', 'log_link', 'session_seen', 'form_used', 'form_ended', 'sign_in_attempt')
      order by 1`,
  );
  const all = new Map<string, string>();
  for (const { name } of rows) {
    const kept = await owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    all.set(name, kept.rows.map(({ row }) => row).join('\n'));
  }
  return all;
}
