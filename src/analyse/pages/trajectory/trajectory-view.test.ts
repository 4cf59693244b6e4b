import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { trajectoryDownload } from './trajectory-export.ts';
import { readTrajectoryRequest } from './trajectory-request.ts';
import { trajectoryView } from './trajectory-view.ts';
import {
  allSchools,
  askedFor,
  earlierOf,
  keptOf,
  readByMember,
  trajectoryOf,
  trajectoryRead,
  tried,
} from './trajectory.fixture.ts';

function viewOf(read: TrajectoryRead = trajectoryRead(), query: Query = {}) {
  const { shown, ...view } = trajectoryView(askedFor(read, query), readTrajectoryRequest(query));
  assert.ok(shown !== null);
  return { ...view, shown };
}

test('the first sentence says what is expected by the day of the target, of how many, and in which range', () => {
  const { shown } = viewOf();
  assert.equal(
    shown.answer,
    'By 31 August 2027 we expect 80% of schools (of the 20 judged by then) to be good or better; it could be between 72% and 88%, in 8 cases of 10.',
  );
  assert.equal(
    shown.target,
    'The chance of reaching the target of 85% on 31 August 2027 is about 1 in 8 (13%).',
  );
  assert.match(shown.now, /^On 31 August 2025 it was 75% \(15 of 20\) .*; 2 schools not judged yet\.$/);
});

