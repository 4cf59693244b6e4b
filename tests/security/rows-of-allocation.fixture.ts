import type { Person } from '#/people/rules/permissions.ts';
import { schools, somebody } from './everybody.fixture.ts';
import {
  all,
  authority,
  forEachSchool,
  ofEachSchool,
  toSchool,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const officer = somebody('intervention officer', authority);
const partner = somebody('challenge partner', authority);
const advisers: Readonly<Record<string, Person>> = { 'of an officer': officer, 'of a partner': partner };
const isAdviser = ({ id }: Person): boolean => [officer.id, partner.id].includes(id);

/** A row of each, and tried of oneself, of another and in another’s name. */
function ofAdvisers(row: Row, reads: RowsOfTable['read']): RowsOfTable {
  return {
    rows: Object.fromEntries(
      Object.entries(advisers).map(([whose, { id }]) => [whose, { ...row, person: id }]),
    ),
    read: (person, one, everything) => one['person'] === person.id || reads(person, one, everything),
    add: {
      'of themselves': {
        row: ({ id, name }) => ({ ...row, person: id, said_by_name: name }),
        may: (person) => isAdviser(person) || all(person, 'allocate officers'),
      },
      'of an officer': {
        row: ({ name }) => ({ ...row, person: officer.id, said_by_name: name }),
        may: (person) => person.id === officer.id || all(person, 'allocate officers'),
      },
      'in another’s name': {
        row: ({ id }) => ({ ...row, person: id, said_by_name: 'Somebody else' }),
        may: () => false,
      },
    },
  };
}

const view: Row = { partner: partner.id, term: 'autumn', comment: '', said_as: 'headteacher' };
const isHead = (person: Person): boolean => person.roles.some(({ role }) => role === 'headteacher');
const answers = (person: Person, urn: unknown): boolean => toSchool(person, 'answer for the school', urn);

/** What officers and partners bring, and which interests they have, and how schools rate them. */
export const rowsOfAllocation = {
  adviser_profile: ofAdvisers({ phases: '[]' }, (person) => all(person, 'read the allocation')),
  declared_interest: ofAdvisers({ urn: schools.other }, (person) => all(person, 'read declared interests')),
  view_of_partner: {
    rows: ofEachSchool((urn) => ({ ...view, urn })),
    read: (person, { urn }) => all(person, 'read views of partners') || answers(person, urn),
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ ...view, urn, said_by_name: name }),
        (person, urn) => isHead(person) && answers(person, urn),
      ),
      'in another’s name': {
        row: () => ({ ...view, urn: schools.own, said_by_name: 'Somebody else' }),
        may: () => false,
      },
      'of oneself': {
        row: ({ id, name }) => ({ ...view, urn: schools.own, partner: id, said_by_name: name }),
        may: () => false,
      },
      'of another school year': {
        row: ({ name }) => ({ ...view, urn: schools.own, school_year: 2019, said_by_name: name }),
        may: () => false,
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
