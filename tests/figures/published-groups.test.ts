import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { readResults } from '#/published/store/read-results.ts';
import type { AggregateValue } from '#/schools/rules/aggregate.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import { importShared, needsSharedData } from './published.fixture.ts';

const tables = 'performance-tables';
const files = [
  ...['2016-17', '2017-18', '2018-19'].map((year) => `${tables}/${year}/850_ks2final.csv`),
  ...['2016-17', '2017-18'].map((year) => `${tables}/${year}/850_ks4final.csv`),
  `${tables}/2012-13/england_ks2final_reduced.csv`,
  'ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv',
  'gias/2022-04-20/edubasealldata_hampshire_surrey.csv',
];
const asAt = '2025-09-30';

describe('Results of groups of pupils in Hampshire, original files', needsSharedData, () => {
  let shared: Awaited<ReturnType<typeof importShared>>;
  let schools: readonly Evidence[];
  let aggregates: readonly AggregateValue[];

  before(async () => {
    shared = await importShared(files);
    schools = await shared.store.evidence({ asAt, authority: 'hampshire', includeClosed: true });
    aggregates = await shared.store.aggregates({ asAt, authorities: ['hampshire'] });
  });
  after(() => shared.remove());

  const figure = (level: AggregateValue['level'], measure: MeasureId, group: Group, year: number) => {
    const found = aggregates.filter(
      (one) => one.level === level && one.measure === measure && one.group === group && one.year === year,
    );
    assert.ok(found.length === 1, `${found.length} figures: ${level} ${measure} ${group} ${year}`);
    const [{ value, cohort }] = found as [AggregateValue];
    return { number: 'number' in value ? value.number : null, cohort };
  };

  /** Pupils of the schools that have a number, and the mean of them. */
  const added = (measure: MeasureId, group: Group, year: number) => {
    const own = new Map(
      schools
        .flatMap(({ values }) => values)
        .filter((one) => one.measure === measure && one.group === group && one.year === year)
        .map((one) => [one.urn, one]),
    );
    let pupils = 0;
    let sum = 0;
    let suppressed = 0;
    for (const { value, cohort } of own.values()) {
      if ('number' in value && cohort !== null) {
        pupils += cohort;
        sum += value.number * cohort;
      } else if ('missing' in value && value.missing === 'suppressed') suppressed += 1;
    }
    return { pupils, mean: sum / pupils, suppressed };
  };

  for (const [year, disadvantaged, others, girls, boys, suppressed] of [
    [2017, 47, 71, 70, 62, 112],
    [2018, 49, 73, 72, 65, 119],
    [2019, 49, 73, 72, 64, 125],
  ] as const) {
    test(`the authority’s own figures by group in ${year} follow from its schools’ rows`, () => {
      const measure = 'ks2-rwm-expected';
      for (const [group, published, tolerance] of [
        ['disadvantaged', disadvantaged, 0.5],
        // Suppressed wherever five or fewer are disadvantaged, so that these cannot be worked out: a fifth is missing.
        ['not disadvantaged', others, 1.1],
        ['girls', girls, 0.5],
        ['boys', boys, 0.5],
      ] as const) {
        assert.equal(figure('authority', measure, group, year).number, published, group);
        const { mean } = added(measure, group, year);
        assert.ok(Math.abs(mean - published) <= tolerance, `${group}: ${mean}, published ${published}`);
      }
      assert.equal(added(measure, 'disadvantaged', year).suppressed, suppressed);
      const { pupils } = added(measure, 'disadvantaged', year);
      const all = figure('authority', measure, 'disadvantaged', year).cohort ?? 0;
      assert.ok(pupils > 0.88 * all && pupils < all, `${pupils} of ${all} in schools with a figure`);
    });
  }

  test('disadvantaged pupils and the others are together all pupils, in every year and table', () => {
    for (const [measure, years] of [
      ['ks2-rwm-expected', [2017, 2018, 2019]],
      ['ks4-attainment-8', [2017, 2018]],
    ] as const) {
      for (const year of years) {
        const cohort = (group: Group) => figure('authority', measure, group, year).cohort ?? 0;
        assert.equal(cohort('disadvantaged') + cohort('not disadvantaged'), cohort('all'), `${year}`);
        assert.equal(cohort('girls') + cohort('boys'), cohort('all'), `${year}`);
      }
    }
  });

  test('England’s rows by group are those the reference data quotes', () => {
    const { nationalFiguresByGroup } = loadReference();
    let compared = 0;
    for (const one of nationalFiguresByGroup) {
      const level = one.measure.startsWith('ks2') ? 'England, all schools' : 'England, state-funded';
      const last = level === 'England, all schools' ? 2019 : 2018;
      if (one.group === undefined || one.year < 2017 || one.year > last || !/^ks[24]/.test(one.measure))
        continue;
      const { number } = figure(level, one.measure as MeasureId, one.group, one.year);
      assert.equal(number, one.number, `${one.measure} ${one.year} ${one.group}`);
      compared += 1;
    }
    assert.ok(compared > 200, `${compared} compared`);
  });

  test('a row of England that ends early at the foot of an original table is kept', () => {
    assert.equal(figure('England, state-funded', 'ks4-attainment-8', 'all', 2018).number, 46.5);
    assert.equal(figure('England, state-funded', 'ks4-progress-8', 'disadvantaged', 2018).cohort, 135_197);
  });

  test('Attainment 8 of disadvantaged pupils follows from the schools, but for the few that are suppressed', async () => {
    for (const [year, published] of [
      [2017, 33.4],
      [2018, 33.8],
    ] as const) {
      const own = figure('authority', 'ks4-attainment-8', 'disadvantaged', year);
      assert.equal(own.number, published);
      // Schools in no register are among them, and independent ones, which have no figure of this group.
      const rows = await readResults(shared.dataFolder, 'ks4-attainment-8', year, 'disadvantaged');
      let pupils = 0;
      let points = 0;
      for (const { level, number, cohort } of rows) {
        if (level !== 'school' || number === null || cohort === null) continue;
        pupils += cohort;
        points += number * cohort;
      }
      assert.ok(Math.abs(points / pupils - published) < 1, `${points / pupils}`);
      assert.ok(pupils > 0.95 * (own.cohort ?? 0) && pupils < (own.cohort ?? 0), `${pupils} pupils`);
    }
  });

  test('the tables in levels of 2012/13 are all England, dated by its own row, and stay apart', async () => {
    const report = shared.report.files.find(({ path }) => path.includes('2012-13'));
    assert.ok(report?.outcome === 'imported', JSON.stringify(report));
    assert.deepEqual(
      [report.source.year, report.source.layout, report.source.rowsKept],
      [2013, 'key-stage-2-levels', 16_038],
    );
    assert.deepEqual(report.source.setAside, [{ reason: 'row of an authority without its code', rows: 152 }]);
    assert.equal(figure('England, all schools', 'ks2-reading-two-levels', 'all', 2013).number, 88);
    const values = schools.flatMap((each) => each.values);
    const ofMeasure = (measure: MeasureId) => values.filter((one) => one.measure === measure);
    assert.ok(ofMeasure('ks2-maths-two-levels').every(({ year }) => year === 2013));
    assert.ok(ofMeasure('ks2-rwm-expected').every(({ year }) => year >= 2017));
    const schoolsWith = await shared.store.distribution({
      asAt,
      measure: 'ks2-maths-two-levels',
      group: 'all',
      year: 2013,
    });
    assert.ok(schoolsWith.length > 14_000, `${schoolsWith.length} schools with a figure`);
  });
});
