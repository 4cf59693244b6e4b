import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import type { EarlyWarning } from '#/analyse/rules/forecast/forecast.ts';
import { inventedAuthority, inventedSource } from './invented.fixture.ts';

/** Invented forecasts for the tests of pages. None is of a real school. */

const model = { id: 'grades-2018-08-31', fittedAsAt: '2018-08-31', digest: 'abc' };

export function inventedForecastRun(changes: Partial<ForecastRun> = {}): ForecastRun {
  return {
    ...{ id: '2', authority: inventedAuthority.slug, asAt: '2018-12-31', target: 'below good', model },
    ...{ schools: 5, sources: [inventedSource.id], dates: ['2019-04-30', '2019-08-31'] },
    ...{ madeAt: '2019-01-02T09:00:00.000Z', madeBy: 'An analyst', deprivation: false },
    ...changes,
  };
}

/** A warning whose chance within 18 months is the one given. */
export function inventedWarning(
  urn: string,
  chance: number,
  changes: Partial<EarlyWarning> = {},
): EarlyWarning {
  const about = (one: number) => ({ chance: one, low: one / 2, high: Math.min(1, 1.5 * one) });
  return {
    ...{ urn, asAt: '2018-12-31', model, target: 'below good' },
    horizons: ([12, 18, 24] as const).map((months) => ({
      months,
      inspected: about(months / 40),
      found: about((chance * months) / 18),
    })),
    contributions: [
      { term: 'size', part: 'outcome', words: '32 pupils on roll', amount: 0.6 },
      { term: 'time', part: 'timing', words: 'Last fully inspected 5.1 years ago', amount: 0.5 },
      { term: 'time', part: 'outcome', words: 'Last fully inspected 5.1 years ago', amount: 0.3 },
      {
        term: 'absence',
        part: 'outcome',
        words: 'Absence lower than at about 70 of 100 schools',
        amount: -0.4,
      },
      { term: 'all-else', part: 'outcome', words: 'Everything else, each of little weight', amount: 0.02 },
    ],
    unusual: ['Its absence is lower than at all but about 3 of 100 schools of England.'],
    lessSure: ['Its year groups are small: 6 pupils at most.'],
    ...{ withDeprivation: chance / 2, withoutDeprivation: chance },
    ...changes,
  };
}
