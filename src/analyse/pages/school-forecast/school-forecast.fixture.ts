import type { ExpectationRead, ExpectationsRead } from '#/analyse/actions/expected-read.ts';
import type { SchoolForecastThen } from '#/analyse/actions/read-forecast.ts';
import type { SchoolOutlook } from '#/analyse/actions/school-outlook.ts';
import { inventedForecastRun, inventedWarning } from '#/analyse/pages/invented-forecast.fixture.ts';
import { inventedAuthority, inventedSchool, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import type { EarlyWarning, NoWarning } from '#/analyse/rules/forecast/forecast.ts';

/** Invented forecasts of one school for the tests of its page. */

const school = inventedSchool();
const { urn, name, phase } = school;

export function forecastThen(
  forecast: EarlyWarning | NoWarning = inventedWarning(urn, 0.12),
  changes: Partial<SchoolForecastThen> = {},
): SchoolForecastThen {
  return { urn, name, phase, forecast, path: null, run: inventedForecastRun(), ...changes };
}

const inventedReasons: SchoolOutlook['reasons'] = [
  {
    term: 'time',
    words: 'Last fully inspected 5.1 years ago',
    amount: 0.8,
    timing: 0.5,
    outcome: 0.3,
    moves: 'both',
  },
  { term: 'size', words: '32 pupils on roll', amount: 0.6, timing: 0, outcome: 0.6, moves: 'what' },
  { term: 'absence', words: 'Low absence', amount: -0.4, timing: 0, outcome: -0.4, moves: 'what' },
  { term: 'all-else', words: 'Everything else', amount: 0.02, timing: 0, outcome: 0.02, moves: 'what' },
];
const made = { person: 'Ada', name: 'Ada Reed', on: '2019-01-10', keptAt: '2019-01-10T09:00:00.000Z' };
export const expectation: ExpectationRead = {
  ...{ number: '2', urn, school: name, why: 'A new head, and results are falling.', made },
  expected: { standing: 'below good', by: '2020-08-31', sure: 70 },
  became: { state: 'in force' },
};

export function expectations(changes: Partial<ExpectationsRead> = {}): ExpectationsRead {
  return {
    authority: inventedAuthority,
    expectations: [
      expectation,
      {
        ...expectation,
        ...{ number: '1', why: 'Leaders know what to do.' },
        expected: { standing: 'good or better', by: '2020-08-31', sure: null },
        became: { state: 'withdrawn', by: { ...expectation, expected: null, why: 'The head left.' } },
      },
    ],
    mayExpect: true,
    standings: ['good or better', 'below good'],
    ...changes,
  };
}

/** A good school as its officer reads of it. */
export function schoolOutlook(changes: Partial<SchoolOutlook> = {}): SchoolOutlook {
  return {
    ...{
      authority: inventedAuthority,
      school,
      today: '2019-06-30',
      reader: 'Ada',
      sources: [inventedSource],
    },
    newest: forecastThen(),
    reasons: inventedReasons,
    until: (months) => ({ 12: '2019-12-31', 18: '2020-06-30', 24: '2020-12-31' })[months],
    earlier: [
      { kind: 'inspected', found: true, on: '2016-03-01' } as const,
      { kind: 'not inspected in time' } as const,
      { kind: 'not over yet', until: '2020-02-29' } as const,
      { kind: 'cannot be told', why: 'joined with other schools' } as const,
    ].map((came, index) => ({
      ...forecastThen(index === 1 ? { urn, why: 'Not inspected yet.' } : undefined, {
        run: inventedForecastRun({ id: `0${String(index)}`, asAt: `201${String(8 - index)}-08-31` }),
      }),
      came,
    })),
    expected: expectations(),
    ...changes,
  };
}
