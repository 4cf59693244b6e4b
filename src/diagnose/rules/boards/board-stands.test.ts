import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays } from '#/schools/rules/dates.ts';
import { boardStands, showsChallenge, weeksSaid, type MeetingTold } from './board-stands.ts';

const members = [
  { key: 'h', name: 'Ash Reed', role: 'Headteacher' },
  { key: 'c', name: 'Fern Moss', role: 'Chair of governors' },
  { key: 'g', name: 'Holly Thorn', role: 'Governor' },
  { key: 'o', name: 'Rowan Sedge', role: 'Officer of the authority' },
];
const came = (...answers: readonly [key: string, came: string][]) => ({
  attendance: answers.map(([key, answer]) => ({ key, came: answer })),
});
const meeting = (aboutOn: string, state: string, content: MeetingTold['content'] = {}): MeetingTold => ({
  ...{ id: aboutOn, state, aboutOn, content },
});
const stands = (meetings: readonly MeetingTold[], meetsSince: string | null = '2026-01-05') =>
  boardStands({ content: { members }, meetsSince }, meetings, (from) => addDays(from, 42), '2026-05-11');

describe('a board or core group', () => {
  test('counts who came of the meetings with minutes while they were members', () => {
    const some = stands([
      meeting(
        '2026-02-02',
        'agreed',
        came(['h', 'Came'], ['c', 'Sent apologies'], ['g', 'Was no member then']),
      ),
      meeting('2026-03-16', 'shared', came(['h', 'Sent somebody'], ['c', 'Came'], ['g', 'Came'])),
      meeting('2026-04-27', 'held', came(['h', 'Came'], ['c', 'Came'], ['g', 'Came'])),
      meeting('2026-01-12', 'cancelled', came(['h', 'Came'])),
    ]);
    assert.deepEqual(some.head, { came: 1, of: 2 });
    assert.deepEqual(some.governors, { came: 2, of: 3 });
    assert.equal(some.attendance.find(({ key }) => key === 'h')?.sentSomebody, 1);
    assert.equal(some.attendance.find(({ key }) => key === 'o')?.of, 0);
  });

  test('meets next when it is planned, and else by its rhythm after the last meeting or since it was set up', () => {
    assert.deepEqual(stands([meeting('2026-05-18', 'planned')]).next, {
      ...{ on: '2026-05-18', planned: true, daysLate: 0 },
    });
    assert.deepEqual(stands([meeting('2026-03-16', 'held')]).next, {
      ...{ on: '2026-04-27', planned: false, daysLate: 14 },
    });
    assert.equal(stands([]).next?.on, '2026-02-16');
    assert.equal(stands([], null).next, null);
  });

  test('a planned meeting whose day is over and of which nobody said that it was held is late', () => {
    assert.equal(stands([meeting('2026-05-04', 'invited')]).next?.daysLate, 7);
  });

  test('minutes show challenge where a question stands with its answer', () => {
    const row = { key: '1', asked: 'Why did reading fall?' };
    assert.equal(showsChallenge({}), false);
    assert.equal(showsChallenge({ challenge: [row] }), false);
    assert.equal(showsChallenge({ challenge: [{ ...row, answered: 'Two teachers left' }] }), true);
  });

  test('may say itself how often it meets', () => {
    assert.equal(weeksSaid({ weeks: '4' }), 4);
    for (const weeks of ['', '0', '-6', '2.5', '200']) assert.equal(weeksSaid({ weeks }), null, weeks);
  });
});
