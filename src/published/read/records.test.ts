import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { examine } from './examine.ts';
import { readRecords } from './records.ts';

const fields = (text: string) => [...readRecords(text)].map((record) => record.fields);

test('cells may be empty, quoted, doubled in their quotation marks and broken over lines', () => {
  assert.deepEqual(fields('a,,"b ""c"", d"\r\n"x\ny",z'), [
    ['a', '', 'b "c", d'],
    ['x\ny', 'z'],
  ]);
});

test('a quotation mark inside a bare cell is a character', () => {
  const [record] = readRecords('5" pipe,b\n');
  assert.deepEqual(record?.fields, ['5" pipe', 'b']);
  assert.equal(record.fault, null);
});

test('a quoted cell with something after its end is read as it stands and told', () => {
  const [first, second] = readRecords('"a"b,c\nd,e\n');
  assert.deepEqual(first?.fields, ['"a"b', 'c']);
  assert.match(first.fault ?? '', /quotation mark/);
  assert.deepEqual(second?.fields, ['d', 'e']);
});

test('lines are counted through titles with line breaks', () => {
  const ends = [...readRecords('"two\nlines"\nURN\n1\n')].map(({ row, endLine }) => [row, endLine]);
  assert.deepEqual(ends, [
    [1, 2],
    [2, 3],
    [3, 4],
  ]);
});

test('the quick count of records agrees with a strict reading, whatever the cells hold', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'middletier-records-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'file.csv');
  const anyCell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '’') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
      async (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        await writeFile(path, text);
        const examined = await examine(path);
        assert.deepEqual(fields(text), rows);
        assert.equal(examined.records, rows.length);
        assert.ok(examined.simple);
        assert.equal(examined.encoding, 'utf-8');
        // Chunks that end inside characters, quotation marks and line ends make no difference.
        for (const chunk of [1, 2, 3, 7]) assert.deepEqual(await examine(path, chunk), examined);
      },
    ),
    { numRuns: 60 },
  );
});

test('a byte that is no UTF-8 anywhere in a file makes it Windows-1252', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'middletier-records-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'file.csv');
  await writeFile(path, Buffer.concat([Buffer.from('a,é\n'.repeat(1000)), Buffer.from([0x92])]));
  for (const chunk of [1, 2, 64, 4096]) assert.equal((await examine(path, chunk)).encoding, 'windows-1252');
  await writeFile(path, 'a,é\n'.repeat(1000));
  for (const chunk of [1, 2, 64, 4096]) assert.equal((await examine(path, chunk)).encoding, 'utf-8');
  await writeFile(path, Buffer.from('a,é').subarray(0, 3));
  assert.equal((await examine(path)).encoding, 'windows-1252', 'a character cut off at the end');
});

test('blank lines are counted between records and not at the end', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'middletier-records-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'file.csv');
  await writeFile(path, 'title\r\n\r\na,b\r\n1,2\r\n\r\n\r\n');
  for (const chunk of [1, 3, 4096]) {
    const { records, blankLines } = await examine(path, chunk);
    assert.deepEqual([records, blankLines], [3, 1]);
  }
});
