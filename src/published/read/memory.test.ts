import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { ended } from '#/published/store/import-elsewhere.fixture.ts';
import { workshop } from '#/published/store/import.fixture.ts';

const rows = 150_000;

const longName = 'of a very long list of schools with very long names '.repeat(7).trim();

/** A table of results with seven times as many rows as England has schools, sixty megabytes; `stray` opens a quotation mark halfway. */
async function writeTable(path: string, stray: boolean): Promise<void> {
  function* lines() {
    yield 'RECTYPE,LEA,URN,SCHNAME,TELIG,PTRWM_EXP,READPROG_16\n';
    for (let row = 0; row < rows; row += 1) {
      const mark = stray && row === rows / 2 ? '"' : '';
      yield `1,926,${100_000 + row},${mark}School number ${row} ${longName},30,${row % 100}%,1\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** The most memory an import in a process of its own has held, in megabytes. */
async function peakOf(dataFolder: string, path: string): Promise<{ peak: number; read: number }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'import-and-measure.fixture.ts'), dataFolder, path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const { code, printed } = await ended(child);
  assert.equal(code, 0, printed);
  return JSON.parse(printed) as { peak: number; read: number };
}

test('a file of sixty megabytes is never in memory whole, whether the fast reader reads it or every record is read strictly', async (context) => {
  const work = await workshop();
  context.after(work.remove);
  const path = await work.write('table.csv', '');
  for (const stray of [false, true]) {
    await writeTable(path, stray);
    const { peak, read } = await peakOf(`${work.dataFolder}-${stray}`, path);
    context.diagnostic(`${stray ? 'strictly' : 'fast'}: ${read} rows, at most ${peak} MB`);
    assert.equal(read, rows);
    // Measured: 300 MB, most of them the program and the database; a file in memory as text would add twice its size and more.
    assert.ok(peak < 550, `${peak} MB`);
  }
});
