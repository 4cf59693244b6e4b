import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { checkVisits, type VisitsTyped, type VisitStanding } from './check-visits.ts';

const { schoolTerms: terms, bankHolidays } = loadReference();

const typed: VisitsTyped = {
  template: 'note-of-visit',
  focus: 'Reading in key stage 1',
  goes: 'Ann Archer',
  asked: ['Headteacher', 'Chair of governors'],
  whyNoGovernor: '',
  schools: [{ urn: '100001', day: '1 December 2026', time: '9.30am' }],
  anyway: false,
};

const check = (change: Partial<VisitsTyped>, standing: readonly VisitStanding[] = []) =>
  checkVisits(
    { ...typed, ...change },
    {
      schools: new Map([
        ['100001', 'Ashfield Primary School'],
        ['100002', 'Beech Road School'],
      ]),
      templates: new Set(['note-of-visit']),
      visitors: new Set(['Ann Archer', 'Bea Brook']),
      ...{ standing, today: '2026-11-22', terms, bankHolidays },
    },
  );

const problems = (change: Partial<VisitsTyped>, standing?: readonly VisitStanding[]) => {
  const checked = check(change, standing);
  return 'problems' in checked ? checked.problems : [];
};

test('a visit on a school day is planned, with its time as a clock shows it', () => {
  const checked = check({});
  assert.ok('visits' in checked);
  assert.deepEqual(checked.visits.visits, [{ urn: '100001', on: '2026-12-01', time: '09:30' }]);
});

test('all that is wrong is said at once, in the order of the fields', () => {
  const wrong = problems({
    ...{ template: '', focus: ' ', goes: 'Nobody', asked: [] },
    schools: [{ urn: '100001', day: 'soon', time: 'early' }],
  });
  assert.deepEqual(
    wrong.map(({ field }) => field),
    ['template', 'focus', 'goes', 'asked', 'day-100001', 'time-100001'],
  );
});

test('chair or representative is asked, or it is said why neither is', () => {
  const alone = { asked: ['Headteacher'] };
  assert.deepEqual(
    problems(alone).map(({ field }) => field),
    ['why-no-governor'],
  );
  assert.deepEqual(problems({ ...alone, whyNoGovernor: 'The board is being formed' }), []);
});

test('weekends, bank holidays and school holidays are told, and planned all the same where asked to', () => {
  const on = (day: string) => ({ schools: [{ urn: '100001', day, time: '' }] });
  assert.match(problems(on('2026-12-05'))[0]?.text ?? '', /at a weekend/);
  assert.match(problems(on('2026-12-25'))[0]?.text ?? '', /bank holiday/);
  assert.match(problems(on('2027-08-04'))[0]?.text ?? '', /school holidays/);
  assert.deepEqual(problems({ ...on('2027-08-04'), anyway: true }), []);
});

test('nobody is at two schools at once, neither of this form nor of what stands already', () => {
  const at = (first: string, second: string) => ({
    schools: [
      { urn: '100001', day: '2026-12-01', time: first },
      { urn: '100002', day: '2026-12-01', time: second },
    ],
  });
  assert.deepEqual(problems(at('9:00am', '1:30pm')), []);
  assert.match(problems(at('9:00am', '10:00am'))[0]?.text ?? '', /is at Ashfield Primary School on that day/);
  assert.equal(problems(at('9:00am', '')).length, 1, 'without a time nobody knows');
  const standing = { school: 'Cedar School', goes: 'Ann Archer', on: '2026-12-01', time: '' };
  assert.match(problems({}, [standing])[0]?.text ?? '', /is at Cedar School/);
  assert.deepEqual(problems({}, [{ ...standing, goes: 'Bea Brook' }]), []);
});

test('a day that is over and a school that is not theirs are refused even so', () => {
  const wrong = problems({
    anyway: true,
    schools: [
      { urn: '100001', day: '20 November 2026', time: '' },
      { urn: '999999', day: '1 December 2026', time: '' },
    ],
  });
  assert.deepEqual(
    wrong.map(({ field }) => field),
    ['day-100001', 'schools'],
  );
});
