import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finds, isDue, outcomeOf, type Forecast } from './followed-schools.ts';
import { followed, graded, historyWith, reportCard, withoutOverall } from './marking.fixture.ts';

const forecast: Forecast = { urn: '900001', asAt: '2018-08-31', months: 18, target: 'below good' };
const happened = (outcome: ReturnType<typeof outcomeOf>) =>
  'leftOut' in outcome ? outcome.leftOut : outcome.happened;

test('a school fell if its next full inspection, known within the time, found it below good', () => {
  const of = (...inspections: Parameters<typeof graded>[]) =>
    happened(
      outcomeOf(followed(historyWith({ inspections: inspections.map((one) => graded(...one)) })), forecast),
    );
  assert.equal(of(['2015-01-10', 2], ['2019-03-01', 3]), true);
  assert.equal(of(['2015-01-10', 2], ['2019-03-01', 1]), false);
  assert.equal(of(['2015-01-10', 2]), false, 'not inspected: it did not fall');
  assert.equal(of(['2018-08-10', 3]), true, 'inspected before the day, but known only after it');
  assert.equal(of(['2018-06-10', 3]), false, 'known on the day already');
  assert.equal(of(['2020-02-10', 3]), false, 'known too late');
  assert.equal(of(['2018-11-10', 2], ['2019-11-10', 4]), false, 'the next inspection is the one forecast');
});

test('a school that closed, or that files follow no longer, is left out with the reason and not counted as safe', () => {
  const of = (changes: Parameters<typeof historyWith>[0]) =>
    happened(outcomeOf(followed(historyWith(changes)), forecast));
  assert.equal(of({ closedOn: '2019-08-31' }), 'closed before it was inspected');
  assert.equal(of({ closedOn: '2020-08-31' }), false, 'open to the end of the time');
  assert.equal(of({ closedOn: '2019-08-31', inspections: [graded('2019-01-10', 4)] }), true);
  assert.equal(of({ followedUntil: '2019-08-31' }), 'not followed to the end');
  assert.equal(of({ followedUntil: null }), 'not followed to the end');
  assert.equal(
    of({ followedUntil: '2019-08-31', inspections: [graded('2019-01-10', 4)] }),
    'not followed to the end',
    'or only the inspected ones would count',
  );
  assert.equal(happened(outcomeOf(followed(), forecast)), 'not in the files any more');
});

test('a school that became an academy is followed under its new number, one that joined others is left out', () => {
  const academy = { urn: '900009', formerly: ['900001'], openedOn: '2019-01-01' };
  const inspections = [graded('2019-11-01', 3, '900009')];
  assert.equal(happened(outcomeOf(followed(historyWith({ ...academy, inspections })), forecast)), true);
  const joined = followed(historyWith({ ...academy, joined: true, inspections }));
  assert.equal(happened(outcomeOf(joined, forecast)), 'joined with other schools');
  assert.equal(happened(outcomeOf(joined, { ...forecast, urn: '900009' })), true, 'forecast as it is now');
});

test('judgements without an overall grade say good or not by the convention, and report cards never do', () => {
  const of = (asAt: string, ...inspections: ReturnType<typeof graded>[]) =>
    happened(
      outcomeOf(followed(historyWith({ inspections, followedUntil: '2026-08-31' })), {
        ...forecast,
        asAt,
        months: 12,
      }),
    );
  assert.equal(of('2024-08-31', withoutOverall('2025-01-10', 3)), true);
  assert.equal(of('2024-08-31', withoutOverall('2025-01-10', 2)), false);
  assert.equal(of('2024-08-31'), false, 'the last year that is all under grades from 1 to 4');
  assert.equal(of('2024-11-30'), 'judged in another way since', 'its time ends under report cards');
  assert.equal(of('2024-11-30', graded('2025-01-10', 4)), 'judged in another way since');
});

test('forecasts of report cards are held against report cards only', () => {
  const [card] = followed(
    historyWith({
      inspections: [
        reportCard('2026-01-10', {
          Achievement: 'Needs attention',
          'Leadership and governance': 'Expected standard',
        }),
      ],
    }),
  ).schools.flatMap(({ judged }) => judged);
  const [unsafe] = followed(
    historyWith({
      inspections: [
        reportCard('2026-01-10', { Achievement: 'Strong standard', 'Safeguarding standards': 'Not met' }),
      ],
    }),
  ).schools.flatMap(({ judged }) => judged);
  const [old] = followed(historyWith({ inspections: [withoutOverall('2025-01-10', 3)] })).schools.flatMap(
    ({ judged }) => judged,
  );
  assert.ok(card !== undefined && unsafe !== undefined && old !== undefined);
  assert.equal(finds('any area below expected', card), true);
  assert.equal(finds('leadership and governance below expected', card), false);
  assert.equal(finds('any area below expected', unsafe), true);
  assert.equal(finds('below good', card), null);
  assert.equal(finds('below good', old), true);
  assert.equal(finds('any area below expected', old), null);
});

test('a forecast is due when files tell of all of its time', () => {
  const all = followed(historyWith({ followedUntil: '2020-02-29' }));
  assert.equal(isDue(all, forecast), true);
  assert.equal(isDue(all, { asAt: '2018-09-01', months: 18 }), false);
  assert.equal(isDue(followed(), forecast), false);
});
