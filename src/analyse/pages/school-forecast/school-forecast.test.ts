import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedForecastRun, inventedWarning } from '#/analyse/pages/invented-forecast.fixture.ts';
import { nothingTyped } from './expected-view.ts';
import { expectations, forecastThen, schoolOutlook } from './school-forecast.fixture.ts';
import { schoolForecastView } from './school-forecast-view.ts';

test('a head reads the chance in the first sentence, with its range and the day', () => {
  assert.equal(
    schoolForecastView(schoolOutlook()).lead,
    'The chance of being judged below good by 30 June 2020 is about 1 in 8 (12%, between 6% and 18%).',
  );
});

test('when a school is inspected and what is found are one reason, and it is said which part it moves', () => {
  const { reasons } = schoolForecastView(schoolOutlook());
  assert.deepEqual(
    reasons?.rows.map(({ words, way, moves, says }) => [words, way, moves, says]),
    [
      ['Last fully inspected 5.1 years ago', 'Raises the chance', 'Moves both', '2.2 times the odds'],
      ['32 pupils on roll', 'Raises the chance', 'Moves what is found', '1.8 times the odds'],
      ['Low absence', 'Lowers the chance', 'Moves what is found', '0.7 times the odds'],
      ['Everything else', 'Raises the chance', 'Moves what is found', '1.02 times the odds'],
    ],
  );
});

test('the effect of deprivation stands beside the chance without it', () => {
  assert.equal(
    schoolForecastView(schoolOutlook()).deprivation,
    'Deprivation of the area was not used: the chance within 18 months is about 1 in 8 (12%). Had it been used: about 1 in 17 (6%).',
  );
});

test('earlier forecasts are told with what happened, in plain words', () => {
  assert.deepEqual(
    schoolForecastView(schoolOutlook()).earlier.map(({ came }) => came),
    [
      'Inspected on 1 March 2016: judged below good',
      'No full inspection became known in the 18 months',
      'Not inspected so far; its time is over on 29 February 2020',
      'Cannot be told: joined with other schools',
    ],
  );
});

test('of a school below good it is told when it could be good, and why no chance of falling is told', () => {
  const none = { urn: '900001', why: 'Below good at the last inspection.' };
  const path = { urn: '900001', name: 'A school', chances: [0.05, 0.4], now: 'not good' as const };
  const view = schoolForecastView(schoolOutlook({ newest: forecastThen(none, { path }) }));
  assert.equal(view.whyNone, none.why);
  assert.equal(view.path?.title, 'Chance to be good or better, by date');
  assert.deepEqual(view.path.rows, [
    { by: '30 April 2019', chance: 'About 1 in 20', percent: '5%' },
    { by: '31 August 2019', chance: 'About 2 in 5', percent: '40%' },
  ]);
});

test('the school does not see what officers expect of it', () => {
  assert.equal(schoolForecastView(schoolOutlook({ expected: null })).expected, null);
});

test('an officer sees what became of each expectation, and may withdraw their own alone', () => {
  const view = schoolForecastView(schoolOutlook());
  assert.deepEqual(
    view.expected?.rows.map(({ what, became }) => [what, became]),
    [
      ['Below good by 31 August 2020, 70% sure', 'Stands'],
      ['Good or better by 31 August 2020', 'Withdrawn on 10 January 2019: The head left.'],
    ],
  );
  assert.equal(view.expected.withdraw?.what, 'Below good by 31 August 2020');
  assert.equal(schoolForecastView(schoolOutlook({ reader: 'Ben' })).expected?.withdraw, null);
  const reads = schoolForecastView(schoolOutlook({ expected: expectations({ mayExpect: false }) }));
  assert.deepEqual([reads.expected?.form, reads.expected?.withdraw], [null, null]);
});

test('what was typed and not taken is kept in its own form, with each problem at its field', () => {
  const typed = {
    ...{ ...nothingTyped, form: 'withdraw' as const, why: '' },
    problems: [{ field: 'why', text: 'Say why you no longer expect it.' }],
  };
  const view = schoolForecastView(schoolOutlook(), typed);
  assert.deepEqual(view.errorList, [{ text: 'Say why you no longer expect it.', href: '#withdraw-why' }]);
  assert.equal(view.expected?.withdraw?.problem, 'Say why you no longer expect it.');
  assert.equal(view.expected.form?.problems.why, null);
});

test('under report cards the words are those of report cards', () => {
  const target = 'any area below expected';
  const run = inventedForecastRun({ target });
  const path = { urn: '900001', name: 'A school', chances: [0.1, 0.2], now: 'not judged' as const };
  const view = schoolForecastView(
    schoolOutlook({ newest: forecastThen(inventedWarning('900001', 0.3, { target }), { run, path }) }),
  );
  assert.match(view.lead ?? '', /having an area below expected/);
  assert.equal(view.path?.title, 'Chance to have every area at expected or above, by date');
});
