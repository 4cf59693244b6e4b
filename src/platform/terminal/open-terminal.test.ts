import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTerminal } from './open-terminal.ts';
import { barOf } from './progress.ts';
import { alignedTable } from './table.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 60, write: (text: string) => written.push(text), text: () => written.join('') };
}

function work(json: boolean, isTTY: boolean) {
  const [output, aside] = [stream(isTTY), stream(isTTY)];
  const terminal = openTerminal({ json, output, aside });
  const progress = terminal.progress('Reading', 8);
  for (let row = 0; row < 8; row += 1) progress.advance(1);
  progress.done('8 rows');
  terminal.line('All read.');
  terminal.table(['School'], [['Ashfield']]);
  terminal.document({ rows: 8 });
  return { output: output.text(), aside: aside.text() };
}

test('in a pipe, progress is plain lines beside the answer, without control characters', () => {
  const { output, aside } = work(false, false);
  assert.equal(aside, 'Reading…\nReading: 25%\nReading: 50%\nReading: 75%\nReading: 8 rows\n');
  assert.equal(output, 'All read.\nSchool\n────────\nAshfield\n');
});

test('on a terminal, progress is a bar that is drawn over and ends in its summary', () => {
  const { aside } = work(false, true);
  assert.match(aside, /█/);
  assert.ok(aside.endsWith('Reading: 8 rows\n'));
  assert.equal(aside.split('\n').length, 2);
});

test('for a machine there is one JSON document and nothing else', () => {
  const { output, aside } = work(true, true);
  assert.deepEqual(JSON.parse(output), { rows: 8 });
  assert.equal(aside, '');
});

test('a bar never runs past the edge of the terminal and never shows more than all', () => {
  for (const columns of [10, 20, 40, 80, 200]) {
    for (const at of [0, 3, 10, 12]) {
      const text = barOf('Reading a file with a long name', at, 10, columns);
      assert.ok(text.length < columns, `${text.length} of ${columns}`);
      assert.doesNotMatch(text, /1[1-9]\d%/);
    }
  }
});

test('in a table, numbers stand to the right and words to the left', () => {
  assert.deepEqual(
    alignedTable(
      ['Phase', 'Schools'],
      [
        ['primary', 346],
        ['nursery', 3],
      ],
    ),
    ['Phase    Schools', '───────  ───────', 'primary      346', 'nursery        3'],
  );
});

test('a table that is too wide for the terminal is told row by row, every cell with its heading', () => {
  const headings = ['Phase', 'Schools', 'Good or better'];
  const rows = [
    ['primary', 1346, '244 of 273 (89%)'],
    ['nursery', 3, ''],
  ];
  assert.deepEqual(alignedTable(headings, rows, 20), [
    'primary',
    '  Schools: 1,346',
    '  Good or better: 244 of 273 (89%)',
    'nursery',
    '  Schools: 3',
  ]);
  assert.equal(alignedTable(headings, rows, 34)[0], 'Phase    Schools  Good or better');
});
