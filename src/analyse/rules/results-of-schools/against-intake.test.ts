import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { PlacedResult } from '#/schools/rules/results-of-schools.ts';
import { againstIntake, intakeLine, withIntake } from './against-intake.ts';

const found = loadReference().measures.find(({ id }) => id === 'ks2-rwm-expected');
assert.ok(found);
const measure = found;

const placed = (urn: string, number: number, cohort: number | null = 50): PlacedResult => ({
  urn,
  name: urn,
  authority: 'fenshire',
  district: null,
  phase: 'primary',
  number,
  cohort,
  interval: null,
  status: 'final',
  source: 'a',
});

// Forty schools: results fall by half a point with each point of disadvantage, and differ by 8 points either way.
const intakes = Array.from({ length: 40 }, (_, index) => placed(String(index), index));
const results = intakes.map(({ urn, number }, index) => placed(urn, 80 - number / 2 + (index % 2 ? 8 : -8)));

test('the line runs through all schools, and chance is taken out of the difference between them', () => {
  const { pairs, without } = withIntake([...results, placed('99', 50), placed('0b', 50, null)], intakes);
  assert.deepEqual(
    without.map(({ urn }) => urn),
    ['99', '0b'],
  );
  const line = intakeLine(pairs, measure);
  assert.ok(line);
  assert.ok(Math.abs(line.line.slope + 0.5) < 0.05);
  assert.ok(line.betweenSchools > 3 && line.betweenSchools < 8, String(line.betweenSchools));
  assert.equal(intakeLine(pairs.slice(0, 9), measure), null, 'nine schools are too few for a line');
});

test('the same difference is better than intake suggests in a large school and nothing in a small one', () => {
  const line = intakeLine(withIntake(results, intakes).pairs, measure);
  assert.ok(line);
  const at = (number: number, cohort: number) =>
    againstIntake([{ result: placed('x', number, cohort), intake: 20 }], line, measure)[0];
  assert.equal(at(82, 300)?.verdict, 'better');
  assert.equal(at(82, 6)?.verdict, 'as suggested');
  assert.equal(at(58, 300)?.verdict, 'worse');
  assert.ok((at(82, 6)?.believed ?? 99) < (at(82, 300)?.believed ?? 0), 'few pupils are drawn towards none');
});
