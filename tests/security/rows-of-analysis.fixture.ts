import type { Person } from '#/people/rules/permissions.ts';
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
const tells = (person: Person): boolean => all(person, 'run an analysis') || all(person, 'decide categories');
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
    // There is a state of what was decided: on the condition of concern, it is read and no longer what is proposed.
    read: (person, row) => toSchool(person, 'read concerns', row['urn']),
    add: forEachSchool(
      (urn) => ({ run: 2, urn }),
      (person) => all(person, 'run an analysis'),
    ),
  },
  told_state: {
    rows: { 'the newest state': { number: 1, run: 1, schools: 4, decided: 1 } },
    read: (person) => any(person, 'read the summary', 'read concerns'),
    add: inNameOf('kept_by_name', { run: 1, schools: 4, decided: 1 }, tells),
  },
  told_state_summary: {
    rows: { 'of the newest state': { state: 1 } },
    read: (person) => all(person, 'read the summary'),
    add: { 'of another state': { row: () => ({ state: 2 }), may: tells } },
  },
  told_state_counted: {
    rows: { 'of the newest state': { state: 1 } },
    read: (person) => all(person, 'read categories'),
    add: {
      'of another state': { row: () => ({ state: 2 }), may: tells },
      'of one that is closed': { row: () => ({ state: 1 }), may: () => false },
    },
  },
  told_state_concern: {
    rows: {
      ...Object.fromEntries(
        Object.entries(ofEachSchool((urn) => ({ state: 1, urn }))).filter(([, { urn }]) =>
          ofConcern.includes(urn),
        ),
      ),
      'of a school that once caused concern': { state: 0, urn: schools.own },
    },
    read: (person, row) => toSchool(person, 'read concerns', row['urn'], String(row['state']) === '1'),
    add: {
      ...forEachSchool((urn) => ({ state: 2, urn }), tells),
      'of a state that is closed': { row: () => ({ state: 1, urn: schools.own }), may: () => false },
    },
  },
  scheme_adopted: {
    rows: { 'any scheme': { scheme: 'ours', version: 1 } },
    read: knownToday,
    add: inNameOf('adopted_by_name', { scheme: 'ours', version: 2 }, (person) =>
      all(person, 'adopt a scheme'),
    ),
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
