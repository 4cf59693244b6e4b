import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { cookieOfSession, gateOf } from './gate.fixture.ts';
import type { PageResponse, PageRoute } from './route.ts';
import type { ServerOptions } from './server.ts';
import { createServer } from './server.ts';
import { plainShell } from './shell.ts';

const officer: Person = {
  id: '1',
  name: 'An officer',
  roles: [{ role: 'analyst', authority: 'fenshire', schools: 'all' }],
};
const local = { host: 'localhost', cookie: cookieOfSession };

/** A site with one page, and what happened to it in order. */
function site(
  handle: () => PageResponse | Promise<PageResponse>,
  options: Partial<ServerOptions> & { readonly route?: Partial<PageRoute> } = {},
): { readonly server: FastifyInstance; readonly happened: string[] } {
  const happened: string[] = [];
  const server = createServer({
    routes: [
      {
        method: 'GET',
        path: '/authorities/:authority/page',
        permission: 'read lists of categories',
        logs: { event: 'read categories' },
        handle: async () => {
          happened.push('handled');
          return handle();
        },
        ...options.route,
      },
    ],
    gate: gateOf(officer, {
      met: ({ permission, event, path, authority }) => {
        happened.push(
          `let in: ${permission}, ${event ?? 'not logged'}, ${path}, ${authority ?? 'no authority'}`,
        );
      },
    }),
    reportBug: (_error, reference) => {
      happened.push(`reported ${reference}`);
    },
    ...options,
  });
  return { server, happened };
}

const file = (): PageResponse => ({ kind: 'file', name: 'a"b.csv', type: 'text/csv', body: 'x' });
const get = (server: FastifyInstance, url = '/authorities/fenshire/page?phase=primary') =>
  server.inject({ method: 'GET', url, headers: local });

describe('an address that nobody would write', () => {
  const asked = async (url: string) => {
    const seen: unknown[] = [];
    const { server, happened } = site(file, {
      route: {
        handle: ({ params, query }) => {
          seen.push(params, query);
          return Promise.resolve(file());
        },
      },
    });
    const { statusCode, body } = await get(server, url);
    return { statusCode, body, seen, happened };
  };

  test('with a control character in a name leads nowhere, before anything is asked, logged or looked up', async () => {
    for (const name of ['%00', 'fen%0Ashire', 'fen%7F', 'fen%C2%85']) {
      const { statusCode, body, happened } = await asked(`/authorities/${name}/page`);
      // Whose header stands above the answer is asked, of no authority.
      const askedOfOne = happened.filter((one) => !one.endsWith(', no authority'));
      assert.deepEqual([statusCode, askedOfOne], [404, []], name);
      assert.match(body, /<h1/);
      assert.doesNotMatch(body, /\0/);
    }
  });

  test('with control characters in its query is read with spaces for them', async () => {
    const { seen } = await asked('/authorities/fenshire/page?search=a%00b&phase=%0Dprimary');
    assert.deepEqual(seen[1], { search: ['a b'], phase: [' primary'] });
  });

  test('half-written, too long or pointing out of the site leads nowhere', async () => {
    for (const url of [
      '/authorities/%E0%A4%A/page',
      `/authorities/${'a'.repeat(300)}/page`,
      '/authorities/../../etc/passwd',
      '/assets/..%2F..%2Fpackage.json',
      '//example.org/',
    ]) {
      const { statusCode, body } = await asked(url);
      assert.equal(statusCode, 404, url);
      assert.match(body, /Page not found/);
    }
  });

  test('with names of things that every object has is read as any other name', async () => {
    const { statusCode, seen } = await asked(
      '/authorities/__proto__/page?constructor=1&toString=2&__proto__=3',
    );
    assert.equal(statusCode, 200);
    assert.equal((seen[0] as Record<string, string>)['authority'], '__proto__');
    assert.deepEqual(Object.keys(seen[1] as object).slice(0, 2), ['constructor', 'toString']);
  });

  test('longer than a server reads is told so in words', async () => {
    const { server } = site(file);
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    try {
      const answer = await fetch(`${address}/?search=${'a'.repeat(20_000)}`);
      assert.equal(answer.status, 431);
      assert.match(await answer.text(), /^The address is too long/);
    } finally {
      await server.close();
    }
  });
});

