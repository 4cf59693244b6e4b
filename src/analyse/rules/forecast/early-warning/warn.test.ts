import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadForecastModels, modelKnownOn } from '#/law/forecast-models.ts';
import { loadReference } from '#/law/reference.ts';
import { pausesOf } from '../calendar.ts';
import type { EarlyWarning } from '../forecast.ts';
import { tracked } from '../invented-england.fixture.ts';
import { graded } from '../marking/marking.fixture.ts';
import { warnOf } from './warn.ts';

const reference = loadReference();

function warningsOf(deprivation: boolean, asAt: string): readonly EarlyWarning[] {
  const model = modelKnownOn(loadForecastModels(), asAt);
  assert.ok(model !== null);
  const schools = [5, 1, null].map((idaciQuintile, at) => {
    const urn = String(900001 + at);
    return tracked({ urn, idaciQuintile, inspections: [graded('2014-05-01', 2, urn)] });
  });
  const { forecastRegimes: regimes, pauses } = reference;
  const { warnings } = warnOf(schools, { asAt, model, regimes, pauses: pausesOf(pauses), deprivation });
  return warnings.map((one) => ('horizons' in one ? one : assert.fail(one.why)));
}

const within18 = ({ horizons }: EarlyWarning) => horizons.find(({ months }) => months === 18)?.found.chance;

for (const [framework, asAt] of [
  ['overall grades', '2018-08-31'],
  ['report cards', '2026-04-30'],
] as const) {
  test(`under ${framework} a warning has both chances, and the one told is the one that was chosen`, () => {
    const [chosen, not] = [warningsOf(true, asAt), warningsOf(false, asAt)];
    for (const [at, one] of chosen.entries()) {
      const other = not[at] ?? assert.fail();
      assert.deepEqual(
        [one.withDeprivation, one.withoutDeprivation],
        [other.withDeprivation, other.withoutDeprivation],
      );
      assert.equal(within18(other), other.withoutDeprivation);
      if (one.withDeprivation === null) assert.equal(at, 2, 'only where it is not known');
      else assert.equal(within18(one), one.withDeprivation);
    }
    const [most, least] = chosen;
    assert.notEqual(most?.withDeprivation, least?.withDeprivation);
    assert.equal(most?.withoutDeprivation, least?.withoutDeprivation);
  });
}
