import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResultsAndIntake } from '#/analyse/actions/read-results-and-intake.ts';
import { manyResults, partsWith, type InventedResult } from '#/analyse/pages/invented-results.fixture.ts';
import { intakeView } from './intake-view.ts';

const viewOf = async (told: readonly InventedResult[], asked = {}) => {
  const { parts, reader } = partsWith(told);
  return intakeView(await readResultsAndIntake(parts, reader, 'fenshire', asked)).shown;
};

/** Forty schools whose results follow their intake, but for one. */
const following: readonly InventedResult[] = Array.from({ length: 40 }, (_, index) => {
  const about = { urn: String(900_100 + index), year: 2018 };
  return [
    { ...about, number: index === 5 ? 95 : 40 + index / 2, cohort: 90 },
    { ...about, measure: 'ks2-prior-attainment' as const, number: 14 + index / 10 },
  ];
}).flat();

test('a school far above what goes with its intake is named, with how sure that is', async () => {
  const shown = await viewOf(following);
  assert.deepEqual(
    shown?.against?.better.map(({ name, number }) => [name, number]),
    [['School 900105', '95%']],
  );
  assert.match(shown.against.better[0]?.range ?? '', /^\+\d+\.\d to \+\d+\.\d$/);
  assert.deepEqual(shown.against.chart.points.filter(({ mark }) => mark === 'marked').length, 1);
  assert.match(shown.against.summary, /^In 2017\/18, 1 of 40 schools \(3%\) of Fenshire did clearly better/);
});

test('every school is in the list, and one without an intake is named', async () => {
  const shown = await viewOf([...following, { urn: '900999', year: 2018, number: 50 }]);
  assert.equal(shown?.against?.rows.length, 40);
  assert.deepEqual(
    shown.against.without.map(({ name }) => name),
    ['School 900999'],
  );
  assert.equal(shown.against.withoutWords, '1 of 41 schools (2%)');
});

test('a count of pupils is held against results as their share, of the nearest year there is', async () => {
  const told = following.map((one) =>
    one.measure === 'ks2-prior-attainment'
      ? {
          ...one,
          measure: 'pupils-free-meals-ever' as const,
          year: 2019,
          number: 10 + Number(one.urn.slice(4)),
          cohort: 200,
        }
      : one,
  );
  const against = (await viewOf(told))?.against;
  assert.equal(against?.rows.find(({ name }) => name === 'School 900105')?.intake, '8%');
  assert.ok(against.notes.some((note) => note.includes('The intake is of 2018/19')));
});

test('without a file of who the pupils are the page says so and draws nothing', async () => {
  const shown = await viewOf(manyResults.filter(({ measure }) => measure === undefined));
  assert.equal(shown?.against, null);
  assert.match(shown.why ?? '', /^No file imported says who the pupils/);
});
