import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareDataFolder } from './data-folder.ts';

test('a data folder is made with the folders above it', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
  context.after(() => {
    rmSync(folder, { recursive: true });
  });
  const asked = join(folder, 'one/two');
  assert.equal(prepareDataFolder(asked), asked);
  assert.ok(statSync(asked).isDirectory());
  assert.equal(prepareDataFolder(asked), asked, 'and is there the next time');
});

test(
  'a data folder that cannot be made is refused at once, with what to do',
  { timeout: 5000 },
  (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
    context.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const asked of [file, join(file, 'below'), '/proc/middletier/below']) {
      assert.throws(() => prepareDataFolder(asked), {
        code: 'configuration-invalid',
        message: `The data folder ${asked} cannot be written to.`,
      });
    }
  },
);
