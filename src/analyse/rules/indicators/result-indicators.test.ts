import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { SimilarSchools } from '#/schools/rules/similar.ts';
import { policyFrom } from '../analyse-school.ts';
import { factsOf } from '../facts.ts';
import { evidenceWith, keyStage2, result, schoolWith } from '../evidence.fixture.ts';
import { attainmentReading } from './attainment.ts';
import { progressReading } from './progress.ts';
import { trendReading } from './trend.ts';

const on = (asAt = '2019-01-31') => policyFrom(loadReference(), 'norfolk-2013', asAt);

test('a head reads the share, the pupils, the years, England and the range', () => {
  const reading = attainmentReading(evidenceWith({ values: keyStage2(-9, 20) }), on());
  assert.equal(
    reading.reason,
    '50% of 60 pupils over three years reached the expected standard in reading, writing and maths (2015/16 to 2017/18); England 59%. Allowing for the number of pupils, the school’s underlying rate is likely between 43% and 62%.',
  );
  assert.equal(reading.shown, '50% (pooled, 60 pupils)');
  assert.equal(reading.threshold, 'England 59% (2015/16 to 2017/18)');
});

test('small cohorts never shout: the same gap gives points only with enough pupils', () => {
  const points = (pupils: number): number =>
    attainmentReading(evidenceWith({ values: keyStage2(-20, pupils) }), on()).points;
  assert.deepEqual([3, 5, 10, 200].map(points), [0, 0, 2, 3]);
});

test('a suppressed result is not a low result', () => {
  const values = [result('ks2-rwm-expected', 2018, 0, 5, { value: { missing: 'suppressed', code: 'SUPP' } })];
  const reading = attainmentReading(evidenceWith({ values }), on());
  assert.deepEqual([reading.state, reading.points], ['no evidence', 0]);
  assert.match(reading.reason, /too few pupils took part. That says nothing about how good they are/);
});

test('results of a predecessor are used for the years before the school, and said to be the predecessor’s', () => {
  const [first, ...own] = keyStage2(0, 30);
  assert.ok(first);
  const lineage = [
    {
      relation: 'predecessor' as const,
      urn: '900002',
      name: 'Old Fen Infants',
      linkType: 'Predecessor',
      establishedOn: '2016-09-01',
      source: { source: 'links', row: 2 },
    },
  ];
  const values = [{ ...first, urn: '900002' }, ...own];
  assert.match(
    attainmentReading(evidenceWith({ values, lineage }), on()).reason,
    /90 pupils over three years .* \(2015\/16 to 2017\/18; 2015\/16 its predecessor’s\)/,
  );
  assert.match(attainmentReading(evidenceWith({ values }), on()).reason, /60 pupils over two years/);
});

test('old results count for less and less, and the reason says so', () => {
  const evidence = evidenceWith({ asAt: '2025-08-31', values: keyStage2(-25, 60) });
  const [fresh, old] = [attainmentReading(evidence, on()), attainmentReading(evidence, on('2025-08-31'))];
  assert.ok(fresh.points === 3 && old.points === 0 && old.pointsCouldBe[1] === 3);
  assert.match(old.reason, /Newer results should have been known for 6 years/);
});

test('nothing is pooled across the years without tests', () => {
  const values = [...keyStage2(0, 30), result('ks2-rwm-expected', 2022, 40, 30)];
  assert.equal(attainmentReading(evidenceWith({ values }), on('2023-01-31')).period, '2021/22');
});

test('secondary schools are read by Attainment 8, special schools are not held against England', () => {
  const values = [result('ks4-attainment-8', 2018, 39.2, 150)];
  const school = schoolWith({ phase: 'secondary' });
  const reading = attainmentReading(evidenceWith({ school, values }), on());
  assert.equal(reading.points, 1);
  assert.match(reading.reason, /^Attainment 8 39\.2 for 150 pupils \(2017\/18\); England 46\.5\./);
  const special = evidenceWith({ school: schoolWith({ phase: 'special' }), values });
  assert.equal(attainmentReading(special, on()).state, 'no evidence');
});

test('progress gives points for the weakest subject that is clearly below average, by its way to the floor', () => {
  const points = (score: number, pupils = 200): number =>
    progressReading(evidenceWith({ values: keyStage2(0, pupils, score) }), on()).points;
  assert.deepEqual(
    [1, 0, -0.8, -1.6, -3, -6].map((score) => points(score)),
    [0, 0, 0, 1, 2, 3],
  );
  assert.equal(points(-6, 1), 0, 'three pupils in three years cannot show it');
});

test('progress names every subject and the range of the weakest', () => {
  const values = keyStage2(0, 30, -1).map((value) =>
    value.measure === 'ks2-maths-progress' ? { ...value, value: { number: -3.2 } } : value,
  );
  const reading = progressReading(evidenceWith({ values }), on());
  assert.match(
    reading.reason,
    /^Progress in reading −1\.0, writing −1\.0 and maths −3\.2 for 90 pupils over three years \(2015\/16 to 2017\/18\)\. .* in maths, the weakest, is likely between −3\.9 and −2\.1\. Clearly below the average of 0: maths\.$/,
  );
});

