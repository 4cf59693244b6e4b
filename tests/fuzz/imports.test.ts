import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originals } from './originals.ts';
import { tryCases } from './try-cases.ts';

test('broken files of every layout: no crash, no row lost without a reason, and what is set aside changes nothing', async () => {
  // The same cases every time, of the invented files alone. More of them: npm run fuzz -- --minutes 60
  const tried = await tryCases(1, originals(false), ({ cases }) => cases < 96);
  assert.ok(tried.imported > 20, 'some are still what they were');
  assert.ok(tried.setAside > 20, 'some are beyond repair');
});
