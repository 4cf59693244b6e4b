import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWhatIf, mostTried, type WhatIfTyped } from './check-what-if.ts';

const schools = [
  { urn: '900001', name: 'Sedge Lane Primary School' },
  { urn: '900002', name: 'Sedge Lane Junior School' },
  { urn: '900003', name: 'St Mary’s School' },
  { urn: '900004', name: 'St Mary’s School Annexe' },
];
const setting = { schools, asAt: '2025-08-31', last: '2028-08-31', tried: [] };
const check = (typed: Partial<WhatIfTyped>, changes: Partial<Parameters<typeof checkWhatIf>[1]> = {}) =>
  checkWhatIf(
    { school: '900001', on: '1 March 2026', happens: 'closes', ...typed },
    { ...setting, ...changes },
  );
const fieldsOf = (outcome: ReturnType<typeof check>) =>
  'problems' in outcome ? outcome.problems.map(({ field }) => field) : [];

test('a school is found by number, by whole name, by words only it has, and as the list offers it', () => {
  for (const [school, urn] of [
    [' 900002 ', '900002'],
    ['junior', '900002'],
    ['st marys school', '900003'],
    ['Sedge Lane Primary School (900001)', '900001'],
  ])
    assert.deepEqual(check({ school: school ?? '' }), {
      whatIf: { urn, on: '2026-03-01', happens: 'closes' },
    });
});

test('words that fit several schools name them, so that one can be chosen', () => {
  const outcome = check({ school: 'sedge' });
  assert.ok('problems' in outcome);
  assert.match(
    outcome.problems[0]?.text ?? '',
    /fits 2 schools: Sedge Lane Primary School \(900001\), Sedge/,
  );
});

test('a school that is not among those the person may know of is answered as one that is not there', () => {
  const texts = ['900009', '123456'].map((school) => {
    const outcome = check({ school });
    return 'problems' in outcome ? outcome.problems[0]?.text.replace(school, '') : null;
  });
  assert.equal(texts[0], texts[1]);
});

test('everything wrong is told at once, in the order of the fields', () => {
  assert.deepEqual(fieldsOf(check({ school: '', on: 'soon', happens: 'explodes' })), [
    'school',
    'day',
    'happens',
  ]);
  for (const on of ['31 August 2025', '1 September 2028'])
    assert.deepEqual(fieldsOf(check({ on })), ['day'], on);
  assert.deepEqual(fieldsOf(check({ on: '31 August 2028' })), []);
});

test('of each school one thing is tried, and not without end', () => {
  const one = { urn: '900001', on: '2026-01-01', happens: 'closes' } as const;
  assert.deepEqual(fieldsOf(check({}, { tried: [one] })), ['school']);
  const many = Array.from({ length: mostTried }, (_, index) => ({ ...one, urn: String(800_000 + index) }));
  assert.deepEqual(fieldsOf(check({}, { tried: many })), ['school']);
  assert.deepEqual(fieldsOf(check({}, { tried: many.slice(1) })), []);
});