test('Progress 8 is read with the interval the Department published', () => {
  const school = schoolWith({ phase: 'secondary' });
  const scored = (interval: readonly [number, number] | null) =>
    progressReading(
      evidenceWith({ school, values: [result('ks4-progress-8', 2018, -0.6, 150, { interval })] }),
      on(),
    );
  assert.equal(scored([-0.8, -0.4]).points, 3);
  assert.equal(scored([-1.4, 0.2]).points, 0);
  assert.equal(scored(null).points, 3, 'without a published interval the spread between pupils stands in');
});

test('where the era has no progress measure there is no evidence, and no points', () => {
  const reading = progressReading(evidenceWith({ values: keyStage2(-20, 60) }), on());
  assert.deepEqual([reading.state, reading.points], ['no evidence', 0]);
});

test('no line is drawn through a break: 2016 to 2017, but not 2017 to 2018', () => {
  const falling = [
    result('ks2-rwm-expected', 2016, 70, 60),
    result('ks2-rwm-expected', 2017, 45, 60),
    result('ks2-rwm-expected', 2018, 30, 60),
  ];
  const early = trendReading(evidenceWith({ values: falling }), on('2018-01-31'));
  assert.deepEqual([early.points, early.period], [3, '2015/16 to 2016/17']);
  assert.match(early.reason, /\+17\.0 in 2015\/16 and −16\.0 in 2016\/17 percentage points/);
  assert.equal(trendReading(evidenceWith({ values: falling }), on()).state, 'no evidence');
});

test('a trend of few pupils, or of long ago, gives no points', () => {
  const falling = (pupils: number) =>
    evidenceWith({
      values: [result('ks2-rwm-expected', 2016, 60, pupils), result('ks2-rwm-expected', 2017, 48, pupils)],
    });
  assert.equal(trendReading(falling(8), on('2018-01-31')).points, 0);
  assert.equal(trendReading(falling(90), on('2018-01-31')).points, 2);
  assert.equal(trendReading(falling(90), on('2021-01-31')).state, 'no evidence');
});

const besideSimilar = (number: number): SimilarSchools => ({
  schools: [],
  among: 16_000,
  sources: [],
  means: [2016, 2017, 2018].map((year) => ({
    measure: 'ks2-rwm-expected',
    group: 'all',
    year,
    number,
    schools: 40,
    pupils: 1200,
  })),
});

test('few pupils are believed to be as those of similar schools, not as England, and the reason says so', () => {
  const values = keyStage2(-9, 6);
  const [england, similar] = [null, besideSimilar(50)].map((beside) =>
    attainmentReading(evidenceWith({ values, similar: beside }), on()),
  );
  assert.ok(england?.interval && similar?.interval && similar.interval.high < england.interval.high);
  assert.match(
    similar.reason,
    /Allowing for the number of pupils, and for the 50% of the schools with the most similar pupils, the school’s underlying rate/,
  );
  assert.equal(similar.threshold, england.threshold, 'points are given against England all the same');
});

test('no school has points for its pupils alone: as England and few, beside similar schools far below, it has none', () => {
  for (const pupils of [1, 3, 5, 10, 30]) {
    for (const reached of [20, 45]) {
      const evidence = evidenceWith({ values: keyStage2(0, pupils), similar: besideSimilar(reached) });
      const { points, pointsCouldBe } = attainmentReading(evidence, on());
      assert.deepEqual([points, pointsCouldBe[0]], [0, 0], `${pupils} pupils a year`);
    }
  }
});

test('where similar schools have no results in one of the years England stands in for all', () => {
  const values = keyStage2(-9, 20);
  const beside = besideSimilar(50);
  const missing = { ...beside, means: beside.means.slice(1) };
  assert.deepEqual(
    attainmentReading(evidenceWith({ values, similar: missing }), on()),
    attainmentReading(evidenceWith({ values }), on()),
  );
});

test('figures without pupil numbers are told as such, not as results that should have been known', () => {
  const unweighed = result('ks2-maths-progress', 2019, -4, 0, { cohort: null });
  const values = [...keyStage2(0, 30, 1), unweighed];
  const evidence = evidenceWith({ asAt: '2020-01-31', values });
  const { reason } = progressReading(evidence, on('2020-01-31'));
  const maths = progressReading(
    evidenceWith({ asAt: '2020-01-31', values: [...keyStage2(0, 30, -3), unweighed] }),
    on('2020-01-31'),
  ).reason;
  assert.doesNotMatch(
    `${reason}${maths}`,
    /the file with the figures of 2018\/19 gives no pupil numbers.*should have been known/,
  );
  assert.match(
    maths,
    /the file with the figures of 2018\/19 gives no pupil numbers, so they cannot be weighed/,
  );
  const alone = progressReading(evidenceWith({ asAt: '2020-01-31', values: [unweighed] }), on('2020-01-31'));
  assert.deepEqual(
    [alone.state, alone.reason],
    [
      'no evidence',
      'Progress scores: the file with the figures of 2018/19 gives no pupil numbers, so they cannot be told from chance.',
    ],
  );
  const { evidenceIsEnough } = factsOf(
    evidenceWith({ asAt: '2020-01-31', values: [unweighed] }),
    on('2020-01-31'),
  );
  assert.match(evidenceIsEnough.words, /gives no pupil numbers/);
});