describe('a page', () => {
  const letIn = 'let in: read lists of categories, read categories, /authorities/fenshire/page, fenshire';

  test('is handled only once the gate has let the reader in, with its path and without its query', async () => {
    const { server, happened } = site(file);
    assert.equal((await get(server)).statusCode, 200);
    assert.deepEqual(happened, [letIn, 'handled']);
  });

  test('is for nobody who has not signed in: they are asked to, and brought back to it', async () => {
    for (const cookie of ['', 'middletier-session=', `middletier-session=${'b'.repeat(43)}`, 'other=1']) {
      const { server, happened } = site(file);
      const url = '/authorities/fenshire/page?phase=primary';
      const { statusCode, headers } = await server.inject({ url, headers: { ...local, cookie } });
      assert.deepEqual([statusCode, happened], [303, []], cookie);
      assert.equal(headers.location, '/sign-in?to=%2Fauthorities%2Ffenshire%2Fpage%3Fphase%3Dprimary');
    }
  });

  test('that is not permitted is neither logged nor handled', async () => {
    const { server, happened } = site(file, { gate: gateOf(officer, { permitted: false }) });
    const response = await get(server);
    assert.equal(response.statusCode, 403);
    assert.match(response.body, /What you can do/);
    assert.deepEqual(happened, []);
  });

  test('that cannot be logged is not shown', async () => {
    const { server, happened } = site(file, {
      gate: gateOf(officer, { met: () => Promise.reject(new Error('disk')) }),
    });
    assert.equal((await get(server)).statusCode, 500);
    assert.ok(!happened.includes('handled'));
  });

  test('with nothing confidential is not logged', async () => {
    const { server, happened } = site(file, { route: { logs: 'nothing confidential' } });
    await get(server);
    assert.deepEqual(happened, [letIn.replace('read categories, /', 'not logged, /'), 'handled']);
  });

  test('that fails in a known way says what is wrong and what to do', async () => {
    const { server, happened } = site(() => {
      throw new KnownError('authority-unknown', 'No school of <b>Nowhere</b> is there.', [
        'Look in the list.',
      ]);
    });
    const response = await get(server);
    assert.equal(response.statusCode, 404);
    assert.match(response.body, /No school of &lt;b&gt;Nowhere&lt;\/b&gt; is there\./);
    assert.match(response.body, /Look in the list\./);
    assert.ok(!happened.some((one) => one.startsWith('reported')));
  });

  test('with a bug shows a reference to the log and nothing of the inside', async () => {
    const { server, happened } = site(() => {
      throw new Error('secret inside');
    });
    const response = await get(server);
    assert.equal(response.statusCode, 500);
    assert.doesNotMatch(response.body, /secret inside/);
    const reference = happened.find((one) => one.startsWith('reported'))?.slice('reported '.length);
    assert.ok(reference !== undefined && response.body.includes(reference));
  });

  test('whose template uses a name that is not there is a bug, not a blank', async () => {
    const { server } = site(() => ({
      kind: 'page',
      template: 'platform/web/templates/error.njk',
      title: 'A page',
      shell: plainShell,
      view: { page: { whatToDo: [], message: null, reference: null } },
    }));
    assert.equal((await get(server)).statusCode, 500);
  });

  test('gives a download a name that cannot break out of its header', async () => {
    const { server } = site(file);
    assert.equal((await get(server)).headers['content-disposition'], 'attachment; filename="a-b.csv"');
  });

  test('gets every value of a query parameter, in order', async () => {
    let seen: readonly string[] | undefined;
    const { server } = site(file, {
      route: {
        handle: (request) => {
          seen = request.query['phase'];
          return Promise.resolve(file());
        },
      },
    });
    await get(server, '/authorities/fenshire/page?phase=primary&phase=special');
    assert.deepEqual(seen, ['primary', 'special']);
  });
});

describe('the site', () => {
  test('forbids script, inline style and everything from elsewhere on every answer, errors included', async () => {
    const { server } = site(file);
    for (const url of ['/authorities/fenshire/page', '/nowhere', '/health', '/%E0%A4%A', '/assets/nothing']) {
      const { headers } = await get(server, url);
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /default-src 'none'/, url);
      assert.doesNotMatch(policy, /unsafe|\*/, url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
    }
  });

  test('says what to do at an address that leads nowhere, also one that cannot be read', async () => {
    const { server } = site(file);
    for (const url of ['/nowhere', '/%E0%A4%A', '/assets/0000/middle-tier.css']) {
      const response = await get(server, url);
      assert.equal(response.statusCode, 404, url);
      assert.match(response.body, /Start again from the first page/, url);
    }
  });

  test('bound to this computer answers only to the computer’s own names', async () => {
    const { server } = site(file);
    const status = async (host: string): Promise<number> =>
      (await server.inject({ url: '/health', headers: { host } })).statusCode;
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000']) {
      assert.equal(await status(host), 200, host);
    }
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000']) {
      assert.equal(await status(host), 421, host);
    }
  });

  test('bound to a network leaves the names to the proxy in front', async () => {
    const { server } = site(file, { host: '0.0.0.0' });
    const response = await server.inject({ url: '/health', headers: { host: 'middletier.example' } });
    assert.equal(response.statusCode, 200);
  });

  test('serves its styles under an address that changes with them, to be kept for good, without GOV.UK’s font or crest', async () => {
    const { server } = site(file);
    const page = await get(server, '/nowhere');
    const [, address = ''] = /rel="stylesheet" href="([^"]+)"/.exec(page.body) ?? [];
    assert.match(address, /^\/assets\/[0-9a-f]{16}\/middle-tier\.css$/);
    const styles = await get(server, address);
    assert.match(String(styles.headers['cache-control']), /immutable/);
    assert.ok(!/GDS Transport|@font-face|url\([^)]*crest/.test(styles.body), 'no mark of GOV.UK');
    const pictures = [...styles.body.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    for (const picture of pictures.filter((one) => one.startsWith('/'))) {
      assert.equal((await get(server, picture)).statusCode, 200, picture);
    }
  });

  test('is unwell when what is behind it is', async () => {
    const { server } = site(file, {
      health: () => Promise.reject(new KnownError('database-unreachable', 'Gone.')),
    });
    assert.equal((await get(server, '/health')).statusCode, 503);
  });
});
