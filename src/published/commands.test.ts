import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { operator } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { Parts } from '#/parts.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { latestGraded, managementInformation, schoolRow, workshop } from './store/import.fixture.ts';
import { commands } from './commands.ts';

/** Commands on a data folder of their own, with what they said. */
async function atTheTerminal(context: TestContext, json = false) {
  const work = await workshop();
  const said: string[] = [];
  const documents: unknown[] = [];
  const terminal: Terminal = {
    json,
    interactive: false,
    line: (text = '') => said.push(text),
    table: (headings, rows) => said.push([headings, ...rows].map((row) => row.join(' | ')).join('\n')),
    progress: () => ({ advance: () => undefined, done: () => undefined }),
    document: (value) => documents.push(value),
  };
  const unused = () => {
    throw new Error(
      'These commands need no more than the published store, and the log of what was done with official files.',
    );
  };
  const parts: Parts = {
    dataFolder: work.dataFolder,
    terminal,
    published: work.store,
    records: () => Promise.resolve({ inInstallation: () => Promise.resolve() } as unknown as Records),
    reference: unused,
    person: () => Promise.resolve(operator),
    site: { address: 'http://localhost:3000', provider: null },
    today: () => '2026-11-20',
    now: () => '2026-11-20T12:00:00.000Z',
  };
  context.after(async () => {
    process.exitCode = 0;
    await work.remove();
  });
  const type = async (...words: readonly string[]) => {
    said.length = 0;
    process.exitCode = 0;
    const [name = '', ...rest] = words;
    const command = commands(parts).find((each) => each.name() === name);
    await command?.exitOverride().parseAsync(rest, { from: 'user' });
    return { said: said.join('\n'), exitCode: process.exitCode };
  };
  return { ...work, type, documents };
}

/** Nothing is closed to root. */
const skipForRoot = process.getuid?.() === 0 && 'root may open everything';

const graded = latestGraded('10001', '120001', '11/06/2024', '12/07/2024', '2');

test('an import tells what each file was recognised as, as at when, and its rows in, kept and set aside', async (context) => {
  const { write, type } = await atTheTerminal(context);
  const file = await write('mi.csv', managementInformation([schoolRow('120001', graded), schoolRow('12')]));
  const { said, exitCode } = await type('import', file);
  assert.match(said, /imported as [0-9a-f]{12}: Ofsted management information/);
  assert.match(said, /known on 12 July 2024 \(newest date in the file\)/);
  assert.match(said, /2 rows read, 1 kept; 1 set aside: the reference number \(URN\) is not six digits/);
  assert.match(said, /row 3, column URN: Row set aside/);
  assert.equal(exitCode, 3, 'rows were set aside');
  assert.match((await type('import', file)).said, /already imported/);
});

test('all well is exit code 0; a file that is unknown is 3', async (context) => {
  const { write, type } = await atTheTerminal(context);
  const good = await write('mi.csv', managementInformation([schoolRow('120001', graded)]));
  const strange = await write('strange.csv', 'one,two\n1,2\n');
  assert.equal((await type('import', good)).exitCode, 0);
  assert.equal((await type('import', good, strange)).exitCode, 3);
});

test('the name of a folder is a hint, never evidence', async (context) => {
  const { write, type } = await atTheTerminal(context);
  const file = await write('2018-19_ks2.csv', 'RECTYPE,URN,READPROG,READPROG_DESCR\n1,120001,0.3,3\n');
  const { said } = await type('import', file);
  assert.match(said, /Nothing in it says which school year/);
  assert.match(said, /Its name or folder mentions 2018\/19\./);
  assert.match(
    (await type('import', file, '--year', '2018/19')).said,
    /2018\/19, final, known on 13 December 2019/,
  );
});

test('sources lists what was imported; one source is shown with all its problems', async (context) => {
  const { write, type, documents } = await atTheTerminal(context);
  assert.match((await type('sources')).said, /Nothing has been imported yet/);
  await type(
    'import',
    await write('mi.csv', managementInformation([schoolRow('120001', graded), schoolRow('12')])),
  );
  const { said } = await type('sources');
  const id = /[0-9a-f]{12}/.exec(said)?.[0] ?? '';
  assert.match(said, /mi\.csv \| ofsted-mi-2022/);
  assert.match((await type('sources', id.slice(0, 6))).said, /1 problem\n {2}row 3, column URN/);
  assert.equal((documents.at(-1) as { problemList: unknown[] }).problemList.length, 1);
  assert.match((await type('sources', '--layouts')).said, /key-stage-4/);
  await assert.rejects(type('sources', 'ffffffffffff'), { code: 'not-found' });
});

