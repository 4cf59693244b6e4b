import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import { checkAct, checkIntelligence, type IntelligenceTyped } from './check-intelligence.ts';

const today = '2026-03-10';
const known = {
  kinds: loadReference().intelligenceKinds,
  open: new Set(['900001']),
  people: new Set(['director']),
  today,
};
const good: IntelligenceTyped = {
  school: '900001',
  kind: 'finance',
  words: 'The budget was late for the second year.',
  source: 'Finance team, budget return',
  basis: 'record',
  knownOn: '1 March 2026',
  level: 'authority',
  named: [],
  until: '',
};

const fieldsOf = (typed: Partial<IntelligenceTyped>): readonly string[] => {
  const checked = checkIntelligence({ ...good, ...typed }, known);
  return 'problems' in checked ? checked.problems.map(({ field }) => field) : [];
};

test('an entry counts as long as its kind does, from the day it became known, unless another day is said', () => {
  const usual = checkIntelligence(good, known);
  assert.ok('entry' in usual);
  assert.equal(usual.entry.holdsUntil, '2027-03-01', 'finance counts for 365 days');
  const said = checkIntelligence({ ...good, until: '30 April 2026' }, known);
  assert.ok('entry' in said);
  assert.equal(said.entry.holdsUntil, '2026-04-30');
});

test('everything that is wrong is told at once, in the order of the fields', () => {
  const empty = {
    school: '',
    kind: '',
    words: ' ',
    source: '',
    basis: '',
    knownOn: '',
    level: '',
    until: 'soon',
  };
  assert.deepEqual(fieldsOf(empty), [
    ...['school', 'kind', 'words', 'source', 'basis', 'knownOn', 'level', 'until'],
  ]);
});

test('a day that is yet to come, an end before the beginning, and a school of somebody else are refused', () => {
  assert.deepEqual(fieldsOf({ knownOn: '11 March 2026' }), ['knownOn']);
  assert.deepEqual(fieldsOf({ until: '28 February 2026' }), ['until']);
  assert.deepEqual(fieldsOf({ school: '900002' }), ['school']);
});

test('for named people somebody is named, and only somebody who may be', () => {
  assert.deepEqual(fieldsOf({ level: 'named people' }), ['named']);
  assert.deepEqual(fieldsOf({ level: 'named people', named: ['the head of that school'] }), ['named']);
  assert.deepEqual(fieldsOf({ level: 'named people', named: ['director'] }), []);
  const kept = checkIntelligence({ ...good, named: ['director'] }, known);
  assert.ok('entry' in kept);
  assert.deepEqual(kept.entry.named, [], 'at another level nobody is named');
});

const aboutAChild = [
  'DOB 3/4/2015, excluded twice',
  'a pupil, date of birth: 3 April 2015',
  'UPN H801200001001 was taken off the roll',
  'a pupil called Sam was sent home',
  'a 9 year old boy was sent home',
  'NHS 943 476 5919',
];

for (const words of aboutAChild) {
  test(`what is about one child is refused: “${words}”`, () => {
    assert.deepEqual([...new Set(fieldsOf({ words }))], ['words']);
    assert.ok(fieldsOf({ source: words }).includes('source'), 'in the source, too');
  });
}

test('what is about the school is taken: years, counts, dates of meetings, and a house born of need', () => {
  for (const words of [
    'Four of 12 governors’ posts stand empty since 3 September 2025.',
    'Year 6 results dip: 58% of 60 pupils aged 10 to 11 reached the standard.',
    'Suspensions rose from 12 in 2024/25 to 31 by March 2026; phone 01603 555 0199.',
    'A federation born out of two small schools in 2019.',
  ])
    assert.deepEqual(fieldsOf({ words }), [], words);
});

test('whatever is typed, it is either taken or told what is wrong, and never both', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (words, knownOn, until) => {
      const checked = checkIntelligence({ ...good, words, knownOn, until }, known);
      if ('problems' in checked) return checked.problems.length > 0;
      return checked.entry.holdsUntil >= checked.entry.knownOn && checked.entry.knownOn <= today;
    }),
  );
});

test('each thing that becomes of an entry needs its reason; a renewal a later day, a correction its words', () => {
  const typed = { act: '', why: '', says: '', until: '' };
  const standing = { today, until: '2026-05-01' };
  const fields = (one: Partial<typeof typed>): readonly string[] => {
    const checked = checkAct({ ...typed, ...one }, standing);
    return 'problems' in checked ? checked.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(fields({}), ['act']);
  assert.deepEqual(fields({ act: 'withdrawn' }), ['why']);
  assert.deepEqual(fields({ act: 'looked at', why: 'Nothing follows: the budget is in.' }), []);
  assert.deepEqual(fields({ act: 'renewed', until: '1 May 2026' }), ['until', 'why'], 'no later than before');
  assert.deepEqual(fields({ act: 'renewed', until: '2 May 2026', why: 'So in the audit, too' }), []);
  assert.deepEqual(fields({ act: 'corrected', says: 'a pupil called Sam', why: 'x' }), ['says']);
});
