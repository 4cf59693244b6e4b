import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatCanHappen, whatIfInAddress, whatIfOfAddress } from './what-if-address.ts';

test('what an address carries is what was tried, and what nobody would write is nothing', () => {
  for (const happens of whatCanHappen) {
    const one = { urn: '900001', on: '2026-03-01', happens };
    assert.deepEqual(whatIfOfAddress(whatIfInAddress(one)), one);
  }
  for (const text of [
    '',
    '900001',
    '900001_2026-3-1_closes',
    '900001_2026-03-01_constructor',
    '900001_2026-03-01_closes_x',
    '9_2026-03-01_closes',
  ])
    assert.equal(whatIfOfAddress(text), null, text);
});
