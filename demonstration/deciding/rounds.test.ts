import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#/schools/rules/dates.ts';
import { liveThrough } from '../life/county-life.ts';
import { overruledIn } from './overruled.ts';
import { roundsUntil } from './rounds.ts';

test('whenever the county is loaded, there is a round a term over two years, and nothing is done later than today', () => {
  for (let day = '2026-08-01'; day < '2027-09-01'; day = addDays(day, 5)) {
    const rounds = roundsUntil(day);
    assert.equal(rounds.length, 7);
    assert.deepEqual(
      rounds.filter(({ isNewest }) => isNewest),
      rounds.slice(-1),
    );
    for (const [index, { opened, met, signed, told, late, decideBy, tellBy }] of rounds.entries()) {
      assert.ok((rounds[index - 1]?.late ?? '') < opened, `${day}: a round is over before the next`);
      assert.deepEqual(
        [opened, met, signed, told, late, day],
        [opened, met, signed, told, late, day].toSorted(),
      );
      assert.ok(opened <= decideBy && decideBy <= tellBy);
    }
    assert.equal(new Set(rounds.map(({ name }) => name)).size, 7);
  }
});

test('each round overrules two proposals with reasons, one kinder and one harsher, and in some inspectors proved it wrong', () => {
  const schools = Array.from({ length: 400 }, (_, index) => ({
    urn: String(900_001 + index),
    proposed: ['E2', 'B3', 'A4', 'E1'][index % 4] ?? 'E2',
  }));
  const life = liveThrough();
  for (const place of [0, 1, 2, 3, 4, 5, 6]) {
    const some = overruledIn(life, schools, { place, opened: '2024-11-04' });
    assert.equal(new Set(some.map(({ urn }) => urn)).size, 2);
    for (const { urn, category, why } of some) {
      assert.notEqual(schools.find((one) => one.urn === urn)?.proposed, category);
      assert.ok(why.length > 20);
    }
  }
});
