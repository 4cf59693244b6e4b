import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SuppliedItem, SuppliedValue } from '#/schools/rules/supplied.ts';
import { policyFrom } from '../analyse-school.ts';
import { evidenceWith, result, schoolWith } from '../evidence.fixture.ts';
import type { IndicatorId, Reading } from '../reading.ts';
import { readingsOf } from '../readings.ts';

const on = (asAt = '2019-01-31') => policyFrom(loadReference(), 'norfolk-2013', asAt);

function read(id: IndicatorId, changes: Partial<Evidence>, asAt = '2019-01-31'): Reading {
  const [reading] = readingsOf(evidenceWith({ ...changes, asAt }), on(asAt), [id]);
  assert.ok(reading);
  return reading;
}

function supplied(item: SuppliedItem, value: number | string, day = '2018-12-31'): SuppliedValue {
  return { urn: '900001', item, value, on: day, knownOn: day, source: { source: 'own-file', row: 2 } };
}

const gap = (difference: number, pupils: number) =>
  [2017, 2018].map((year) =>
    result('ks2-rwm-expected', year, (year === 2017 ? 47 : 51) + difference, pupils, {
      group: 'disadvantaged',
    }),
  );

test('disadvantaged pupils are held against England’s others, beside how far England’s are behind them', () => {
  const reading = read('disadvantage-gap', { values: gap(-12, 40) });
  assert.equal(
    reading.reason,
    '37% of 80 disadvantaged pupils over two years reached the expected standard in reading, writing and maths (2016/17 to 2017/18); England’s other pupils 69%, 32 percentage points more, and England’s disadvantaged pupils 49%. Allowing for the number of pupils, the underlying rate of the school’s disadvantaged pupils is likely between 31% and 47%.',
  );
  assert.equal(reading.shown, '32 percentage points behind England’s others (80 pupils)');
  assert.equal(reading.threshold, 'England 20 percentage points behind (2016/17 to 2017/18)');
  assert.equal(reading.points, 3);
});

test('a handful of disadvantaged pupils never shouts, and a school whose others do badly has no smaller gap for it', () => {
  assert.deepEqual(
    [3, 6, 40].map((pupils) => read('disadvantage-gap', { values: gap(-20, pupils) }).points),
    [0, 0, 3],
  );
  const others = [result('ks2-rwm-expected', 2018, 20, 40, { group: 'not disadvantaged' })];
  const [alone, beside] = [gap(-20, 40), [...gap(-20, 40), ...others]].map(
    (values) => read('disadvantage-gap', { values }).number,
  );
  assert.equal(alone, beside);
});

test('without results of disadvantaged pupils there is no reading, and a suppressed one is not a low one', () => {
  const all = [result('ks2-rwm-expected', 2018, 20, 40)];
  assert.equal(read('disadvantage-gap', { values: all }).state, 'no evidence');
  const hidden = [
    result('ks2-rwm-expected', 2018, 0, 4, {
      group: 'disadvantaged',
      value: { missing: 'suppressed', code: 'SUPP' },
    }),
  ];
  assert.match(read('disadvantage-gap', { values: hidden }).reason, /too few pupils took part/);
});

const absence = (
  year: number,
  overall: number,
  persistent: number,
  measure = 'absence-persistent-10' as const,
) => [
  result('absence-overall', year, overall, 0, { cohort: null }),
  result(measure, year, persistent, 0, { cohort: null }),
];

test('absence is held against England’s for the kind of school in the same year, and the worse of two gives the points', () => {
  const reading = read('attendance', { values: absence(2018, 5.8, 20) });
  assert.equal(reading.points, 2);
  assert.match(
    reading.reason,
    /^Absence 5\.8% in 2017\/18, in England’s primary schools 4\.2%; persistent absence \(10% of sessions missed\) 20\.0% in 2017\/18, in England’s primary schools 8\.7%\. Allowing for about 200 pupils/,
  );
  assert.equal(read('attendance', { values: absence(2018, 4.2, 8.7) }).points, 0);
});

