import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { readResults } from '#/published/store/read-results.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { importShared, needsSharedData } from './published.fixture.ts';

const tables = 'performance-tables';
const files = [
  `${tables}/2012-13/england_abs.csv`,
  `${tables}/2017-18/england_spine.csv`,
  `${tables}/2018-19/england_abs.csv`,
  `${tables}/2018-19/england_census.csv`,
  `${tables}/2024-25/england_census.csv`,
];

describe('Absence, pupils and the register of the performance tables, all England', needsSharedData, () => {
  let shared: Awaited<ReturnType<typeof importShared>>;
  const rowsOf = (measure: MeasureId, year: number) => readResults(shared.dataFolder, measure, year);
  const schoolsOf = async (measure: MeasureId, year: number) =>
    (await rowsOf(measure, year)).filter(({ level }) => level === 'school');
  /** Numbers of schools by reference number. */
  const numbers = async (measure: MeasureId, year: number) =>
    new Map(
      (await schoolsOf(measure, year)).flatMap(({ urn, number }) =>
        urn === null || number === null ? [] : [[urn, number] as const],
      ),
    );
  const sourceOf = (path: string) => {
    const report = shared.report.files.find((file) => file.path.endsWith(path));
    assert.ok(report?.outcome === 'imported', path);
    return report.source;
  };

  before(async () => {
    shared = await importShared(files);
  });
  after(() => shared.remove());

  test('every row is kept or set aside with its reason: 2,898 of the register and 4,391 of the census are of no state-funded school', () => {
    const counted = files.map((path) => {
      const { rowsRead, rowsKept, setAside } = sourceOf(path);
      const aside = setAside.reduce((sum, { rows }) => sum + rows, 0);
      assert.equal(rowsKept + aside, rowsRead, path);
      return [rowsRead, rowsKept, ...setAside.map(({ reason, rows }) => `${rows} ${reason}`)];
    });
    assert.deepEqual(counted, [
      [20_059, 20_059],
      [26_078, 23_174, '2898 not a state-funded school', '6 phase of education not known'],
      [21_217, 21_217],
      [23_942, 22_007, '1935 not a state-funded school'],
      [24_473, 22_017, '2456 not a state-funded school'],
    ]);
  });

  test('no file says its year: England’s rows by kind of school give it away', () => {
    assert.deepEqual(
      files.map((path) => [sourceOf(path).year, sourceOf(path).yearBasis]),
      [
        [2013, 'agrees with England’s published figures'],
        [null, null],
        [2019, 'agrees with England’s published figures'],
        [2019, 'agrees with England’s published figures'],
        [2025, 'agrees with England’s published figures'],
      ],
    );
  });

  test('the pupils of the schools kept are England’s own number, with those of schools outside its three kinds', async () => {
    const rows = await rowsOf('pupils-on-roll', 2019);
    const england = rows.flatMap(({ level, number }) =>
      level === 'school' ? [] : [[level, number] as const],
    );
    assert.deepEqual(Object.fromEntries(england), {
      'England, primary': 4_727_089,
      'England, secondary': 3_327_970,
      'England, special': 121_738,
    });
    const roll = await numbers('pupils-on-roll', 2019);
    const all = [...roll.values()].reduce((sum, pupils) => sum + pupils, 0);
    // Nursery schools and pupil referral units: England has no row of them.
    const others = all - 4_727_089 - 3_327_970 - 121_738;
    assert.ok(others > 40_000 && others < 70_000, String(others));
  });

  test('absence of all schools, weighted by their pupils, is that of England: 4.7% of sessions, 10.7% of pupils persistently', async () => {
    const roll = await numbers('pupils-on-roll', 2019);
    const weighted = async (measure: MeasureId) => {
      let sum = 0;
      let weight = 0;
      for (const [urn, rate] of await numbers(measure, 2019)) {
        const pupils = roll.get(urn) ?? 0;
        sum += rate * pupils;
        weight += pupils;
      }
      return sum / weight;
    };
    // England published 4.7% and 10.9% of pupils aged 5 to 15; on roll are younger and older ones, too.
    assert.equal((await weighted('absence-overall')).toFixed(1), '4.7');
    assert.equal((await weighted('absence-persistent-10')).toFixed(1), '10.7');
  });

  test('864 suppressed rates of 2018/19 and 3,215 of 2012/13 stay suppressed, each under its own definition', async () => {
    for (const [measure, year, count] of [
      ['absence-persistent-10', 2019, 864],
      ['absence-persistent-15', 2013, 3215],
    ] as const) {
      const suppressed = (await schoolsOf(measure, year)).filter(({ missing }) => missing === 'suppressed');
      assert.equal(suppressed.length, count, measure);
    }
    assert.equal((await numbers('absence-persistent-10', 2013)).size, 0);
    assert.equal((await numbers('absence-persistent-15', 2019)).size, 0);
  });

  test('where the tables print a share alone its pupils follow from it, and no count is larger than its cohort', async () => {
    const schools = await schoolsOf('pupils-free-meals-ever', 2019);
    const first = schools.find(({ urn }) => urn === '100000');
    // 38 pupils, printed as 16.2%.
    assert.deepEqual([first?.number, first?.cohort], [38, 235]);
    for (const { urn, number, cohort } of schools)
      if (number !== null && cohort !== null) assert.ok(number <= cohort + 1, urn ?? '');
  });

  test('England’s figures by kind of school in the reference data are those of its rows', async () => {
    let compared = 0;
    for (const { measure, year, phase, number, source } of loadReference().phaseFigures) {
      if (!source.includes('own rows') || measure.startsWith('pupils-')) continue;
      const row = (await rowsOf(measure as MeasureId, year)).find(
        ({ level }) => level === `England, ${phase}`,
      );
      assert.equal(row?.number, number, `${measure} ${year} ${phase}`);
      compared += 1;
    }
    assert.equal(compared, 7);
  });
});
