import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from './reference.ts';
import { releasesDue } from './releases-due.ts';

const { officialPublications, releaseDates } = loadReference();
function due(id: string, date: string) {
  const publication = officialPublications.find((one) => one.id === id);
  assert.ok(publication !== undefined, id);
  const { out, next } = releasesDue(publication, releaseDates, date);
  const words = ({ year, release, month }: NonNullable<typeof next>) => `${year} ${release} ${month}`;
  return [out[0] === undefined ? null : words(out[0]), next === null ? null : words(next)];
}

test('in November the key stage 2 tables of the summer are due next, and those of the summer before are out', () => {
  assert.deepEqual(due('key-stage-2', '2026-11-20'), ['2025 final 2025-12', '2026 final 2026-12']);
});

test('provisional tables of key stage 4 come in October, revised ones in the winter after', () => {
  assert.deepEqual(due('key-stage-4', '2025-12-01'), ['2025 provisional 2025-10', '2025 revised 2026-02']);
  assert.deepEqual(due('key-stage-4', '2026-03-01'), ['2025 revised 2026-02', '2026 provisional 2026-10']);
});

test('nothing was due of the two years without tests', () => {
  assert.deepEqual(due('key-stage-2', '2021-06-01'), ['2019 final 2019-12', '2022 final 2022-12']);
});

test('nothing is due of a publication that has ended, or that comes every day', () => {
  assert.deepEqual(due('key-stage-2-levels', '2026-11-20'), [null, null]);
  assert.deepEqual(due('gias-establishments', '2026-11-20'), [null, null]);
});
