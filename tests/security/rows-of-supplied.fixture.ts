import type { Person } from '#/people/rules/permissions.ts';
import { schools } from './everybody.fixture.ts';
import {
  all,
  forEachSchool,
  inNameOf,
  ofEachSchool,
  toSchool,
  type Everything,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const value = { item: 'places', number: 30 };
const readsValueOf = (person: Person, file: unknown, everything: Everything): boolean =>
  everything('supplied_value').some(
    (one) => one['file'] === file && toSchool(person, 'read what was supplied', one['urn']),
  );
const readsFile = (person: Person, file: unknown, everything: Everything): boolean =>
  all(person, 'read supplied files') || readsValueOf(person, file, everything);

/** What an authority’s own services told. */
export const rowsOfSupplied = {
  supplied_layout: {
    rows: { 'any description': { number: 1 } },
    read: (person) => all(person, 'read supplied files'),
    add: inNameOf('kept_by_name', {}, (person) => all(person, 'supply files')),
  },
  supplied_file: {
    rows: {
      'of an own school': { number: 1, rows_read: 1, rows_kept: 1, values_kept: 1 },
      'of others’ schools': { number: 2, rows_read: 1, rows_kept: 1, values_kept: 1 },
    },
    read: (person, row, everything) => readsFile(person, row['number'], everything),
    add: inNameOf('kept_by_name', { rows_read: 1, rows_kept: 1, values_kept: 1 }, (person) =>
      all(person, 'supply files'),
    ),
  },
  supplied_value: {
    rows: ofEachSchool((urn, at) => ({
      file: urn === schools.own ? 1 : 2,
      file_values: 4,
      position: at + 1,
      urn,
      ...value,
    })),
    read: (person, { urn }) => toSchool(person, 'read what was supplied', urn),
    add: forEachSchool(
      (urn) => ({ file: 1, file_values: 4, position: 4, urn, ...value }),
      (person) => all(person, 'supply files'),
    ),
  },
  supplied_problem: {
    rows: { 'of a file of an own school': { file: 1, severity: 'error' } },
    read: (person) => all(person, 'read supplied files'),
    add: {
      'of a file': {
        row: () => ({ file: 1, position: 2, severity: 'error' }),
        may: (person) => all(person, 'supply files'),
      },
    },
  },
  supplied_undo: {
    rows: { 'of a file of an own school': { file: 1 }, 'of a file of others’ schools': { file: 2 } },
    read: (person, row, everything) => readsFile(person, row['file'], everything),
    add: inNameOf('undone_by_name', { file: 3 }, (person) => all(person, 'supply files')),
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
