import { levelNames, type Level } from '#/people/rules/levels.ts';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import { schools, somebody } from './everybody.fixture.ts';
import {
  authority,
  forEachSchool,
  inNameOf,
  ofEachSchool,
  toSchool,
  type Everything,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const run = { run: 1 };
/** The decision table's words for reading at a level what head, chair and officers write to one another. */
const reads: Readonly<Record<Exclude<Level, 'named people'>, Permission>> = {
  public: 'read published data',
  members: 'read concerns',
  'school and authority': 'read the school’s own page',
  authority: 'read officers’ notes',
};
const requestLevels = levelNames.filter((level) => level !== 'public' && level !== 'members');
const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Of every school what it was told: rows-of-decisions.fixture.ts. */
const letterTo = (urn: string): string => uuid(910 + Object.values<string>(schools).indexOf(urn));
const theHead = somebody('headteacher', authority);

/** A request of each level to each school; those to named people name the head. */
export const requests = Object.fromEntries(
  requestLevels.flatMap((level, index) =>
    Object.entries(
      ofEachSchool((urn, at) => ({ id: uuid(10 * index + at), urn, level, asked_by: 'test' })),
    ).map(([kind, row]) => [`${level}, ${kind}`, row] as const),
  ),
);

/** Whether somebody knows of a request, by its level. */
export function readsRequest(person: Person, request: Row | undefined, everything: Everything): boolean {
  if (request === undefined) return false;
  const level = request['level'] as Level;
  if (level !== 'named people') return toSchool(person, reads[level], request['urn']);
  const named = everything('school_request_reader').some(
    (one) => one['request'] === request['id'] && one['person'] === person.id,
  );
  return (
    (named || request['asked_by'] === person.id) &&
    toSchool(person, reads['school and authority'], request['urn'])
  );
}

const requestOf = (row: Row, everything: Everything): Row | undefined =>
  everything('school_request').find(({ id }) => id === row['request']);

/** What a school and the authority write to one another. */
export const rowsOfCorrespondence = {
  category_receipt: {
    rows: ofEachSchool((urn) => ({ ...run, urn, read_as: 'headteacher' })),
    read: (person, { urn }) => toSchool(person, 'read the correspondence', urn),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ ...run, urn, read_as: 'headteacher', read_by_name: name }),
        (person, urn) =>
          toSchool(person, 'answer for the school', urn) &&
          person.roles.some(({ role }) => role === 'headteacher'),
      ),
      'in another’s name': {
        row: () => ({ ...run, urn: schools.own, read_as: 'headteacher', read_by_name: 'Somebody else' }),
        may: () => false,
      },
      'of a run that is not there': {
        row: ({ name }) => ({ run: 99, urn: schools.own, read_as: 'headteacher', read_by_name: name }),
        may: () => false,
      },
    },
  },
  decision_receipt: {
    rows: ofEachSchool((urn, at) => ({ decision: uuid(910 + at), urn, read_as: 'headteacher' })),
    read: (person, { urn }) => toSchool(person, 'read the correspondence', urn),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({
          ...{ decision: letterTo(urn), urn, read_as: 'headteacher', read_by_name: name },
        }),
        (person, urn) =>
          toSchool(person, 'answer for the school', urn) &&
          person.roles.some(({ role }) => role === 'headteacher'),
      ),
      'in another’s name': {
        row: () => ({
          ...{ decision: letterTo(schools.own), urn: schools.own },
          ...{ read_as: 'headteacher', read_by_name: 'Somebody else' },
        }),
        may: () => false,
      },
      'of a letter to another school': {
        row: ({ name }) => ({
          ...{ decision: letterTo(schools.other), urn: schools.own },
          ...{ read_as: 'headteacher', read_by_name: name },
        }),
        may: () => false,
      },
    },
  },
  school_reply: {
    rows: ofEachSchool((urn) => ({ ...run, urn, side: 'school' })),
    read: (person, { urn }) => toSchool(person, 'read the correspondence', urn),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ ...run, urn, side: 'school', said_by_name: name }),
        (person, urn) => toSchool(person, 'answer for the school', urn),
      ),
      'to a letter that the writer may not read': {
        row: ({ name }) => ({
          ...{ ...run, urn: schools.own, decision: letterTo(schools.other) },
          ...{ side: 'school', said_by_name: name },
        }),
        may: () => false,
      },
      'for the authority': {
        row: ({ name }) => ({ ...run, urn: schools.own, side: 'authority', said_by_name: name }),
        may: (person) => toSchool(person, 'ask a school', schools.own),
      },
    },
  },
  school_request: {
    rows: requests,
    read: readsRequest,
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ id: uuid(800), urn, level: 'school and authority', asked_by_name: name }),
        (person, urn) => toSchool(person, 'ask a school', urn),
      ),
      'in another’s name': {
        row: () => ({ id: uuid(801), urn: schools.own, level: 'authority', asked_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  },
  school_request_reader: {
    rows: Object.fromEntries(
      Object.entries(requests)
        .filter(([, { level }]) => level === 'named people')
        .map(([kind, { id }]) => [kind, { request: id, person: theHead.id }]),
    ),
    read: (person, row, everything) => readsRequest(person, requestOf(row, everything), everything),
    add: {
      'to what another asked': {
        row: ({ id }) => ({ request: requests['named people, of a school: own']?.['id'], person: id }),
        may: () => false,
      },
    },
  },
  school_request_step: {
    rows: Object.fromEntries(
      Object.entries(requests).map(([kind, { id }]) => [kind, { request: id, step: 'done' }]),
    ),
    read: (person, row, everything) => readsRequest(person, requestOf(row, everything), everything),
    add: inNameOf(
      'taken_by_name',
      { request: requests['school and authority, of a school: own']?.['id'], step: 'answered' },
      (person) => toSchool(person, 'answer for the school', schools.own),
    ),
  },
  school_request_answer: {
    rows: Object.fromEntries(
      Object.entries(requests).map(([kind, { id, urn }]) => [kind, { request: id, urn }]),
    ),
    read: (person, row, everything) =>
      readsRequest(person, requestOf(row, everything), everything) &&
      toSchool(person, 'read the correspondence', row['urn']),
    add: inNameOf(
      'answered_by_name',
      { request: requests['school and authority, of a school: own']?.['id'], urn: schools.own },
      (person) => toSchool(person, 'answer for the school', schools.own),
    ),
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
