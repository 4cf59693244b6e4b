import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openKeptCharts } from './kept-charts.ts';

const folder = mkdtempSync(join(tmpdir(), 'charts-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a chart drawn before a start is there after it', async () => {
  const before = await openKeptCharts(folder);
  assert.equal(await before.read('a1'), null);
  await before.write('a1', '<svg>1</svg>');
  assert.equal(await before.read('a1'), '<svg>1</svg>');
  assert.equal(await (await openKeptCharts(folder)).read('a1'), '<svg>1</svg>');
});

test('charts of another version of the program are taken away', async () => {
  mkdirSync(join(folder, 'another'));
  await openKeptCharts(folder);
  assert.ok(!existsSync(join(folder, 'another')));
});

test('a file that was not written whole is drawn again', async () => {
  const [form = ''] = readdirSync(folder);
  writeFileSync(join(folder, form, 'b2.svg'), '<svg>');
  assert.equal(await (await openKeptCharts(folder)).read('b2'), null);
});

test('where nothing can be written nothing is kept, and nobody is told', async () => {
  const charts = await openKeptCharts(folder);
  rmSync(folder, { recursive: true });
  await charts.write('c3', '<svg>3</svg>');
  assert.equal(await charts.read('c3'), null);
});
