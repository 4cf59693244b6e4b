import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originals } from './originals.ts';
import { tryCases } from './try-cases.ts';
import { tryPacked } from './try-packed.ts';

test('broken files of every layout: no crash, no row lost without a reason, and what is set aside changes nothing', async () => {
  // The same cases every time, of the invented files alone. More of them: npm run fuzz -- --minutes 60
  const tried = await tryCases(1, originals(false), ({ cases }) => cases < 48);
  assert.ok(tried.imported > 8, 'some are still what they were');
  assert.ok(tried.setAside > 8, 'some are beyond repair');
});

test('broken packed files and spreadsheets: no crash, an answer for each file in them, and nothing written elsewhere', async () => {
  const tried = await tryPacked(1, originals(false), ({ cases }) => cases < 48);
  assert.ok(tried.imported > 5, `${tried.imported} imported`);
  assert.ok(tried.setAside > 20, `${tried.setAside} set aside`);
});
