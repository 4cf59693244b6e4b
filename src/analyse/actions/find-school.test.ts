import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedAuthority, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { authorityOfSchool } from './find-school.ts';

const academy = {
  school: inventedSchool(),
  lineage: [{ relation: 'predecessor', urn: '900777', name: 'Sedge Lane Infant School' }],
};

const store = {
  authorities: () => Promise.resolve([inventedAuthority]),
  evidence: ({ urns }: { urns?: readonly string[] }) =>
    Promise.resolve(urns === undefined || urns.includes(academy.school.urn) ? [academy] : []),
} as unknown as PublishedStore;

const find = (urn: string) =>
  authorityOfSchool({ published: () => Promise.resolve(store), today: () => '2025-09-01' }, operator, urn);

test('the number of a predecessor that closed leads to the school that came after', async () => {
  await assert.rejects(find('900777'), {
    code: 'not-found',
    whatToDo: [
      `It was a predecessor of ${academy.school.name} (${academy.school.urn}): npx middletier school ${academy.school.urn}`,
    ],
  });
});

test('a number that nobody has or had is told as such', async () => {
  await assert.rejects(find('900778'), {
    code: 'not-found',
    whatToDo: ['Check the six digits, or import a register that has the school.'],
  });
  await assert.rejects(find('90077'), { code: 'usage' });
});
