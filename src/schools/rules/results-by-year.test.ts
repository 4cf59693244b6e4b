import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '#/law/reference.ts';
import type { Evidence } from './evidence.ts';
import { resultsByYear } from './results-by-year.ts';
import type { MeasureValue } from './value.ts';

const source = 'invented for this test';
const span = { breakBefore: null, poolWithSpanBefore: false, source, status: 'confirmed' as const };

const measure: Measure = {
  id: 'ks2-rwm-expected',
  title: 'Expected standard',
  words: 'reached the expected standard',
  publication: 'key-stage-2',
  unit: '%',
  kind: 'proportion',
  better: 'higher',
  spans: [
    { ...span, from: 2016, to: 2019 },
    { ...span, from: 2022, to: null, breakBefore: 'No tests in 2019/20 and 2020/21' },
  ],
};

const figure = (
  year: number,
  value: MeasureValue['value'],
  changes: Partial<MeasureValue> = {},
): MeasureValue => ({
  urn: '900001',
  year,
  measure: 'ks2-rwm-expected',
  group: 'all',
  value,
  cohort: 30,
  interval: null,
  status: 'final',
  knownOn: '2023-12-14',
  source: { source: 'a', row: 2 },
  ...changes,
});

const evidence = (values: readonly MeasureValue[]): Evidence =>
  ({
    asAt: '2024-01-01',
    school: { urn: '900001' },
    lineage: [],
    inspections: [],
    values,
  }) as unknown as Evidence;

const results = (values: readonly MeasureValue[]) =>
  resultsByYear(evidence(values), [measure], [{ measure: 'ks2-rwm-expected', year: 2019, number: 65 }])[0];

test('years without tests are kept as years without a figure, and the break is told', () => {
  const years = results([figure(2019, { number: 60 }), figure(2022, { number: 50 })]);
  assert.deepEqual(
    years?.years.map(({ year, number, why }) => [year, number, why]),
    [
      [2019, 60, null],
      [2020, null, 'none were published'],
      [2021, null, 'none were published'],
      [2022, 50, null],
    ],
  );
  assert.deepEqual(years.breaks, [{ before: 2022, words: 'No tests in 2019/20 and 2020/21' }]);
});

test('a suppressed figure says so and has no interval', () => {
  const [year] = results([figure(2019, { missing: 'suppressed', code: 'SUPP' })])?.years ?? [];
  assert.equal(year?.why, 'suppressed: too few pupils');
  assert.equal(year.interval, null);
});

test('a percentage of few pupils has a wide interval and the publisher’s own interval is taken over', () => {
  const width = (cohort: number): number => {
    const [low = 0, high = 0] = results([figure(2019, { number: 60 }, { cohort })])?.years[0]?.interval ?? [];
    return high - low;
  };
  assert.ok(width(10) > 2 * width(100));
  const own = results([figure(2019, { number: 60 }, { interval: [55, 65] })]);
  assert.deepEqual(own?.years[0]?.interval, [55, 65]);
});

test('a predecessor’s figure stands only where the school has none of its own, and is marked', () => {
  const before = figure(2019, { number: 40 }, { urn: '900009' });
  assert.equal(results([before])?.years[0]?.before, true);
  const both = results([before, figure(2019, { number: 60 })]);
  assert.deepEqual([both?.years[0]?.number, both?.years[0]?.before], [60, false]);
});

test('a measure that ended says so of the years after it, and one that pauses does not', () => {
  const years = (changes: Partial<Measure>) => {
    const short = { ...measure, spans: [{ ...span, from: 2010, to: 2016 }], ...changes };
    const told = [2014, 2015].map((year) =>
      figure(year, { number: 60 }, { measure: short.id as MeasureValue['measure'] }),
    );
    const beside = [2009, 2018].map((year) => figure(year, { number: 100 }, { measure: 'ks2-maths-score' }));
    const [result] = resultsByYear(evidence([...told, ...beside]), [short], []);
    const why = new Map(result?.otherYears.map((other) => [other.year, other.why]));
    return [2009, 2016, 2018].map((year) => why.get(year));
  };
  const ended = { words: 'Grades 9 to 1 took its place', source, status: 'confirmed' as const };
  assert.deepEqual(years({ id: 'ks4-english-maths-a-c', ended }), [
    'the measure began in 2009/10',
    'no file imported has it',
    'the measure ended in 2015/16',
  ]);
  assert.equal(years({})[2], 'none were published');
});

test('England stands beside the year it was published for', () => {
  assert.equal(results([figure(2019, { number: 60 })])?.years[0]?.england, 65);
  assert.equal(results([figure(2018, { number: 60 })])?.years[0]?.england, null);
});
