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
const ofConcern: readonly unknown[] = [schools['own of concern'], schools['other of concern']];

/** What was analysed, and what of it is told. */
export const rowsOfAnalysis = {
  risk_run: {
    rows: { 'the newest run': { number: 1, as_at: '2019-01-01', schools: 4 } },
    read: (person) => any(person, 'read categories', 'run an analysis', 'read the summary', 'read concerns'),
    add: inNameOf('ran_by_name', { schools: 1 }, (person) => all(person, 'run an analysis')),
  },
  risk_proposal: rowsOfRun('run an analysis'),

  run_summary: {
    rows: { 'of the newest run': run },
    read: (person) => all(person, 'read the summary'),
    add: { 'of another run': { row: () => ({ run: 2 }), may: (person) => all(person, 'run an analysis') } },
  },
  run_concern: {
    rows: {
      ...Object.fromEntries(
        Object.entries(ofEachSchool((urn) => ({ ...run, urn }))).filter(([, { urn }]) =>
          ofConcern.includes(urn),
        ),
      ),
      'of a school that once caused concern': { run: 0, urn: schools.own },
    },
    read: (person, row) => toSchool(person, 'read concerns', row['urn'], String(row['run']) === '1'),
    add: forEachSchool(
      (urn) => ({ run: 2, urn }),
      (person) => all(person, 'run an analysis'),
    ),
  },
  scheme_adopted: {
    rows: { 'any scheme': { scheme: 'ours', version: 1 } },
    read: knownToday,
    add: inNameOf('adopted_by_name', { scheme: 'ours', version: 2 }, (person) =>
      all(person, 'adopt a scheme'),
    ),
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
