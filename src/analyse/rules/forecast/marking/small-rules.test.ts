import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths } from '#/law/inspection-due.ts';
import { loadReference } from '#/law/reference.ts';
import { forecastsApart } from './apart.ts';
import { leanOf, type Verdict } from './lean.ts';
import { marksShownFrom, mayBeShown } from './marks-shown-from.ts';
import { groupOf, groupsOf, splits } from './school-groups.ts';

test('of forecasts kept every month, those are counted whose times do not overlap', () => {
  const monthly = Array.from({ length: 25 }, (_, month) => ({ asAt: addMonths('2018-08-31', month) }));
  const { counted, passedOver } = forecastsApart(monthly, 12);
  assert.deepEqual(
    counted.map(({ asAt }) => asAt),
    ['2018-08-31', '2019-08-31', '2020-08-31'],
  );
  assert.equal(passedOver.length, 22);
});

test('of two forecasts as at one day the one kept last is counted', () => {
  const { counted } = forecastsApart(
    [
      { asAt: '2018-08-31', id: 1 },
      { asAt: '2018-08-31', id: 2 },
    ],
    18,
  );
  assert.deepEqual(
    counted.map(({ id }) => id),
    [2],
  );
});

test('no two forecasts counted share a day, and none is lost', () => {
  const days = fc.array(
    fc.integer({ min: 0, max: 120 }).map((month) => ({ asAt: addMonths('2012-08-31', month) })),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(days, fc.constantFrom(12, 18, 24), (forecasts, months) => {
      const { counted, passedOver } = forecastsApart(forecasts, months);
      assert.equal(counted.length + passedOver.length, forecasts.length);
      counted.slice(1).forEach(({ asAt }, index) => {
        assert.ok(asAt >= addMonths(counted[index]?.asAt ?? '', months));
      });
    }),
  );
});

const verdicts = (right: number, generous: number, harsh: number): Verdict[] => [
  ...Array<Verdict>(right).fill('as expected'),
  ...Array<Verdict>(generous).fill('too generous'),
  ...Array<Verdict>(harsh).fill('too harsh'),
];

test('a lean is told only where chance would not often make it, and of few marks nothing but the counts', () => {
  assert.equal(leanOf(verdicts(20, 9, 1), 10).leans, 'too generous');
  assert.equal(leanOf(verdicts(20, 1, 9), 10).leans, 'too harsh');
  assert.equal(leanOf(verdicts(20, 6, 3), 10).leans, 'neither, as far as can be told');
  assert.equal(leanOf(verdicts(20, 0, 0), 10).leans, 'neither, as far as can be told');
  const few = leanOf(verdicts(0, 9, 0), 10);
  assert.deepEqual(few, {
    marks: 9,
    asExpected: 0,
    tooGenerous: 9,
    tooHarsh: 0,
    generous: null,
    harsh: null,
    leans: 'too few to say',
  });
});

test('the share that was too generous has the range that the number of marks allows', () => {
  const { generous } = leanOf(verdicts(30, 10, 0), 10);
  // Wilson's 95% interval of 10 in 40 (Newcombe's formula): 0.1419 to 0.4019.
  assert.ok(
    generous !== null && Math.abs(generous.low - 0.1419) < 5e-5 && Math.abs(generous.high - 0.4019) < 5e-5,
  );
});

test('the lean of two people does not depend on who is more often right', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (right, generous, harsh) => {
      const [lean, mirrored] = [
        leanOf(verdicts(right, generous, harsh), 1),
        leanOf(verdicts(right, harsh, generous), 1),
      ];
      const other = { 'too generous': 'too harsh', 'too harsh': 'too generous' } as const;
      const expected =
        lean.leans === 'too generous' || lean.leans === 'too harsh' ? other[lean.leans] : lean.leans;
      assert.equal(mirrored.leans, expected);
      if (right + generous + harsh > 0)
        assert.equal(leanOf(verdicts(right + 50, generous, harsh), 1).leans, lean.leans);
    }),
  );
});

const reference = loadReference();

test('the mark of a person is that person’s alone for ten working days after the outcome could be known', () => {
  const shownFrom = marksShownFrom('2026-12-18', reference);
  assert.equal(shownFrom, '2027-01-06', 'Christmas, Boxing Day and New Year are not working days');
  const mark = { person: 'ada', shownFrom };
  const head = { id: 'head-of-service', readsMarksOfOthers: true };
  assert.equal(mayBeShown(mark, { id: 'ada', readsMarksOfOthers: false }, '2026-12-18'), true);
  assert.equal(mayBeShown(mark, head, '2027-01-05'), false);
  assert.equal(mayBeShown(mark, head, '2027-01-06'), true);
  assert.equal(mayBeShown(mark, { id: 'ben', readsMarksOfOthers: false }, '2030-01-01'), false);
});

test('every school is in one group of each split, in the order in which groups are listed', () => {
  const history = { phase: 'primary', idaciQuintile: 5, pupils: 210 } as const;
  assert.deepEqual(
    splits.map((split) => groupOf(split, history)),
    ['primary', 'fifth with the most deprivation', '101 to 210 pupils'],
  );
  assert.equal(groupOf('size', { ...history, pupils: 1001 }), 'more than 1,000 pupils');
  assert.equal(groupOf('size', { ...history, pupils: null }), 'not stated');
  fc.assert(
    fc.property(
      fc.option(fc.nat(3000), { nil: null }),
      fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      (pupils, idaciQuintile) => {
        for (const split of splits)
          assert.ok(groupsOf(split).includes(groupOf(split, { phase: 'special', pupils, idaciQuintile })));
      },
    ),
  );
});
