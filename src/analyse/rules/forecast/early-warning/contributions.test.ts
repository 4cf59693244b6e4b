import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Step } from './chances.ts';
import { allElse, contributionsOf } from './contributions.ts';
import { factsInWords } from './facts-words.ts';
import { inventedFacts } from './facts.fixture.ts';
import type { Facts } from './facts.ts';
import { termsFor } from './terms.ts';
import { lessSureOf, unusualOf } from './unusual.ts';

const terms = termsFor({ deprivation: true });

function step(facts: Facts, timing: readonly number[], outcome: readonly number[], ruled = false): Step {
  const adds = (amounts: readonly number[]) =>
    terms.map((term, index) => ({ term, amount: amounts[index] ?? 0, error: 0 }));
  return {
    ...{ facts, ruled, inspected: 0.2, found: 0.1, timingError: 0, outcomeError: 0 },
    ...{ timing: adds(timing), outcome: adds(outcome) },
  };
}

const amounts = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: terms.length,
  maxLength: terms.length,
});
const phases = ['primary', 'secondary', 'nursery', 'special', 'pupil referral unit'] as const;
const anyFacts = fc
  .record({
    phase: fc.constantFrom(...phases),
    progress: fc.constantFrom(NaN, -1, 0.4),
    progress8: fc.constantFrom(NaN, 0.8),
  })
  .map(inventedFacts);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test('what is told of a school adds up to all that moves its chance, whatever kind of school it is', () => {
  fc.assert(
    fc.property(anyFacts, amounts, amounts, fc.constantFrom(1, 0.6), (facts, timing, outcome, carried) => {
      const told = contributionsOf([step(facts, timing, outcome)], facts, carried);
      const of = (part: string) => sum(told.filter((one) => one.part === part).map(({ amount }) => amount));
      assert.ok(Math.abs(of('timing') - sum(timing)) < 1e-9);
      assert.ok(Math.abs(of('outcome') - carried * sum(outcome)) < 1e-9);
    }),
  );
});

test('a secondary school is told nothing of key stage 2, and a primary school nothing of Progress 8', () => {
  const told = (facts: Facts): string =>
    contributionsOf(
      [
        step(
          facts,
          terms.map(() => 0.3),
          terms.map(() => 0.3),
        ),
      ],
      facts,
      1,
    )
      .map(({ words }) => words)
      .join('\n');
  assert.doesNotMatch(told(inventedFacts({ phase: 'secondary' })), /key stage 2/);
  assert.match(
    told(inventedFacts({ phase: 'secondary' })),
    /Progress 8: no result that can be placed among England’s/,
  );
  assert.doesNotMatch(told(inventedFacts()), /Progress 8|Attainment 8/);
  assert.match(
    told(inventedFacts()),
    /Progress at key stage 2: no result that can be placed among England’s/,
  );
  assert.doesNotMatch(told(inventedFacts({ phase: 'special' })), /no result/);
  // A middle school that is deemed secondary has results of key stage 2, so they are told.
  assert.match(told(inventedFacts({ phase: 'secondary', progress: 0.5 })), /Progress at key stage 2: better/);
});

test('what moves hardly anything is told together, and largest comes first', () => {
  const told = contributionsOf(
    [
      step(
        inventedFacts(),
        terms.map(({ id }) => (id === 'years' ? -0.5 : 0.001)),
        terms.map(({ id }) => (id === 'absence' ? 0.9 : 0)),
      ),
    ],
    inventedFacts(),
    1,
  );
  assert.deepEqual(
    told.map(({ term, part }) => [term, part]),
    [
      ['absence', 'outcome'],
      ['time-since-the-last-inspection', 'timing'],
      [allElse, 'timing'],
    ],
  );
});

test('nothing is said of no pupils, and of pupils not known that they are not known', () => {
  assert.equal(factsInWords('size', inventedFacts()), 'How many pupils it has is not known');
  assert.equal(factsInWords('size', inventedFacts({ pupils: 0 })), 'How many pupils it has is not known');
  assert.equal(
    factsInWords('size', inventedFacts({ cohort: 1 })),
    '1 pupil in the largest year group with results',
  );
  assert.equal(factsInWords('size', inventedFacts({ pupils: 210, cohort: 30 })), '210 pupils on roll');
});

test('a place among schools is told by how many of 100 do better or worse, never 0 or 100', () => {
  const progress = (place: number, last = place) =>
    factsInWords(
      'progress at key stage 2',
      inventedFacts({ progress: place, progressLast: last, newestResults: 2024 }),
    );
  assert.equal(
    progress(-0.75, -1.2),
    'Progress at key stage 2 (results to 2023/24): about 77 of 100 schools of England do better, and falling',
  );
  assert.match(progress(0.3), /better than at about 62 of 100 schools of England$/);
  assert.match(progress(5), /about 99 of 100/);
});

test('what is unusual and what makes a forecast less sure is told in words a head reads in the evening', () => {
  const facts = inventedFacts({
    progress: -2,
    progressLast: -1.5,
    progressChange: -1.8,
    years: 9.3,
    absence: 0.2,
  });
  assert.deepEqual(unusualOf(facts), [
    'Its progress at key stage 2 is lower than at all but about 2 of 100 schools of England.',
    'In one year its progress at key stage 2 fell from better than at about 62 of 100 schools of England to better than at about 7.',
    'It was last fully inspected 9.3 years ago; most schools were within the last five.',
  ]);
  assert.deepEqual(unusualOf(inventedFacts()), []);
  const school = { history: { joined: true, openedOn: null } } as Parameters<typeof lessSureOf>[0];
  assert.deepEqual(lessSureOf(school, inventedFacts({ cohort: 1, newestResults: 2024 }), '2024-08-31'), [
    'Its year groups are small: 1 pupil at most.',
    'Schools were joined to make it, so the inspections on record are of several schools.',
  ]);
});