test('absence of a school of twenty does not shout, and without the number of pupils nothing is read', () => {
  const values = absence(2018, 5.8, 15);
  assert.equal(read('attendance', { values, school: schoolWith({ pupils: 20 }) }).points, 0);
  assert.equal(read('attendance', { values, school: schoolWith({ pupils: null }) }).state, 'no evidence');
});

test('persistent absence at 15% and at 10% of sessions are never joined: the newest is read, against its own', () => {
  const values = [result('absence-persistent-15', 2015, 2.1, 0, { cohort: null }), ...absence(2016, 4, 8.2)];
  const reading = read('attendance', { values }, '2017-06-01');
  assert.match(
    reading.reason,
    /10% of sessions missed\) 8\.2% in 2015\/16, in England’s primary schools 8\.2%/,
  );
  assert.doesNotMatch(reading.reason, /15%/);
  const old = [result('absence-persistent-15', 2015, 6, 0, { cohort: null })];
  assert.match(
    read('attendance', { values: old }, '2016-06-01').reason,
    /15% of sessions missed\) 6\.0% in 2014\/15/,
  );
});

test('absence of long ago is not read', () => {
  assert.match(read('attendance', { values: absence(2015, 9, 20) }).reason, /2014\/15: too old/);
});

test('places not filled and a falling roll give points by the worse, but not for a few pupils', () => {
  const school = schoolWith({ pupils: 170, capacity: 210 });
  const full = read('roll', { school: schoolWith({ pupils: 209, capacity: 210 }) });
  assert.deepEqual([full.points, full.state], [0, 'read']);
  const empty = read('roll', { school });
  assert.equal(empty.points, 2);
  assert.equal(empty.reason, '40 of 210 places not filled (19%, by the register).');
  const rolls = [2016, 2017, 2018].map((year, index) =>
    result('pupils-on-roll', year, [260, 240, 190][index] ?? 0, 0, { cohort: null }),
  );
  const falling = read('roll', { school: schoolWith({ capacity: 195 }), values: rolls });
  assert.equal(falling.points, 3);
  assert.match(falling.reason, /190 pupils in 2017\/18, 70 pupils fewer \(27%\) than the 260 of 2015\/16/);
  assert.equal(read('roll', { school: schoolWith({ pupils: 30, capacity: 38 }) }).points, 0, 'eight pupils');
  assert.equal(read('roll', { school: schoolWith({ pupils: null }) }).state, 'no evidence');
});

test('suspensions are held against England’s only where its rate for the kind of school is known', () => {
  const given = [supplied('suspensions', 30), supplied('permanent exclusions', 1)];
  const reading = read('exclusions', { supplied: given });
  assert.equal(reading.state, 'no evidence');
  assert.match(
    reading.reason,
    /30 suspensions in 2018\/19 \(counted by the authority\), 15\.0 for every 100 of 200 pupils; England’s rate/,
  );
  const later = [supplied('suspensions', 30, '2024-07-31')];
  const known = read('exclusions', { supplied: later }, '2024-12-31');
  assert.deepEqual([known.state, known.points], ['read', 3]);
  const few = read(
    'exclusions',
    { supplied: [supplied('suspensions', 6, '2024-07-31')], school: schoolWith({ pupils: 80 }) },
    '2024-12-31',
  );
  assert.equal(few.points, 0, 'six suspensions may all be of one child');
});

test('what was supplied later, or is true of a later day, is not used; nor is what is too old', () => {
  const places = supplied('governor places', 12);
  const now = read('governance', { supplied: [places, supplied('governor vacancies', 4)] });
  assert.equal(now.points, 3);
  assert.match(now.reason, /^4 of 12 governors’ places vacant \(33%\) on 31 December 2018/);
  for (const day of ['2019-02-01', '2016-01-01'])
    assert.equal(
      read('governance', { supplied: [places, supplied('governor vacancies', 4, day)] }).state,
      'no evidence',
    );
});

test('one empty place on a small body gives one point at most; training counts too', () => {
  const one = [supplied('governor places', 3), supplied('governor vacancies', 1)];
  assert.equal(read('governance', { supplied: one }).points, 1);
  assert.equal(read('governance', { supplied: [supplied('governor training', 20)] }).points, 2);
});

