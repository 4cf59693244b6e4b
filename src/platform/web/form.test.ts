import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Person } from '#/people/rules/permissions.ts';
import type { Form, UploadLimits } from './form.ts';
import { cookieOfSession, gateOf, tokenOfForm } from './gate.fixture.ts';
import type { FormRequest, PageResponse } from './route.ts';
import { comesFromOwnPage } from './same-origin.ts';
import { createServer } from './server.ts';

const officer: Person = {
  id: '1',
  name: 'An officer',
  roles: [{ role: 'analyst', authority: 'fenshire', schools: 'all' }],
};
const folder = mkdtempSync(join(tmpdir(), 'middletier-forms-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const usual = { files: 2, bytes: 1000, bytesInAll: 1500 };
const mountable = process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0;
const smallDisk = mountable ? false : 'needs root, to make a small disk';

/** A site with one form, and what it was sent. */
function site(uploadFolder = join(folder, 'uploads'), permitted = true, uploads: UploadLimits = usual) {
  const seen: (Form & { readonly contents: readonly string[] })[] = [];
  const server = createServer({
    routes: [
      {
        method: 'POST',
        path: '/form',
        permission: 'import files',
        logs: 'nothing confidential',
        uploads,
        handle: ({ form }: FormRequest): Promise<PageResponse> => {
          seen.push({ ...form, contents: form.files.map(({ path }) => readFileSync(path, 'utf8')) });
          return Promise.resolve({ kind: 'redirect', to: '/done' });
        },
      },
    ],
    gate: gateOf(officer, { permitted }),
    uploadFolder,
    reportBug: (error) => {
      throw error;
    },
  });
  return { server, seen, left: () => (existsSync(uploadFolder) ? readdirSync(uploadFolder) : []) };
}

const own = { host: 'localhost', cookie: cookieOfSession, 'sec-fetch-site': 'same-origin' };
const type = 'multipart/form-data; boundary=b';
const end = '--b--\r\n';
const field = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, content: string) =>
  `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n`;
const send = (
  to: ReturnType<typeof site>,
  payload: string,
  headers: Readonly<Record<string, string>> = { ...own, 'content-type': type },
) => {
  const token = tokenOfForm();
  const whole =
    headers['content-type'] === type
      ? field('form-token', token) + payload
      : `form-token=${token}&${payload}`;
  return to.server.inject({ method: 'POST', url: '/form', headers: { ...headers }, payload: whole });
};

describe('where a form comes from', () => {
  test('is told by the browser: only our own pages may send one', () => {
    const host = 'localhost:3000';
    assert.ok(comesFromOwnPage({ host, 'sec-fetch-site': 'same-origin' }));
    assert.ok(comesFromOwnPage({ host, origin: 'http://localhost:3000' }));
    for (const headers of [
      { host },
      { host, 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
      { host, 'sec-fetch-site': 'same-site' },
      { host, 'sec-fetch-site': 'none' },
      { host, origin: 'http://localhost:3001' },
      { host, origin: 'https://elsewhere.example' },
      { host, origin: 'null' },
      { origin: 'http://localhost:3000' },
    ]) {
      assert.ok(!comesFromOwnPage(headers), JSON.stringify(headers));
    }
  });

  test('another page’s form does nothing, before anything is read', async () => {
    const to = site();
    for (const more of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await send(to, field('a', '1') + end, {
        host: 'localhost',
        cookie: cookieOfSession,
        'content-type': type,
        ...more,
      });
      assert.equal(answer.statusCode, 403);
      assert.match(answer.body, /not sent from Middle Tier/);
    }
    assert.deepEqual(to.seen, []);
  });

  test('who may not do a thing uploads nothing', async () => {
    const to = site(undefined, false);
    assert.equal((await send(to, file('a.csv', 'x') + end)).statusCode, 403);
    assert.deepEqual([to.seen, to.left()], [[], []]);
  });

  test('who has not signed in uploads nothing, and is asked to', async () => {
    const to = site();
    const answer = await send(to, file('a.csv', 'x') + end, { ...own, cookie: '', 'content-type': type });
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/sign-in?to=%2Fform']);
    assert.deepEqual([to.seen, to.left()], [[], []]);
  });

  test('what was typed beside files is held for who is signed out, and the files are asked for again', async () => {
    const to = site();
    const payload = field('why', 'Line one\r\nand “two”') + file('a.csv', 'secret content') + end;
    const answer = await send(to, payload, { ...own, cookie: '', 'content-type': type });
    assert.equal(answer.statusCode, 403);
    assert.match(answer.body, /name="why" value="Line one\r\nand “two”"/);
    assert.match(answer.body, /enctype="multipart\/form-data"/);
    assert.match(answer.body, /<input[^>]+name="files"[^>]+type="file"/);
    assert.doesNotMatch(answer.body, /secret content/);
    assert.deepEqual([to.seen, to.left()], [[], []], 'nothing of it reaches the disk');
  });
});

describe('a form', () => {
  test('brings fields and files, whose names lose their folders, and leaves nothing on the disk', async () => {
    const to = site();
    const payload = [
      field('year', '2019'),
      field('year', '2020'),
      file('C:\\x\\..ks2.csv', 'a,b'),
      file('', ''),
      end,
    ];
    const answer = await send(to, payload.join(''));
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/done']);
    const [form] = to.seen;
    assert.deepEqual(form?.fields, { year: ['2019', '2020'] });
    assert.deepEqual(
      form.files.map(({ name, bytes }) => [name, bytes]),
      [['ks2.csv', 3]],
    );
    assert.deepEqual(form.contents, ['a,b']);
    assert.deepEqual(to.left(), []);
  });

  test('without files is read too', async () => {
    const to = site();
    const headers = { ...own, 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await send(to, 'reason=wrong+file&__proto__=x', headers)).statusCode, 303);
    assert.equal(to.seen[0]?.fields['reason']?.[0], 'wrong file');
    assert.equal(Object.getPrototypeOf(to.seen[0].fields), Object.prototype);
  });

  test('that is too much is taken as far as it may be, and the rest is named with why', async () => {
    const to = site();
    const payload = [
      file('big.csv', 'x'.repeat(2000)),
      file('a.csv', 'x'.repeat(900)),
      file('b.csv', 'x'.repeat(900)),
    ];
    await send(to, payload.join('') + file('c.csv', 'c') + file('d.csv', 'd') + end);
    const [form] = to.seen;
    assert.deepEqual(
      form?.files.map(({ name }) => name),
      ['a.csv', 'c.csv'],
    );
    assert.deepEqual(
      form.refused.map(({ name, why }) => [name, /larger|together|only 2 files/.exec(why)?.[0]]),
      [
        ['big.csv', 'larger'],
        ['b.csv', 'together'],
        ['d.csv', 'only 2 files'],
      ],
    );
    assert.deepEqual(to.left(), []);
  });

  test('that is cut off does nothing and leaves nothing', async () => {
    const to = site();
    const answer = await send(to, file('a.csv', 'x').slice(0, -4));
    assert.equal(answer.statusCode, 400);
    assert.match(answer.body, /did not arrive whole/);
    const { port } = new URL(await to.server.listen({ port: 0, host: '127.0.0.1' }));
    const headers = {
      ...own,
      'content-type': type,
      'content-length': 5000,
    };
    const going = request({ port, host: '127.0.0.1', method: 'POST', path: '/form', headers });
    going.on('error', () => undefined);
    going.write(file('a.csv', 'x'.repeat(500)));
    while (to.left().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    going.destroy();
    while (to.left().length > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await to.server.close();
    assert.deepEqual(to.seen, []);
  });

  test(
    'that finds the disk full is answered in words, and leaves nothing',
    { skip: smallDisk },
    async (t) => {
      const disk = mkdtempSync(join(folder, 'disk-'));
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) {
        t.skip('this machine makes no small disk');
        return;
      }
      try {
        const to = site(join(disk, 'uploads'), true, { files: 2, bytes: 1e6, bytesInAll: 2e6 });
        const answer = await send(to, file('a.csv', 'x'.repeat(900_000)) + file('b.csv', 'b') + end);
        assert.equal(answer.statusCode, 507);
        assert.match(answer.body, /no room left on the disk/);
        assert.deepEqual([to.seen, to.left()], [[], []]);
      } finally {
        spawnSync('umount', ['-l', disk]);
      }
    },
  );

  test('of another kind or size is refused in words', async () => {
    const to = site();
    for (const [kind, payload] of [
      ['text/xml', '<a/>'],
      ['application/x-www-form-urlencoded', `a=${'x'.repeat(2_000_000)}`],
      ['application/json', '{"a":1}'],
    ] as const) {
      const answer = await send(to, payload, { ...own, 'content-type': kind });
      assert.equal(answer.statusCode, 400, kind);
    }
    assert.deepEqual(to.seen, []);
  });
});
