import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Grade, Inspection } from '#/schools/rules/inspection.ts';
import { policyFrom } from '../analyse-school.ts';
import { evidenceWith, inspected } from '../evidence.fixture.ts';
import { judgementProfileReading } from './judgement-profile.ts';
import { lastInspectionReading } from './last-inspection.ts';
import { overdueInspectionReading } from './overdue-inspection.ts';
import { twoInspectionsReading } from './two-inspections.ts';

const on = (asAt: string) => policyFrom(loadReference(), 'norfolk-2013', asAt);
const with_ = (...inspections: readonly Inspection[]) => evidenceWith({ inspections });

const ungraded = (startedOn: string, outcome: string): Inspection =>
  inspected(startedOn, null, { kind: 'ungraded', outcome });

const judged = (grades: Readonly<Record<string, Grade>>): Pick<Inspection, 'judgements'> => ({
  judgements: Object.entries(grades).map(([area, grade]) => ({ area, grade, gradedOn: null })),
});

const reportCard = (grades: Readonly<Record<string, Grade>>, changes: Partial<Inspection> = {}) =>
  inspected('2025-12-02', null, { kind: 'report card', ...judged(grades), ...changes });

const points = {
  last: (asAt: string, ...inspections: Inspection[]) =>
    lastInspectionReading(with_(...inspections), on(asAt)).points,
  judgements: (asAt: string, inspection: Inspection) =>
    judgementProfileReading(with_(inspection), on(asAt)).points,
  two: (asAt: string, ...inspections: Inspection[]) =>
    twoInspectionsReading(with_(...inspections), on(asAt)).points,
};

test('a good inspection gives nothing for four years and a point after them', () => {
  assert.equal(points.last('2019-01-31', inspected('2015-02-10', 2)), 0);
  assert.equal(points.last('2019-02-10', inspected('2015-02-10', 2)), 1);
});

test('an ungraded inspection renews a good one, and takes from it where Ofsted found concerns', () => {
  const good = inspected('2013-02-10', 2);
  assert.equal(points.last('2019-01-31', good, ungraded('2017-03-07', 'School remains Good')), 0);
  const concerns = 'School remains Good (Concerns) - S5 Next';
  assert.equal(points.last('2019-01-31', good, ungraded('2018-03-07', concerns)), 1);
  assert.equal(points.last('2025-08-31', good, ungraded('2025-03-07', 'Some aspects not as strong')), 1);
});

test('an ungraded inspection before the full one, or turned into a full one, does not speak', () => {
  const concerns = 'School remains Good (Concerns) - S5 Next';
  assert.equal(points.last('2019-01-31', inspected('2018-02-10', 2), ungraded('2017-03-07', concerns)), 0);
  const converted = { ...ungraded('2018-03-07', concerns), convertedToGraded: true };
  assert.equal(points.last('2019-01-31', inspected('2018-02-10', 2), converted), 0);
});

test('requires improvement gives two points, inadequate or a category of concern three', () => {
  assert.equal(points.last('2019-01-31', inspected('2018-02-10', 3)), 2);
  assert.equal(points.last('2019-01-31', inspected('2018-02-10', 4)), 3);
  assert.equal(
    points.last('2026-02-01', reportCard({ Inclusion: 'Expected standard' }, { category: 'RSI' })),
    3,
  );
});

test('the reason says the date, the age and the word of the day, and whose inspection it was', () => {
  const predecessor = { ofThisSchool: false, nameAtTime: 'Old Fen Infants' };
  assert.equal(
    lastInspectionReading(with_(inspected('2011-02-10', 3, predecessor)), on('2019-01-31')).reason,
    'The last full inspection (of its predecessor, Old Fen Infants) started on 10 February 2011, 7 years before 31 January 2019: satisfactory. It is too old to say much about the school today.',
  );
});

test('a weak judgement of teaching, achievement or leadership weighs more than another', () => {
  const eif = (grades: Readonly<Record<string, Grade>>): Inspection =>
    inspected('2022-02-10', 2, judged(grades));
  assert.equal(points.judgements('2023-01-01', eif({ 'Quality of education': 2 })), 0);
  assert.equal(points.judgements('2023-01-01', eif({ 'Personal development': 3 })), 1);
  assert.equal(points.judgements('2023-01-01', eif({ 'Leadership and management': 3 })), 2);
  assert.equal(points.judgements('2023-01-01', eif({ 'Effectiveness of leadership and management': 3 })), 2);
  assert.equal(points.judgements('2023-01-01', eif({ 'Behaviour and attitudes': 4 })), 3);
  assert.equal(points.judgements('2023-01-01', eif({ Safeguarding: 'Not effective' })), 3);
});

