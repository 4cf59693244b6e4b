import type { Person } from '#/people/rules/permissions.ts';
import { staffRoles, type Role } from '#/people/rules/roles.ts';
import { schools } from './everybody.fixture.ts';
import {
  all,
  any,
  inNameOf,
  knownToday,
  toSchool,
  type Everything,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

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
    add: inNameOf('said_by_name', { held: 900 }, (person) => all(person, 'manage people')),
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
