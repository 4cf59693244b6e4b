import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decidedBy, inventedRound } from '#/analyse/pages/deciding/round.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { isSchoolDay } from '#/law/terms.ts';
import type { CategoryRound } from './decision.ts';
import { followedBy, roundInProgress, termWithoutRound, usualRound } from './round-state.ts';

const reference = loadReference();
const round = (number: string, on: string, changes: Partial<CategoryRound> = {}): CategoryRound => ({
  ...inventedRound,
  ...{ number, opened: decidedBy('Ada Marsh', on), decideBy: on, tellBy: on },
  ...changes,
});

describe('a round is followed', () => {
  const first = round('9', '2025-01-10');
  const ofOne = round('10', '2025-02-10', { urn: '900001' });
  const ofAnother = round('11', '2025-02-11', { urn: '900002' });
  const next = round('12', '2025-05-10');

  test('by the next over all schools, and a round for one school by the next for that school too', () => {
    const all = [next, ofAnother, ofOne, first];
    assert.equal(followedBy(first, all)?.number, '12');
    assert.equal(followedBy(ofOne, all)?.number, '12');
    assert.equal(followedBy(ofOne, [ofAnother, ofOne]), null);
    assert.equal(followedBy(ofOne, [ofOne, round('13', '2025-06-01', { urn: '900001' })])?.number, '13');
    assert.equal(followedBy(next, all), null);
  });

  test('only once its day for telling is over or all of it is decided', () => {
    const left = (schools: number) => () => schools;
    assert.equal(roundInProgress([first], left(3), '2025-01-10'), first);
    assert.equal(roundInProgress([first], left(0), '2025-01-10'), null);
    assert.equal(roundInProgress([first], left(3), '2025-01-11'), null);
    assert.equal(roundInProgress([ofOne], left(1), '2025-02-10'), null);
  });
});

test('a round is usually decided and told on days of school, in the term it is opened in', () => {
  for (const day of ['2026-11-22', '2026-07-20', '2026-08-15', '2026-12-20', '2027-03-25']) {
    const { decideBy, tellBy } = usualRound(day, reference);
    assert.ok(day < decideBy && decideBy < tellBy, day);
    for (const one of [decideBy, tellBy])
      assert.ok(isSchoolDay(one, reference.schoolTerms, reference.bankHolidays), one);
  }
  assert.equal(usualRound('2026-11-22', reference).name, 'Autumn term 2026');
  assert.equal(usualRound('2026-08-15', reference).name, 'Autumn term 2026');
});

describe('a term without a round', () => {
  const missed = (today: string, ...opened: readonly string[]) =>
    termWithoutRound(
      opened.map((on, at) => round(String(at + 1), on)),
      today,
      reference,
    );

  test('is told in its last four weeks and until there is one, and not before the first round ever', () => {
    assert.equal(missed('2026-12-15'), null);
    assert.equal(missed('2026-11-01', '2026-05-05'), null);
    assert.equal(missed('2026-12-10', '2026-05-05'), 'autumn term 2026');
    assert.equal(missed('2027-01-15', '2026-05-05'), 'autumn term 2026');
    assert.equal(missed('2026-12-10', '2026-05-05', '2026-10-01'), null);
  });

  test('has one also where it was opened in the holidays after it', () => {
    assert.equal(missed('2026-12-30', '2026-05-05', '2026-12-28'), null);
  });

  test('does not have one that looks at one school only', () => {
    const rounds = [round('1', '2026-05-05'), round('2', '2026-10-01', { urn: '900001' })];
    assert.equal(termWithoutRound(rounds, '2026-12-10', reference), 'autumn term 2026');
  });
});
