import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedSchool, inventedSource, inventedSupplied } from '#/analyse/pages/invented.fixture.ts';
import { toldView } from './told-view.ts';

const bare = {
  asAt: '2026-04-30',
  school: inventedSchool(),
  lineage: [],
  inspections: [],
  inspectionsKnownFrom: 'ofsted' as const,
  values: [],
  heads: [],
  similar: null,
};

test('what the authority’s services told is shown newest first, a part beside its whole, and to no one who may not read it', () => {
  const supplied = [
    inventedSupplied('governor vacancies', 1, '2025-03-31'),
    inventedSupplied('governor vacancies', 3),
    inventedSupplied('governor places', 15),
    inventedSupplied('balance', -10_600),
    inventedSupplied('finance rating', 'amber 2'),
    inventedSupplied('head appointed on', '2021-01-01'),
  ];
  const withTold = { evidence: { ...bare, supplied }, sources: [inventedSource], category: 'shown' as const };
  assert.deepEqual(
    toldView(withTold)?.rows.map(({ title, shown, before }) => [title, shown, before]),
    [
      ['Governor places', '15', []],
      ['Governor vacancies', '3 of 15', ['1 on 31 March 2025']],
      ['Finance rating', 'Amber 2', []],
      ['Balance', '−£10,600', []],
      ['Head appointed on', '1 January 2021', []],
    ],
  );
  assert.equal(toldView({ ...withTold, category: 'in confidence' }), null);
});
