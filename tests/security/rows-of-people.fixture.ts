import type { Person } from '#/people/rules/permissions.ts';
import { staffRoles, type Role } from '#/people/rules/roles.ts';
import { schools, somebody } from './everybody.fixture.ts';
import {
  all,
  any,
  authority,
  inNameOf,
  knownToday,
  toSchool,
  type Everything,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const challengers = ['intervention officer', 'challenge partner'] as const;

/** Somebody of the authority’s staff, or who leads or advises one of the reader’s schools: those are known by name. */
function knowsRole(person: Person, role: Row, everything: Everything): boolean {
  if (role['person'] === person.id || all(person, 'read the directory')) return true;
  if (knownToday(person) && staffRoles.includes(role['role'] as Role)) return true;
  if (!['headteacher', 'chair', 'challenge partner'].includes(String(role['role']))) return false;
  if (role['scope_kind'] === 'school')
    return toSchool(person, 'read the school’s own page', role['scope_name']);
  return everything('school_list_entry').some(
    ({ name, urn }) =>
      role['scope_kind'] === 'federation' &&
      name === role['scope_name'] &&
      toSchool(person, 'read the school’s own page', urn),
  );
}

/** People, their roles, and the lists that say which schools a role reaches. */
export const rowsOfPeople = {
  person: {
    rows: { 'of nobody known': { id: 'stranger' } },
    read: (person, row, everything) =>
      row['id'] === person.id ||
      all(person, 'read the directory') ||
      everything('role_held').some(
        (held) =>
          held['person'] === row['id'] &&
          staffRoles.includes(held['role'] as Role) &&
          knowsRole(person, held, everything),
      ),
    add: { 'a new person': { row: () => ({ id: 'new' }), may: (person) => all(person, 'manage people') } },
  },
  person_known_as: {
    rows: { 'of nobody known': { person: 'stranger', name: 'A stranger' } },
    read: (person, row, everything) =>
      row['person'] === person.id ||
      all(person, 'read the directory') ||
      everything('role_held').some(
        (held) => held['person'] === row['person'] && knowsRole(person, held, everything),
      ),
    add: inNameOf('said_by_name', { person: 'stranger', name: 'Known otherwise' }, (person) =>
      all(person, 'manage people'),
    ),
  },
  role_held: {
    rows: {
      'of the head of another school': {
        number: 900,
        person: 'stranger',
        role: 'headteacher',
        scope_kind: 'school',
        scope_name: schools.other,
      },
      'of a partner of another school': {
        number: 902,
        person: 'stranger',
        role: 'challenge partner',
        scope_kind: 'school',
        scope_name: schools.other,
      },
      'of a member': {
        number: 901,
        person: 'stranger',
        role: 'elected member',
        scope_kind: 'division',
        scope_name: 'Elsewhere',
      },
    },
    read: knowsRole,
    add: {
      ...inNameOf(
        'said_by_name',
        { person: 'stranger', role: 'analyst', scope_kind: 'authority', scope_name: '' },
        (person) => all(person, 'manage people'),
      ),
      'to themselves': {
        row: ({ id, name }) => ({
          person: id,
          role: 'director',
          scope_kind: 'authority',
          scope_name: '',
          said_by_name: name,
        }),
        may: () => false,
      },
      ...Object.fromEntries(
        challengers.map((role) => [
          `of one more school, to a colleague who is ${role} already`,
          {
            row: ({ name }: Person) => ({
              ...{ person: somebody(role, authority).id, role, scope_kind: 'school' },
              ...{ scope_name: schools.other, said_by_name: name },
            }),
            may: (person: Person) =>
              person.id !== somebody(role, authority).id &&
              (all(person, 'manage people') || all(person, 'allocate officers')),
          },
        ]),
      ),
      'of officer for all schools, to an officer': {
        row: ({ name }) => ({
          ...{ person: somebody('challenge partner', authority).id, role: 'intervention officer' },
          ...{ scope_kind: 'authority', scope_name: '', said_by_name: name },
        }),
        may: (person) => all(person, 'manage people'),
      },
      'of officer for a school, to somebody who is none': {
        row: ({ name }) => ({
          ...{ person: 'stranger', role: 'intervention officer', scope_kind: 'school' },
          ...{ scope_name: schools.other, said_by_name: name },
        }),
        may: (person) => all(person, 'manage people'),
      },
      'of head of a school, to an officer': {
        row: ({ name }) => ({
          ...{ person: somebody('intervention officer', authority).id, role: 'headteacher' },
          ...{ scope_kind: 'school', scope_name: schools.other, said_by_name: name },
        }),
        may: (person) => all(person, 'manage people'),
      },
      'the operator’s': {
        row: ({ name }) => ({
          person: 'stranger',
          role: 'operator',
          scope_kind: 'authority',
          scope_name: '',
          said_by_name: name,
        }),
        may: () => false,
      },
    },
  },
  role_ended: {
    rows: {
      'of the head of another school': { number: 900, held: 900 },
      'of a member': { number: 901, held: 901 },
    },
    read: (person, row, everything) =>
      everything('role_held').some(
        (held) => held['number'] === row['held'] && knowsRole(person, held, everything),
      ),
    add: {
      ...inNameOf('said_by_name', { held: 900 }, (person) => all(person, 'manage people')),
      'of a partner of a school': {
        row: ({ name }) => ({ held: 902, said_by_name: name }),
        may: (person) => all(person, 'manage people') || all(person, 'allocate officers'),
      },
    },
  },
  school_list: {
    rows: { 'any list': { number: 900, kind: 'federation', entries: 1 } },
    read: knownToday,
    add: inNameOf('said_by_name', { kind: 'trust', entries: 0 }, (person) =>
      ['run an analysis' as const, 'manage people' as const].some((permission) => any(person, permission)),
    ),
  },
  school_list_entry: {
    rows: { 'of any list': { list: 900, name: 'A federation', urn: schools.other } },
    read: knownToday,
    add: {
      'to a list': {
        row: () => ({ list: 900, position: 1, name: 'Mine', urn: schools.own }),
        may: (person) => any(person, 'run an analysis', 'manage people'),
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