test('finance: a rating, or a deficit for each pupil, whichever is worse', () => {
  const points = (...values: readonly SuppliedValue[]): number =>
    read('finance', { supplied: values }).points;
  assert.deepEqual(
    ['green', 'amber 2', 'amber 1', 'red'].map((rating) => points(supplied('finance rating', rating))),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    [5000, -5000, -40_000, -80_000].map((balance) => points(supplied('balance', balance))),
    [0, 1, 2, 3],
  );
  assert.match(
    read('finance', { supplied: [supplied('balance', -40_000)] }).reason,
    /^A deficit of £40,000, £200 for each of 200 pupils, on 31 December 2018/,
  );
  assert.equal(read('finance', {}).state, 'no evidence');
});

test('a teacher who leaves a small school is chance; eight of twenty are not', () => {
  const left = (posts: number, number: number): Reading =>
    read('staffing', { supplied: [supplied('teacher posts', posts), supplied('teachers who left', number)] });
  assert.deepEqual([left(5, 1).points, left(20, 8).points], [0, 3]);
  assert.ok(left(5, 1).pointsCouldBe[1] > 0);
  assert.match(left(20, 8).reason, /^8 of 20 teachers left in the year to 31 December 2018 \(40%\)/);
});

const head = (name: string, firstKnownOn: string) => ({
  name,
  firstKnownOn,
  source: { source: `register-${firstKnownOn}`, row: 2 },
});

test('a new head is known from the register that first names another, and a name written otherwise is the same head', () => {
  const heads = [head('Mrs Jane Smith', '2015-09-01'), head('Mrs J Smith', '2017-09-01')];
  assert.deepEqual([read('leadership', { heads }).points, read('leadership', { heads }).state], [0, 'read']);
  const changed = [...heads, head('Mr A Jones', '2018-09-01')];
  const reading = read('leadership', { heads: changed });
  assert.equal(reading.points, 1);
  assert.match(reading.reason, /^1 change of head in the last 3 years, the last known on 1 September 2018/);
  assert.equal(read('leadership', { heads: [...changed, head('Ms B Brown', '2018-12-01')] }).points, 3);
  assert.equal(read('leadership', { heads: changed }, '2018-06-01').points, 0, 'not known yet');
});

test('an acting head, a head who leaves and one who left count, and one change told twice counts once', () => {
  assert.equal(read('leadership', { supplied: [supplied('head is acting', 'yes')] }).points, 2);
  assert.equal(read('leadership', { supplied: [supplied('head leaves on', '2019-08-31')] }).points, 1);
  assert.equal(read('leadership', { supplied: [supplied('head leaves on', '2018-08-31')] }).points, 2);
  const heads = [head('Mrs J Smith', '2015-09-01'), head('Mr A Jones', '2018-10-01')];
  const twice = read('leadership', { heads, supplied: [supplied('head appointed on', '2018-09-01')] });
  assert.deepEqual([twice.points, twice.number], [1, 1]);
  assert.equal(read('leadership', {}).state, 'no evidence');
});

test('early years and phonics: the authority’s figures, with about a year group of children, against England', () => {
  const low = [
    supplied('phonics year 1', 52, '2018-07-31'),
    supplied('early years good level', 70, '2018-07-31'),
  ];
  const small = read('early-years', { supplied: low, school: schoolWith({ pupils: 70 }) });
  const large = read('early-years', { supplied: low, school: schoolWith({ pupils: 630 }) });
  assert.deepEqual([small.points, large.points], [0, 3]);
  assert.match(large.reason, /phonics.* 52% of about 90 children \(2017\/18\), England 82%/);
});

test('what no indicator can read is said to be no evidence, with no points and a reason', () => {
  const ids: readonly IndicatorId[] = [
    'disadvantage-gap',
    'attendance',
    'exclusions',
    'early-years',
    'finance',
    'leadership',
    'governance',
    'staffing',
  ];
  for (const reading of readingsOf(evidenceWith(), on(), ids)) {
    assert.deepEqual([reading.state, reading.points, reading.pointsCouldBe], ['no evidence', 0, [0, 0]]);
    assert.ok(reading.reason.length > 40, reading.indicator);
  }
});