test('what cannot be understood is refused with what to do', async (context) => {
  const { write, type } = await atTheTerminal(context);
  const file = await write('x.csv', 'a,b\n');
  await assert.rejects(type('import', file, '--year', '2018/20'), { code: 'usage' });
  for (const none of ['2025-02-30', '2025-13-01', '31/08/2050', 'today']) {
    await assert.rejects(type('import', file, '--as-at', none), { code: 'date-invalid' });
  }
  await assert.rejects(type('import'), { code: 'usage' });
  await assert.rejects(type('import', '/no/such/file.csv'), { code: 'file-unreadable' });
  await assert.rejects(type('import', '--rebuild'), { code: 'nothing-imported' });
});

test('a date that the file contradicts is refused: nothing in a file can have happened after it', async (context) => {
  const { write, type } = await atTheTerminal(context);
  const file = await write('mi.csv', managementInformation([schoolRow('120001', graded)]));
  const { said, exitCode } = await type('import', file, '--as-at', '10 June 2024');
  assert.match(
    said,
    /The date stated, 10 June 2024, contradicts the file: it tells of 11 June 2024\./,
    'the inspection began on 11 June',
  );
  assert.equal(exitCode, 3);
  const later = await type('import', file, '--as-at', '30 June 2024');
  assert.match(later.said, /as at 30 June 2024, known on 12 July 2024/, 'published later, as always');
  assert.equal(later.exitCode, 0);
});

test('links are followed; a link to nothing is told and does not silently drop out', async (context) => {
  const { write, type, dataFolder } = await atTheTerminal(context);
  const folder = `${dataFolder}-files`;
  await mkdir(join(folder, 'below'), { recursive: true });
  const file = await write('mi.csv', managementInformation([schoolRow('120001', graded)]));
  await symlink(file, join(folder, 'below/link.csv'));
  await symlink('/no/such/file.csv', join(folder, 'nothing.csv'));
  await symlink(folder, join(folder, 'below/round'));
  const { said, exitCode } = await type('import', folder);
  assert.match(said, /below\/link\.csv\n {2}imported/);
  assert.match(
    said,
    /nothing\.csv\n {2}set aside: There is no such file any more, or it is a link to nothing/,
  );
  assert.match(said, /2 files in .* seconds: 1 imported, none already imported, 1 set aside\./);
  assert.equal(exitCode, 3);
});

test(
  'a folder that cannot be opened is set aside, and the others go on',
  { skip: skipForRoot },
  async (context) => {
    const { write, type, dataFolder } = await atTheTerminal(context);
    const file = await write('mi.csv', managementInformation([schoolRow('120001', graded)]));
    const closed = `${dataFolder}-closed`;
    await mkdir(closed, { mode: 0o000 });
    const { said, exitCode } = await type('import', file, closed);
    assert.match(said, /-closed\n {2}set aside: You are not permitted to read it/);
    assert.match(said, /1 imported, none already imported, 1 set aside/);
    assert.equal(exitCode, 3);
  },
);

test('a folder without files is a mistake to be told, not a success', async (context) => {
  const { type, dataFolder } = await atTheTerminal(context);
  await mkdir(`${dataFolder}-empty/.hidden`, { recursive: true });
  await assert.rejects(type('import', `${dataFolder}-empty`), {
    code: 'file-unreadable',
    message: `There is no file in “${dataFolder}-empty”.`,
  });
});

test('what would be ignored is refused', async (context) => {
  const { type } = await atTheTerminal(context);
  await assert.rejects(type('import', '--rebuild', 'downloads/'), { code: 'usage' });
  await assert.rejects(type('import', '--rebuild', '--year', '2019'), { code: 'usage' });
  await assert.rejects(type('sources', 'abc', '--layouts'), { code: 'usage' });
});
