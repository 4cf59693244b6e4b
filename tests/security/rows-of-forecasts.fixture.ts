import { schools } from './everybody.fixture.ts';
import {
  all,
  any,
  forEachSchool,
  inNameOf,
  knownToday,
  ofEachSchool,
  toSchool,
  type RowsOfTable,
  rowsOfRun,
} from './rows-tried.fixture.ts';

const run = { run: 1 };
const forecast = { target: 'below good', schools: 4, shares: 1 };
const share = { ...run, run_shares: 1, position: 1, group_kind: 'all', group_name: 'All schools' };
const target = { group_kind: 'all', group_name: 'All schools', standing: 'good or better', share: 0.9 };
const later = { on_date: '2020-08-31', set_on: '2019-01-01' };

/** What was forecast, what officers expect, and what is aimed at. */
export const rowsOfForecasts = {
  forecast_run: {
    rows: { 'the newest forecast': { number: 1, ...forecast } },
    read: (person) => any(person, 'read categories', 'make a forecast', 'read the trajectory'),
    add: inNameOf('made_by_name', forecast, (person) => all(person, 'make a forecast')),
  },
  school_forecast: rowsOfRun('make a forecast'),

  share_forecast: {
    rows: { 'of all schools': { ...share, denominator: 'own grades only' } },
    read: (person) => all(person, 'read the trajectory'),
    add: {
      'of another denominator': {
        row: () => ({ ...share, denominator: 'with predecessors’ grades' }),
        may: (person) => all(person, 'make a forecast'),
      },
    },
  },
  forecast_choice: {
    rows: {
      'the first choice': { why: 'Agreed', chosen_on: '2019-01-01', chosen_by: 'test' },
    },
    read: knownToday,
    add: inNameOf('chosen_by_name', { why: 'Agreed', chosen_on: '2019-01-01' }, (person) =>
      all(person, 'adopt a scheme'),
    ),
  },
  expectation: {
    rows: ofEachSchool((urn) => ({ urn, standing: 'below good', by_date: '2020-08-31', made_by: 'test' })),
    read: (person, { urn }) => toSchool(person, 'read expectations', urn),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ urn, standing: 'below good', by_date: '2020-08-31', made_by_name: name }),
        (person, urn) => toSchool(person, 'expect an outcome', urn),
      ),
      'in another’s name': {
        row: () => ({ urn: schools.own, made_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  },
  share_target: {
    rows: { 'of all schools': { ...target, ...later, set_by: 'test' } },
    read: (person) => all(person, 'read the trajectory'),
    add: inNameOf('set_by_name', { ...target, ...later }, (person) => all(person, 'set targets')),
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
