import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { makeDataFolder, scripts } from './program.fixture.ts';

/** Imports so many strange files that the answer is more than a pipe holds, and hands it to a reader in a shell. */
function longAnswerTo(reader: string, context: TestContext) {
  const { folder, remove } = makeDataFolder();
  context.after(remove);
  const files = join(folder, 'files');
  mkdirSync(files);
  for (let each = 0; each < 400; each += 1)
    writeFileSync(join(files, `strange-${each}.csv`), `a,b\n${each},2\n`);
  const line = `{ "$NODE" "$MAIN" --json import "$FILES"; echo "ended with $?" >&2; } | ${reader}`;
  return spawnSync('sh', ['-c', line], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      NODE: process.execPath,
      MAIN: scripts.main,
      FILES: files,
      MIDDLETIER_DATA: join(folder, 'data'),
    },
  });
}

test('an answer longer than a pipe holds arrives whole, however slowly it is read', (context) => {
  const { stdout, stderr } = longAnswerTo('{ sleep 4; cat; }', context);
  assert.ok(stdout.length > 65_536, `${stdout.length} characters`);
  assert.equal((JSON.parse(stdout) as { files: unknown[] }).files.length, 400);
  assert.equal(stderr, 'ended with 3\n');
});

test('a reader who leaves early (| head) is no bug, and the work is done all the same', (context) => {
  const { stdout, stderr } = longAnswerTo('head -1', context);
  assert.equal(stdout, '{\n');
  assert.equal(stderr, 'ended with 3\n');
});
