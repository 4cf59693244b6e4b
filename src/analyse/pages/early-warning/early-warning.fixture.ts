import type { EarlyWarningRead, WarnedSchool } from '#/analyse/actions/early-warning-read.ts';
import { inventedAuthority, inventedScheme, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { inventedForecastRun, inventedWarning } from '#/analyse/pages/invented-forecast.fixture.ts';

/** Invented forecasts for the tests of these pages. None is of a real school. */

function warned(
  urn: string,
  name: string,
  chance: number,
  changes: Partial<WarnedSchool> = {},
): WarnedSchool {
  return {
    ...{ urn, name, phase: 'primary', district: 'North Fen', now: 'good' },
    officers: [{ person: 'officer-1', name: 'Ada Reed' }],
    lastInspection: { words: 'good', startedOn: '2014-03-04', ageYears: 4.8 },
    category: { code: 'E2', meaning: 'Good' },
    warning: inventedWarning(urn, chance),
    reasons: {
      raises: { term: 'size', words: '32 pupils on roll', amount: 0.6, timing: 0, outcome: 0.6 },
      lowers: { term: 'absence', words: 'Low absence', amount: -0.4, timing: 0, outcome: -0.4 },
    },
    before: inventedWarning(urn, chance / 2),
    ...changes,
  };
}

export const warnedSchools: readonly WarnedSchool[] = [
  warned('900001', 'Sedge Lane Primary School', 0.2),
  warned('900002', '=Reed Bank Academy', 0.05, {
    ...{
      phase: 'secondary',
      district: null,
      officers: [],
      lastInspection: null,
      category: null,
      before: null,
    },
    warning: inventedWarning('900002', 0.05, { unusual: [] }),
    reasons: { raises: null, lowers: null },
  }),
  warned('900003', 'Fen End Primary School', 0.12, {
    before: inventedWarning('900003', 0.3),
    district: 'South Fen',
  }),
];

/** The list as a head of service reads it. */
export function earlyWarningRead(changes: Partial<EarlyWarningRead> = {}): EarlyWarningRead {
  return {
    authority: inventedAuthority,
    run: inventedForecastRun(),
    previous: inventedForecastRun({ id: '1', asAt: '2018-08-31' }),
    targets: ['below good'],
    schools: warnedSchools,
    without: [
      { urn: '900004', name: 'Reed End School', phase: 'primary', why: 'Below good at the last inspection.' },
      { urn: '900005', name: 'New Fen School', phase: 'primary', why: 'Not inspected yet.' },
    ],
    whole: true,
    scheme: inventedScheme,
    analysed: '2018-12-31',
    falls: (months) => ({
      schools: 3,
      expected: (0.37 * months) / 18,
      range: { low: 0, high: 1 },
      by: '2020-06-30',
    }),
    reach: (_, visits) => ({ visits: Math.min(3, visits), falls: visits < 3 ? 0.2 : 0.37, of: 0.37 }),
    sources: [inventedSource],
    ...changes,
  };
}