test('report-card areas keep their own words', () => {
  const card = reportCard({ Inclusion: 'Needs attention', Achievement: 'Strong standard' });
  const reading = judgementProfileReading(with_(card), on('2026-02-01'));
  assert.equal(reading.points, 1);
  assert.equal(
    reading.reason,
    'Needs attention: inclusion; strong standard: achievement. The report card of the inspection of 2 December 2025 gives 2 grades and no overall one.',
  );
});

test('an inspection whose judgements are not in the files gives no evidence, neither good nor bad', () => {
  const reading = judgementProfileReading(with_(inspected('2011-02-10', 4)), on('2019-01-31'));
  assert.deepEqual([reading.state, reading.points, reading.pointsCouldBe], ['no evidence', 0, [0, 0]]);
});

test('below good twice gives most, unless it was inadequate before', () => {
  const now = (overall: 1 | 2 | 3 | 4): Inspection => inspected('2018-02-10', overall);
  const before = (overall: 1 | 2 | 3 | 4): Inspection => inspected('2014-02-10', overall);
  const table = ([1, 2, 3, 4] as const).map((was) =>
    ([1, 2, 3, 4] as const).map((is) => points.two('2019-01-31', before(was), now(is))),
  );
  assert.deepEqual(table, [
    [0, 1, 2, 3],
    [0, 0, 2, 3],
    [0, 0, 3, 3],
    [0, 0, 2, 3],
  ]);
});

test('falling from outstanding is read on one scale only', () => {
  const card = reportCard({
    Achievement: 'Expected standard',
    'Leadership and governance': 'Strong standard',
  });
  assert.equal(points.two('2026-02-01', inspected('2019-02-10', 1), card), 0);
});

test('an inspection is overdue after the longest time the rules allow', () => {
  const reading = overdueInspectionReading(with_(inspected('2012-10-10', 2)), on('2019-01-31'));
  assert.deepEqual([reading.points, reading.shown], [1, 'overdue since 31 August 2018']);
  const renewed = with_(inspected('2012-10-10', 2), ungraded('2017-03-07', 'School remains Good'));
  assert.equal(overdueInspectionReading(renewed, on('2019-01-31')).points, 0);
});

test('an exempt outstanding school is not overdue, and is told why', () => {
  const reading = overdueInspectionReading(with_(inspected('2008-10-10', 1)), on('2019-01-31'));
  assert.equal(reading.state, 'no evidence');
  assert.match(reading.reason, /exempt from routine inspection, so it cannot be overdue/);
});

test('a school without any inspection gives no evidence in each of them', () => {
  for (const read of [
    lastInspectionReading,
    judgementProfileReading,
    twoInspectionsReading,
    overdueInspectionReading,
  ]) {
    const listed = read(evidenceWith(), on('2019-01-31'));
    assert.equal(listed.state, 'no evidence');
    assert.match(listed.reason, /^Ofsted lists the school without a full inspection/);
    const unknown = read(evidenceWith({ inspectionsKnownFrom: 'nothing' }), on('2019-01-31'));
    assert.equal(unknown.state, 'no evidence');
    assert.match(unknown.reason, /^No inspection file known on 31 January 2019 lists the school/);
  }
});

test('a report card is read area by area, weakest first, in its own words, with what was graded again later', () => {
  const card = inspected('2025-12-02', null, {
    kind: 'report card',
    judgements: [
      { area: 'Achievement', grade: 'Expected standard', gradedOn: '2025-12-03' },
      { area: 'Inclusion', grade: 'Strong standard', gradedOn: '2025-12-03' },
      { area: 'Leadership and governance', grade: 'Needs attention', gradedOn: '2026-06-16' },
      { area: 'Safeguarding standards', grade: 'Met', gradedOn: '2025-12-03' },
    ],
  });
  const reading = judgementProfileReading(with_(card), on('2026-07-01'));
  assert.deepEqual([reading.points, reading.shown], [2, 'leadership and governance needs attention']);
  assert.equal(
    reading.reason,
    'Needs attention: leadership and governance (graded again on 16 June 2026); expected standard: achievement; strong standard: inclusion; met: safeguarding standards. The report card of the inspection of 2 December 2025 gives 4 grades and no overall one.',
  );
});
