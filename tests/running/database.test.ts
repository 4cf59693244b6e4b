import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import {
  makeDataFolder,
  processesUsing,
  scripts,
  startProgram,
  untilNothingUses,
} from './program.fixture.ts';

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

async function hold(folder: string) {
  const program = startProgram([scripts.holdDatabase, folder]);
  const [, url = ''] = await program.untilSaid(/database at (.*)\n/);
  return { ...program, url };
}

const supervisorOf = (folder: string) => pidOf(folder, 'embedded-server-supervisor');
const serverOf = (folder: string) => pidOf(folder, 'bin/postgres');

function pidOf(folder: string, program: string): number {
  const found = processesUsing(folder).find(({ command }) => command.includes(program));
  assert.ok(found, `${program} runs on ${folder}`);
  return found.pid;
}

test('the embedded database is UTF-8, answers on a socket only, and keeps what it was given', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const first = await hold(folder);
  assert.equal(await ask(first.url, `select current_setting('server_encoding') as answer`), 'UTF8');
  assert.equal(await ask(first.url, `select current_setting('listen_addresses') as answer`), '');
  await ask(first.url, `create table kept as select 'Ysgol y Môr' as answer`);
  first.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  assert.throws(() => serverOf(folder), 'giving it up waits until it has stopped');

  const second = await hold(folder);
  assert.equal(await ask(second.url, 'select answer from kept'), 'Ysgol y Môr');
  second.kill('SIGTERM');
  await second.ended;
});

test('two programs on one folder share one server, and it stays until the last has ended', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const both = await Promise.all([hold(folder), hold(folder)]);
  const [first, second] = both;
  assert.equal(first.url, second.url);
  first.kill('SIGKILL');
  await first.ended;
  assert.equal(await ask(second.url, 'select 1 as answer'), 1);
  second.kill('SIGKILL');
  await untilNothingUses(folder);
});

test('when the supervisor is killed, the database ends, and the next start loses nothing', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const first = await hold(folder);
  await ask(first.url, 'create table kept as select 1 as answer');
  process.kill(supervisorOf(folder), 'SIGKILL');
  first.kill('SIGKILL');
  const second = await hold(folder);
  assert.equal(await ask(second.url, 'select answer from kept'), 1);
  second.kill('SIGTERM');
  await second.ended;
});

test('when the database itself is killed, the next start recovers it', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const first = await hold(folder);
  await ask(first.url, 'create table kept as select 1 as answer');
  process.kill(serverOf(folder), 'SIGKILL');
  first.kill('SIGKILL');
  const second = await hold(folder);
  assert.equal(await ask(second.url, 'select answer from kept'), 1);
  second.kill('SIGTERM');
  await second.ended;
});

test('a process number left in postmaster.pid that now belongs to another program does not block the start', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const first = await hold(folder);
  first.kill('SIGTERM');
  await first.ended;
  const note = join(folder, 'cluster', 'postmaster.pid');
  writeFileSync(note, `${process.pid}\n${join(folder, 'cluster')}\n0\n5432\n\n\n0 0\n`, { mode: 0o600 });
  const second = await hold(folder);
  assert.equal(await ask(second.url, 'select 1 as answer'), 1);
  second.kill('SIGTERM');
  await second.ended;
});

test('a folder whose path is too long for a socket works all the same', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  const deep = join(folder, 'a-folder-with-a-long-name'.repeat(4), 'and “quotes”, commas');
  mkdirSync(deep, { recursive: true });
  const first = await hold(deep);
  assert.equal(await ask(first.url, 'select 1 as answer'), 1);
  const sockets = new URL(first.url).searchParams.get('host') ?? '';
  assert.ok(existsSync(sockets));
  first.kill('SIGTERM');
  await first.ended;
  assert.ok(!existsSync(sockets), 'the folder of the sockets is removed with the server');
});

test('a first start that was interrupted leaves nothing the next one stumbles over', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  mkdirSync(join(folder, 'cluster.unfinished'), { recursive: true });
  writeFileSync(join(folder, 'cluster.unfinished', 'PG_VERSION'), '18\n');
  const first = await hold(folder);
  assert.equal(await ask(first.url, 'select 1 as answer'), 1);
  first.kill('SIGTERM');
  await first.ended;
});

test('a database of another version of PostgreSQL is refused in words', async (t) => {
  const { folder, remove } = makeDataFolder();
  t.after(remove);
  mkdirSync(join(folder, 'cluster'));
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '12\n');
  const first = startProgram([scripts.holdDatabase, folder]);
  assert.equal(await first.ended, 1);
  assert.match(first.said(), /made by PostgreSQL 12; this Middle Tier brings PostgreSQL 18/);
});

const isRoot = process.getuid?.() === 0;

test(
  'for root, PostgreSQL runs as another account, also where root’s own folders are closed to it',
  { skip: isRoot ? false : 'only root can start it for another account' },
  async (t) => {
    // Below a closed folder, as a project in /root is.
    const closed = mkdtempSync(join(tmpdir(), 'middletier-closed-'));
    const folder = join(closed, 'records');
    const first = await hold(folder);
    const { keptIn } = JSON.parse(readFileSync(join(folder, 'kept-elsewhere.json'), 'utf8')) as {
      keptIn: string;
    };
    t.after(async () => {
      await untilNothingUses(keptIn);
      for (const each of [keptIn, closed]) rmSync(each, { recursive: true, force: true });
    });
    assert.match(keptIn, /^\/var\/lib\/middletier\//);
    const owner = execFileSync('ps', ['-o', 'uid=', '-p', String(serverOf(keptIn))], {
      encoding: 'utf8',
    });
    assert.notEqual(owner.trim(), '0');
    await ask(first.url, 'create table kept as select 1 as answer');
    first.kill('SIGTERM');
    await first.ended;
    const second = await hold(folder);
    assert.equal(await ask(second.url, 'select answer from kept'), 1);
    second.kill('SIGTERM');
    await second.ended;
  },
);

const nobody = 65_534;
const canBeNobody =
  isRoot &&
  spawnSync(process.execPath, [scripts.main, 'settings'], {
    uid: nobody,
    gid: nobody,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;

test(
  'for anyone but root, PostgreSQL runs as themselves',
  { skip: isRoot && !canBeNobody ? 'the account nobody may not enter this project' : false },
  async (t) => {
    const { folder, remove } = makeDataFolder();
    t.after(remove);
    if (isRoot) chownSync(folder, nobody, nobody);
    const asNobody = [
      'setpriv',
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      '--clear-groups',
      process.execPath,
    ];
    const program = startProgram([...(isRoot ? asNobody : []), scripts.holdDatabase, folder]);
    const [, url = ''] = await program.untilSaid(/database at (.*)\n/);
    assert.equal(await ask(url, 'select 1 as answer'), 1);
    const owner = execFileSync('ps', ['-o', 'uid=', '-p', String(serverOf(folder))], {
      encoding: 'utf8',
    });
    assert.equal(Number(owner), isRoot ? nobody : process.getuid?.());
    program.kill('SIGTERM');
    await program.ended;
  },
);
