import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { permitOfficialFiles } from './permit-official-files.ts';

const inStore = [
  { slug: 'larkshire', invented: true },
  { slug: 'norfolk', invented: false },
];

function partsWithRecordsOf(...slugs: readonly string[]) {
  return {
    published: () =>
      Promise.resolve({ authorities: () => Promise.resolve(inStore) } as unknown as PublishedStore),
    records: () =>
      Promise.resolve({
        authorities: () => Promise.resolve(slugs.map((slug) => ({ slug, name: slug }))),
      } as unknown as Records),
  };
}

const holding = (...held: readonly Person['roles'][number][]): Person => ({
  id: 'p1',
  name: 'Pat',
  roles: held,
});
const ofLarkshire = { role: 'analyst', authority: 'larkshire', schools: 'all' } as const;
const ofNorfolk = { role: 'data officer', authority: 'norfolk', schools: 'all' } as const;

test('once an authority that exists has records, invented people change no official file', async () => {
  const parts = partsWithRecordsOf('larkshire', 'norfolk');
  const memberOfNorfolk = { ...ofNorfolk, role: 'scrutiny member' } as const;
  for (const person of [holding(ofLarkshire), holding(ofLarkshire, memberOfNorfolk)]) {
    await assert.rejects(permitOfficialFiles(parts, person), { code: 'not-permitted' });
  }
  for (const person of [operator, holding(ofNorfolk), holding(ofLarkshire, ofNorfolk)]) {
    await permitOfficialFiles(parts, person);
  }
});

test('whose files were all taken out again still exists', async () => {
  const parts = partsWithRecordsOf('larkshire', 'suffolk');
  await assert.rejects(permitOfficialFiles(parts, holding(ofLarkshire)), { code: 'not-permitted' });
});

test('where only invented authorities have records, loading files can be tried out', async () => {
  await permitOfficialFiles(partsWithRecordsOf('larkshire'), holding(ofLarkshire));
});
