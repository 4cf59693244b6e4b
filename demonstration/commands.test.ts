import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Parts } from '#/parts.ts';
import { commands } from './commands.ts';

test('the command writes the county’s files into the folder asked for, and lists them for machines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'middletier-demonstration-'));
  try {
    const documents: unknown[] = [];
    const unused = () => assert.fail('writing files needs neither stores nor a person');
    const parts: Parts = {
      dataFolder: folder,
      terminal: {
        json: true,
        interactive: false,
        line: () => undefined,
        table: () => undefined,
        progress: () => ({ advance: () => undefined, done: () => undefined }),
        document: (value) => documents.push(value),
      },
      published: unused,
      records: unused,
      reference: unused,
      person: unused,
      site: { address: 'http://localhost:3000', provider: null },
      today: unused,
      now: unused,
    };
    const [command] = commands(parts);
    const asked = join(folder, 'files');
    await command?.parseAsync(['--folder', asked], { from: 'user' });
    const [answer] = documents as { authority: string; files: string[]; loaded: boolean }[];
    assert.equal(answer?.authority, 'Larkshire');
    assert.equal(answer.loaded, false);
    assert.deepEqual((await readdir(asked)).toSorted(), answer.files.toSorted());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
