import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolThen } from '../norfolk-2013/school-then.fixture.ts';
import { movesBetween, sameSchools, shareKnown } from './what-happened.ts';

const asAt = '2013-08-31';
const until = '2016-07-31';

type Inspected = Parameters<typeof schoolThen>[0];
const school = (urn: string, inspected: Inspected, formerly: readonly string[] = []) =>
  schoolThen(
    inspected.map(([on, grade, at]) => [on, grade, at ?? urn]),
    { history: { urn, formerly } },
  ).history;

test('an academy is the same school as the one it came of, and a new school is not', () => {
  const then = [school('1', []), school('2', [])];
  const later = [school('1', []), school('20', [], ['2']), school('30', [])];
  assert.deepEqual(
    sameSchools(then, later).map(({ urn }) => urn),
    ['1', '20'],
  );
});

test('a share counts what was known on the day, by own grades or by those of before too', () => {
  const schools = [
    school('1', [['2012-05-01', 2]]),
    school('2', [
      ['2012-05-01', 3],
      ['2013-08-20', 2],
    ]),
    school('20', [['2011-05-01', 2, '19']], ['19']),
    school('30', []),
  ];
  assert.deepEqual(shareKnown(schools, asAt, 'with predecessors’ grades'), {
    on: asAt,
    reached: 2,
    judged: 3,
    notJudged: 1,
  });
  assert.deepEqual(shareKnown(schools, asAt, 'own grades only'), {
    on: asAt,
    reached: 1,
    judged: 2,
    notJudged: 2,
  });
});

test('a good school judged below good since has fallen, even where it is good again by the end', () => {
  const then = [
    school('1', [['2012-05-01', 2]]),
    school('2', [['2012-05-01', 2]]),
    school('3', [['2012-05-01', 3]]),
    school('4', [['2012-05-01', 3]]),
    school('5', [['2012-05-01', 2]]),
    school('6', []),
  ];
  const later = [
    school('1', [
      ['2012-05-01', 2],
      ['2014-05-01', 3],
      ['2016-05-01', 2],
    ]),
    school('2', [['2012-05-01', 2]]),
    school(
      '30',
      [
        ['2012-05-01', 3, '3'],
        ['2015-05-01', 1],
      ],
      ['3'],
    ),
    school('4', [['2012-05-01', 3]]),
    // Judged in time, published too late.
    school('5', [
      ['2012-05-01', 2],
      ['2016-07-20', 4],
    ]),
    school('6', [['2014-05-01', 2]]),
  ];
  assert.deepEqual(movesBetween(then, asAt, later, until), {
    until,
    good: 3,
    fell: 1,
    notGood: 2,
    rose: 1,
  });
});
