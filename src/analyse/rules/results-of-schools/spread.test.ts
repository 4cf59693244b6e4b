import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { PlacedResult } from '#/schools/rules/results-of-schools.ts';
import { everyoneIn, funnelOf, orderMeans, placeInSpread } from './spread.ts';

const found = loadReference().measures.find(({ id }) => id === 'ks2-rwm-expected');
assert.ok(found);
const measure = found;

const school = (number: number, cohort: number | null, urn = '900001'): PlacedResult => ({
  urn,
  name: `School ${urn}`,
  authority: 'fenshire',
  district: null,
  phase: 'primary',
  number,
  cohort,
  interval: null,
  status: 'final',
  source: 'a',
});

const all = Array.from({ length: 101 }, (_, index) => school(index, 30, String(900_000 + index)));

test('quarters are of schools, the mean is of pupils', () => {
  const everyone = everyoneIn([...all, school(100, 3000)]);
  assert.deepEqual(everyoneIn(all)?.quantiles, [5, 25, 50, 75, 95]);
  assert.equal(everyoneIn(all)?.mean, 50);
  assert.ok((everyone?.mean ?? 0) > 70, 'the large school counts for its pupils');
  assert.equal(everyoneIn([school(50, null)]), null);
});

test('a school is beside everyone only as surely as its pupils are many', () => {
  const everyone = everyoneIn(all);
  assert.ok(everyone);
  const places = placeInSpread(
    [school(30, 10), school(30, 30), school(30, 300), school(70, 30), school(70, 300), school(50, null)],
    all,
    everyone,
    measure,
  );
  assert.deepEqual(
    places.map(({ beside }) => beside),
    ['within', 'below', 'far below', 'above', 'far above', 'not known'],
  );
  assert.deepEqual(
    places.map(({ quarter }) => quarter),
    [2, 2, 2, 3, 3, 3],
  );
  assert.equal(places[5]?.interval, null);
  assert.ok(Math.abs((places[0]?.above ?? 0) - 30 / 101) < 1e-9);
});

test('the funnel narrows with pupils, and its walls are those of the binomial distribution', () => {
  const funnel = funnelOf(60, 100, measure);
  const [narrow, wide] = [funnel.at(-1), funnel[0]];
  assert.ok(narrow && wide);
  assert.ok(wide.usual[1] - wide.usual[0] > narrow.usual[1] - narrow.usual[0]);
  assert.ok(narrow.far[0] < narrow.usual[0]);
  // Of 100 pupils at 60%, 50 or fewer have a probability of 2.7%, 49 or fewer of 1.7%: the wall lies between them.
  assert.ok(narrow.usual[0] > 49 && narrow.usual[0] < 50);
  // 70 or more have a probability of 2.5%, 71 or more of 1.5%.
  assert.ok(narrow.usual[1] > 69.9 && narrow.usual[1] < 71);
});

test('small schools that differ by chance are put in no order; large ones far apart are', () => {
  const everyone = everyoneIn(all);
  assert.ok(everyone);
  const placed = (schools: readonly PlacedResult[]) => placeInSpread(schools, all, everyone, measure);
  const near = placed([50, 55, 60, 65].map((number) => school(number, 30)));
  assert.equal(orderMeans(near, 50, measure).holds, false);
  const apart = placed([20, 40, 60, 80].map((number) => school(number, 200)));
  assert.deepEqual(orderMeans(apart, 50, measure), { holds: true, pairs: 6, clearPairs: 6 });
  const tiny = placed([20, 80].map((number) => school(number, 5)));
  assert.deepEqual(
    orderMeans(tiny, 50, measure),
    { holds: false, pairs: 0, clearPairs: 0 },
    'few pupils are not placed',
  );
});
