import type { Person } from '#/people/rules/permissions.ts';
import { schools, somebody } from './everybody.fixture.ts';
import {
  all,
  any,
  authority,
  forEachSchool,
  inNameOf,
  ofEachSchool,
  toSchool,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const round = { round: 1, run: 1 };
const theDirector = somebody('director', authority);

/** Of each school what it was told, and what was decided anew since and is not told. */
const told = ofEachSchool((urn, at) => ({ id: uuid(910 + at), ...round, urn }));
const toldAt = (at: number): string => uuid(910 + at);
const untold = ofEachSchool((urn, at) => ({ id: uuid(920 + at), ...round, urn, revises: toldAt(at) }));
const byTheDirector: Row = {
  ...{ id: uuid(930), ...round, urn: schools.other, revises: uuid(922), of_concern: 'true' },
  decided_by: theDirector.id,
};
const ofConcern: readonly unknown[] = [schools['own of concern'], schools['other of concern']];
const readsCategory = (person: Person, urn: unknown): boolean =>
  toSchool(
    person,
    'read categories',
    urn,
    ofConcern.includes(urn) && toSchool(person, 'read concerns', urn, true),
  );
const isTold = (id: unknown): boolean => Object.values(told).some((one) => one['id'] === id);

/** What is decided on the categories of schools, and what of it they were told. */
export const rowsOfDecisions = {
  category_round: {
    rows: {
      'over every school': { number: 1, run: 1 },
      'for one school': { number: 2, run: 1, urn: schools.own },
    },
    read: (person, { urn }) =>
      all(person, 'read what is decided') || (urn === null && any(person, 'answer for the school')),
    add: inNameOf('opened_by_name', { run: 1 }, (person) => all(person, 'decide categories')),
  },
  category_decision: {
    rows: {
      ...prefixed('told', told),
      ...prefixed('not told', untold),
      'decided by the director': byTheDirector,
    },
    read: (person, { id, urn }) =>
      all(person, 'read what is decided') || (isTold(id) && readsCategory(person, urn)),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ id: uuid(940), ...round, urn, decided_by_name: name }),
        (person) => all(person, 'decide categories'),
      ),
      'in another’s name': {
        row: () => ({ id: uuid(941), ...round, urn: schools.own, decided_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  },
  category_signature: {
    rows: { 'of a decision not told': { decision: untold['of a school: own']?.['id'], urn: schools.own } },
    read: (person) => all(person, 'read what is decided'),
    add: {
      ...inNameOf('signed_by_name', { decision: uuid(921), urn: schools['own of concern'] }, (person) =>
        all(person, 'decide categories'),
      ),
      'of what the director decided': {
        row: ({ name }) => ({ decision: uuid(930), urn: schools.other, signed_by_name: name }),
        may: (person) => all(person, 'decide categories') && person.id !== theDirector.id,
      },
    },
  },
  category_letter: {
    rows: ofEachSchool((urn, at) => ({ decision: toldAt(at), urn })),
    read: (person, { urn }) => all(person, 'read what is decided') || readsCategory(person, urn),
    add: {
      ...inNameOf('told_by_name', { decision: uuid(922), urn: schools.other }, (person) =>
        all(person, 'decide categories'),
      ),
      'of concern, without the second signature': {
        row: ({ name }) => ({
          ...{ decision: uuid(930), urn: schools.other, of_concern: 'true', told_by_name: name },
        }),
        may: () => false,
      },
      'of concern, signed by a second person': {
        row: ({ name }) => ({
          ...{ decision: uuid(920), urn: schools.own, of_concern: 'true', told_by_name: name },
        }),
        may: (person) => all(person, 'decide categories'),
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;

function prefixed(words: string, rows: Readonly<Record<string, Row>>): Readonly<Record<string, Row>> {
  return Object.fromEntries(Object.entries(rows).map(([kind, row]) => [`${words}, ${kind}`, row]));
}