test('another day, pupils and a phase are asked for in the address', () => {
  const { shown } = viewOf(trajectoryRead(), {
    to: ['2026-08-31'],
    of: ['pupils'],
    group: ['phase:primary'],
  });
  assert.match(
    shown.answer,
    /^By 31 August 2026 we expect 79% of pupils to be in primary schools good or better \(of the 6,010 /,
  );
  assert.match(shown.target, /No share of primary schools was aimed at/);
  assert.deepEqual(shown.chart.known, [], 'pupils of before are not kept, and none is invented');
});

test('under report cards the words are those of report cards, and nothing of grades is beside them', () => {
  const { shown, heading } = viewOf(trajectoryRead({ kept: keptOf('any area below expected') }));
  assert.match(
    shown.answer,
    /\(of the 20 with a report card by then\) to have every area at expected or above/,
  );
  assert.match(shown.regime ?? '', /nothing is carried over/);
  const words = JSON.stringify([heading, shown]).replaceAll(/"value":"[^"]*"/g, '');
  assert.doesNotMatch(words, /good or better/i);
});

test('a group of which nothing is told is answered like one that is not there', () => {
  const [small, none] = ['district:North Fen', 'district:Nowhere'].map((group) => {
    const { shown } = viewOf(trajectoryRead(), { group: [group] });
    assert.match(shown.answer, /of schools/);
    return shown.notTold?.replace(/“.*”/, '');
  });
  assert.ok(small !== undefined && small === none);
});

test('the forecast before is held against what happened', () => {
  for (const [middle, where] of [
    [0.76, 'inside the range for 8 cases in 10'],
    [0.84, 'outside the range for 8 cases in 10, inside that for 19 in 20'],
    [0.95, 'outside the range for 19 cases in 20'],
  ] as const) {
    const { shown } = viewOf(trajectoryRead({ earlier: earlierOf(middle) }));
    assert.match(shown.lastTime ?? '', /^Last time, as at 31 August 2024, .* It came to 75% \(15 of 20\): /);
    assert.ok(shown.lastTime?.endsWith(`: ${where}.`), String(middle));
    assert.equal(shown.chart.others[0]?.label, 'Forecast of 31 August 2024');
  }
});

test('both ways of counting stand side by side, each with the schools not judged', () => {
  const { shown } = viewOf();
  assert.deepEqual(
    shown.counting.map(({ way, now, notJudged }) => [way, now, notJudged]),
    [
      ['With the grades of schools before, until a school has its own', '75% (15 of 20)', '2'],
      ['Own grades only', '75% (15 of 20)', '2'],
    ],
  );
});

test('an officer finds the schools behind the step, the largest first, with what officers expect', () => {
  const expected = { standing: 'good or better', by: '2027-07-31', sure: 70 } as const;
  const made = { person: 'ann', name: 'Ann Officer', on: '2025-09-01', keptAt: '2025-09-01T09:00:00Z' };
  const one = { number: '1', urn: '900002', expected, why: 'New head', made, school: 'Fen Drove' };
  const { shown } = viewOf(trajectoryRead({ expectations: [{ ...one, became: { state: 'in force' } }] }));
  assert.deepEqual(
    shown.steps.rows.map(({ name, now, then, points, expected: some }) => [name, now, then, points, some]),
    [
      [
        'Fen Drove Primary School',
        'Below good',
        '70%',
        '+3.50',
        ['Good or better by 31 July 2027, 70% sure (Ann Officer)'],
      ],
      ['Sedge Lane Primary School', 'Good or better', '80%', '−1.00', []],
    ],
  );
  assert.match(shown.steps.without ?? '', /^Of 1 school too little is known/);
});

test('a member is told how many schools are to be gained, and no school by name', () => {
  const view = viewOf(readByMember());
  assert.match(
    view.shown.steps.gain ?? '',
    /about 16 of about 20 schools judged by then, 1 school more than now/,
  );
  assert.equal(view.shown.whatIf, null);
  assert.doesNotMatch(JSON.stringify(view), /Sedge Lane|Fen Drove|9000/);
  const { tables } = trajectoryDownload(readByMember());
  assert.equal(tables.length, 1);
});

test('what is tried stands beside what is not: the share, the chance, both lines and a way out', () => {
  const { shown } = viewOf(trajectoryRead(tried()), { if: ['900002_2026-03-01_good'] });
  const { whatIf } = shown;
  assert.equal(
    whatIf?.result?.words,
    'By 31 August 2027: 85% (77% to 93%) instead of 80% (72% to 88%), a difference of +5.0 points.',
  );
  assert.equal(whatIf.result.chances, 'The chance of the target goes from 13% to 50%.');
  assert.deepEqual(
    whatIf.tried.map(({ name, words, chance, remove }) => [name, words, chance, remove]),
    [
      [
        'Fen Drove Primary School',
        'It is judged good or better',
        '70% to 90%',
        '/authorities/fenshire/trajectory',
      ],
    ],
  );
  assert.equal(shown.chart.others[0]?.label, 'With what is tried');
  assert.equal(shown.table.rows[1]?.difference, '+5.0 points');
});

test('what was typed wrongly is kept, with what is wrong', () => {
  const problems = [{ field: 'day', text: 'Say on which day.' }];
  const query = { school: ['Fen'], day: ['soon'], happens: ['closes'] };
  const { shown, errors } = viewOf(trajectoryRead({ problems }), query);
  assert.deepEqual(errors.list, [{ text: 'Say on which day.', href: '#day' }]);
  assert.deepEqual(shown.whatIf?.typed, { school: 'Fen', on: 'soon', happens: 'closes' });
});

test('without a forecast the page says how one is kept; of too few schools that nothing is told', () => {
  const none = trajectoryView(trajectoryRead({ kept: null }), readTrajectoryRequest({}));
  assert.equal(none.nothing?.command, 'npx middletier forecast --authority fenshire');
  assert.deepEqual(trajectoryDownload(trajectoryRead({ kept: null })).tables[0].rows, []);
  const few = trajectoryRead({ kept: { ...keptOf(), trajectories: [] } });
  assert.match(trajectoryView(few, readTrajectoryRequest({})).nothing?.words ?? '', /fewer than six/);
});

test('the chance of a share aimed at is that of the forecast shown, and no other’s', () => {
  const set = { person: 'd', name: 'Di Rector', on: '2025-09-01', keptAt: '2025-09-01T09:00:00Z' };
  const aim = (share: number, standing: 'good or better' | 'every area at expected or above') => ({
    ...{ number: '1', group: allSchools, standing, on: '2027-08-31', share, restsOn: 'The plan', set },
    became: { state: 'in force' } as const,
  });
  const targets = {
    ...trajectoryRead().targets,
    targets: [
      aim(0.85, 'good or better'),
      aim(0.9, 'good or better'),
      aim(0.85, 'every area at expected or above'),
    ],
  };
  assert.deepEqual(
    viewOf(trajectoryRead({ targets })).targets.rows.map(({ chance }) => chance),
    ['About 1 in 8 (13%)', 'Told with the next forecast that is kept', 'Not what this forecast is of'],
  );
});

test('the files have every group, way of counting and day, and the steps of the schools', () => {
  const { tables, name } = trajectoryDownload(trajectoryRead());
  assert.equal(name, 'trajectory-fenshire-2025-08-31');
  assert.deepEqual(
    tables.map(({ rows }) => rows.length),
    [2 * 2 * 2 * 2, 2],
  );
  const nobody = { on: '2025-08-31', reached: 0, judged: 0, notJudged: 22 };
  const before = trajectoryOf(allSchools, 'own grades only', { now: nobody, known: [nobody] });
  const { shown } = viewOf(trajectoryRead({ kept: { ...keptOf(), trajectories: [before] } }));
  assert.deepEqual(shown.known.rows, [], 'a day on which no school was judged has no share');
});
