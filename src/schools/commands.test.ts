import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { commands } from './commands.ts';
import { graded, withInspections } from './rules/inspections.fixture.ts';

const fenshire = {
  name: 'Fenshire',
  slug: 'fenshire',
  schools: 4,
  invented: true,
  newestKnownOn: '2025-08-31',
};

/** Types `overview` and gives the lines and the tables it prints. */
async function overviewOf(schools: ReturnType<typeof withInspections>[]) {
  const lines: string[] = [];
  const tables: { headings: readonly string[]; rows: readonly (readonly (string | number)[])[] }[] = [];
  const store = {
    sources: () => Promise.resolve([]),
    authorities: () => Promise.resolve([fenshire]),
    evidence: () => Promise.resolve(schools),
  } as unknown as PublishedStore;
  const parts = {
    terminal: {
      json: false,
      interactive: false,
      line: (text = '') => void lines.push(text),
      table: (headings: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
        void tables.push({ headings, rows }),
      progress: () => ({ advance: () => undefined, done: () => undefined }),
      document: () => undefined,
    },
    published: () => Promise.resolve(store),
    reference: loadReference,
    person: () => Promise.resolve(operator),
    today: () => '2025-09-01',
  } as unknown as Parts;
  const [overview] = commands(parts);
  await overview?.parseAsync([], { from: 'user' });
  return { lines, tables };
}

const asAt = '2025-08-31';
const schools = [
  withInspections([graded('2022-01-10', 1)], { asAt }),
  withInspections([graded('2022-01-10', 2)], { asAt }),
  withInspections([graded('2025-01-10', 'not judged')], { asAt }),
  withInspections([], { asAt }),
];

test('England is one row beside the authority’s shares of graded schools, and its source is told once', async () => {
  const { lines, tables } = await overviewOf(schools);
  const beside = tables.find(({ rows }) => rows.some(([label]) => String(label).startsWith('England')));
  assert.deepEqual(beside?.rows, [
    ['Fenshire', 2, '50%', '50%', '0%', '0%', '100% (2 of 2)', '100% (200 of 200)'],
    ['England, 31 August 2024', 'not given', '14%', '77%', '8%', '2%', '90%', 'not given'],
  ]);
  assert.equal(lines.filter((line) => line.includes('https://')).length, 1);
});

test('schools that no inspection file lists have a column, only where there are any', async () => {
  const column = (printed: Awaited<ReturnType<typeof overviewOf>>) =>
    printed.tables[0]?.headings.includes('no inspection file');
  assert.equal(column(await overviewOf(schools)), false);
  const unlisted = withInspections([], { asAt, inspectionsKnownFrom: 'nothing' });
  assert.equal(column(await overviewOf([...schools, unlisted])), true);
});

test('schools known only from a later register are counted in a line, only where there are any', async () => {
  const told = ({ lines }: { lines: readonly string[] }) =>
    lines.filter((line) => line.includes('later register'));
  assert.deepEqual(told(await overviewOf(schools)), []);
  const later = withInspections([], { asAt, registerKnownLater: true });
  assert.deepEqual(told(await overviewOf([...schools, later])), [
    'Of 5 schools, 1 is known only from a later register.',
  ]);
});

test('categories of concern are told in words, not in Ofsted’s letters, and counts say of how many', async () => {
  const concern = { ...graded('2022-01-10', 4), category: 'SWK' } as const;
  const { lines } = await overviewOf([...schools, withInspections([concern], { asAt })]);
  assert.ok(
    lines.includes('In a category of concern, serious weaknesses: 1 of 5 schools (20%)'),
    lines.join('\n'),
  );
  assert.ok(lines.includes('Stuck (below good twice running): 0 of 5 schools (0%)'));
});
