import type { Person } from '#/people/rules/permissions.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { all, authority, type Row, type RowsOfTable } from './rows-tried.fixture.ts';

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

/** What officers and partners bring, and which interests they have. */
export const rowsOfAllocation = {
  adviser_profile: ofAdvisers({ phases: '[]' }, (person) => all(person, 'read the allocation')),
  declared_interest: ofAdvisers({ urn: schools.other }, (person) => all(person, 'read declared interests')),
} as const satisfies Readonly<Record<string, RowsOfTable>>;
