import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRequest, type RequestTyped } from './check-request.ts';

const known = { open: new Set(['900001', '900002']), today: '2026-06-01' };
const good: RequestTyped = {
  schools: ['900001'],
  what: 'Your improvement plan',
  why: 'To talk about it before the summer',
  due: '1 July 2026',
  level: 'school and authority',
  named: [],
};
const problems = (more: Partial<RequestTyped>) => {
  const checked = checkRequest({ ...good, ...more }, known);
  return 'problems' in checked ? checked.problems.map(({ field }) => field) : 'none';
};

test('a request says of whom, what, why, by when and who may know', () => {
  assert.deepEqual(checkRequest(good, known), {
    request: {
      schools: ['900001'],
      what: 'Your improvement plan',
      why: 'To talk about it before the summer',
      dueOn: '2026-07-01',
      level: 'school and authority',
      named: [],
    },
  });
});

test('everything that is wrong is told at once, in the order of the fields', () => {
  assert.deepEqual(problems({ schools: [], what: ' ', why: '', due: 'soon', level: 'everybody' }), [
    'what',
    'why',
    'due',
    'level',
    'schools',
  ]);
});

test('a school that may not be asked, a day that is over and nobody named are refused', () => {
  assert.deepEqual(problems({ schools: ['900001', '900003'] }), ['schools']);
  assert.deepEqual(problems({ due: '2026-05-31' }), ['due']);
  assert.equal(problems({ due: '2026-06-01' }), 'none');
  assert.deepEqual(problems({ level: 'named people', named: ['mayor'] }), ['named']);
});

test('the same school twice is asked once; who is named matters only where only named people may know', () => {
  const checked = checkRequest({ ...good, schools: ['900001', '900001'], named: ['chair'] }, known);
  assert.ok('request' in checked);
  assert.deepEqual(checked.request.schools, ['900001']);
  assert.deepEqual(checked.request.named, []);
});

test('a text that is too long is refused with its length', () => {
  const checked = checkRequest({ ...good, what: 'x'.repeat(2001) }, known);
  assert.ok('problems' in checked);
  assert.match(checked.problems[0]?.text ?? '', /2001/);
});
