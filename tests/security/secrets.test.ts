import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeSetUpLink } from '#/people/actions/set-up-links.ts';
import { startEmbeddedServer, type EmbeddedServer } from '#/platform/database/embedded-server.ts';
import { keepInLog } from '#/platform/processes/program-log.ts';
import { makeFormToken } from '#/platform/web/form-token.ts';
import { somebody } from './everybody.fixture.ts';
import { openOutside, type Outside } from './from-outside.fixture.ts';

/** Failures at many places, each with something secret at hand: it is in no file, in no log and in no answer afterwards. */

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'middletier-secrets-'));
// For root, PostgreSQL is another account, which must be able to pass through.
chmodSync(folder, 0o711);

/** Each is looked for as it stands. */
const secrets = {
  password: 'Zq-password-that-was-typed',
  session: `Zq-session-${'s'.repeat(32)}`,
  setUp: `Zq-set-up-${'u'.repeat(33)}`,
  database: 'Zq-password-of-the-database',
  provider: 'Zq-secret-of-the-provider',
};
/** What people type: kept in the records where it was taken, told in no log. */
const typed = 'Zq-what-somebody-typed';

let server: EmbeddedServer;
let outside: Outside;
const usual = process.env['MIDDLETIER_TEST_DATABASE_URL'];
before(async () => {
  server = await startEmbeddedServer({ folder: join(folder, 'records') });
  process.env['MIDDLETIER_TEST_DATABASE_URL'] = server.url;
  outside = await openOutside();
});
after(async () => {
  await outside.close();
  if (usual === undefined) delete process.env['MIDDLETIER_TEST_DATABASE_URL'];
  else process.env['MIDDLETIER_TEST_DATABASE_URL'] = usual;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function filesOf(under: string): readonly string[] {
  return readdirSync(under, { recursive: true, encoding: 'utf8' })
    .map((name) => join(under, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

describe('secrets', () => {
  test('at hand where pages fail are in no answer', async () => {
    const { owner } = outside.site.database;
    const administrator = outside.sessionOf('administrator');
    const { id } = somebody('chair', 'fenshire');
    const { path: link } = await makeSetUpLink(outside.site.parts, id);
    secrets.setUp = link.slice('/set-up/'.length);
    const attempts = async (): Promise<void> => {
      const { session, password } = secrets;
      await outside.ask('/authorities/fenshire/risk-register', { session });
      await outside.send('/authorities/fenshire/people/invite', session, { name: typed });
      const token = makeFormToken(administrator, Date.now());
      const person = {
        name: typed,
        email: `${typed}@fenshire.example`,
        role: typed,
        from: typed,
        why: typed,
      };
      await outside.send('/authorities/fenshire/people/invite', administrator, {
        ...person,
        'form-token': token,
      });
      await outside.send('/authorities/fenshire/people/invite', administrator, {
        ...person,
        role: 'analyst',
        from: '',
        'form-token': token,
      });
      for (const name of ['nobody@fenshire.example', `${id.slice(0, 8)}@fenshire.example`, 'x'])
        await outside.send('/sign-in', null, { name, password, to: `/${typed}` });
      await outside.send(link, null, { password, again: 'other' });
      await outside.send(`${link}x`, null, { password, again: password });
      await outside.send('/authorities/fenshire/supplied/1/undo', administrator, {
        reason: typed.repeat(3000),
      });
    };
    await attempts();
    // Where tables are gone, every one of these is a bug, in the middle of what it does.
    for (const table of [
      'authority_fenshire.person_known_as',
      'middletier.credential',
      'middletier.set_up_link',
      'middletier.session',
    ]) {
      const [schema = '', name = ''] = table.split('.');
      await owner.query(`alter table ${table} rename to gone_for_now`);
      await attempts();
      await owner.query(`alter table ${schema}.gone_for_now rename to ${name}`);
    }
    assert.ok(outside.site.bugs.length >= 8, `${outside.site.bugs.length} bugs`);
    for (const { asked, status, headers, body } of outside.came) {
      const told = `${JSON.stringify(headers)} ${body}`;
      for (const [name, secret] of Object.entries(secrets))
        assert.ok(!told.includes(secret), `${name} in ${asked} ${status}`);
      // A form that failed is answered with what was typed in it, to be sent again; nothing else tells of it.
      if (status >= 500) {
        assert.ok(!JSON.stringify(headers).includes(typed), asked);
        if (!asked.startsWith('POST ')) assert.ok(!body.includes(typed), asked);
      }
    }
  });

  test('are in no file of the data folder, and what was typed is in no log', async () => {
    for (const bug of outside.site.bugs) keepInLog(folder, '2025-01-01T00:00:00Z', bug);
    await outside.site.database.owner.query('checkpoint');
    const files = filesOf(folder);
    const logs = files.filter((path) => path.endsWith('.log'));
    assert.ok(
      logs.some((path) => path.endsWith('middletier.log')) &&
        logs.some((path) => path.endsWith('postgresql.log')),
    );
    assert.ok(files.length > 100, 'the records are looked through too');
    for (const path of files) {
      const content = readFileSync(path);
      for (const [name, secret] of Object.entries(secrets))
        assert.ok(!content.includes(secret), `${name} in ${path}`);
      if (logs.includes(path)) assert.ok(!content.includes(typed), path);
    }
  });

  test('in settings that cannot be used are named and not repeated, in words and for machines', () => {
    const environments = [
      { DATABASE_URL: `mysql://me:${secrets.database}@db.example` },
      { DATABASE_URL: `postgresql://me:${secrets.database}@127.0.0.1:1/records` },
      { MIDDLETIER_ADDRESS: `https://me:${secrets.database}@middletier.example` },
      {
        MIDDLETIER_OPENID_SECRET: secrets.provider,
        MIDDLETIER_OPENID_ISSUER: `https://me:${secrets.provider}@id.example`,
      },
      { MIDDLETIER_OPENID_SECRET: secrets.provider, MIDDLETIER_OPENID_ISSUER: 'nowhere' },
    ];
    for (const environment of environments) {
      const words = 'DATABASE_URL' in environment ? ['analyse', '--all', '--json'] : ['analyse', '--all'];
      const { stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
        encoding: 'utf8',
        env: {
          PATH: process.env['PATH'],
          MIDDLETIER_DATA: join(folder, 'commands'),
          MIDDLETIER_DEBUG: '1',
          ...environment,
        },
      });
      const said = `${stdout}${stderr}`;
      assert.match(said, /DATABASE_URL|MIDDLETIER_|cannot be reached|authorit/i);
      for (const secret of [secrets.database, secrets.provider])
        assert.ok(!said.includes(secret), `${words.join(' ')}: ${said}`);
    }
    for (const path of filesOf(folder).filter((name) => !name.includes('records/')))
      for (const secret of Object.values(secrets)) assert.ok(!readFileSync(path).includes(secret), path);
  });
});
