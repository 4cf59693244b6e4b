import type { Field } from '#/people/rules/giving-roles.ts';
import type { PersonRow, RowProblem } from '#/people/rules/people-plan.ts';
import { readList, type ColumnOfList, type ListGiven } from './read-list.ts';

type FieldOfPerson = Exclude<Field, 'person' | 'role-held'>;

/** The columns of a list of people, in any order; others are passed over. */
export const columnsOfList: readonly ColumnOfList<FieldOfPerson>[] = [
  {
    field: 'name',
    heading: 'Name',
    meaning: 'What they are called',
    needed: true,
    also: ['full name', 'person'],
  },
  {
    field: 'email',
    heading: 'Mail address',
    meaning: 'What they sign in with; of several lines with one address, one person is made',
    needed: true,
    also: ['email', 'e-mail', 'email address', 'mail', 'e-mail address'],
  },
  {
    field: 'role',
    heading: 'Role',
    meaning: 'One of the roles, such as Headteacher',
    needed: true,
    also: ['job', 'position'],
  },
  {
    field: 'for',
    heading: 'For',
    meaning: 'URN or name of the school; name of the federation, trust, diocese or division; blank for all',
    needed: true,
    also: ['urn', 'school', 'held for'],
  },
  {
    field: 'from',
    heading: 'From',
    meaning: 'First day; blank for today',
    needed: false,
    also: ['since', 'start'],
  },
  {
    field: 'to',
    heading: 'To',
    meaning: 'Last day; blank until it is ended',
    needed: false,
    also: ['until', 'end'],
  },
  {
    field: 'why',
    heading: 'Why',
    meaning: 'Kept, and shown to whoever asks who has access',
    needed: true,
    also: ['reason'],
  },
];

/** A list to begin with. The people are invented, and their addresses can belong to nobody. */
export const exampleOfList = [
  columnsOfList.map(({ heading }) => heading).join(','),
  'Ada Sedge,a.sedge@school.example,Headteacher,900001,1 September 2026,,Appointed by the governors',
  'Ben Marsh,b.marsh@school.example,Chair of governors,900001,,,Elected on 12 July 2026',
  'Cora Reed,c.reed@county.example,Intervention officer,,,,Joined the service',
  '',
].join('\r\n');

/**
 * Reads a list of people. What is wrong with single lines is told with them; a file that is no list throws.
 *
 * @throws KnownError `file-unreadable`, `file-unknown`
 */
export async function readPeopleFile(
  list: ListGiven,
): Promise<{ readonly rows: readonly PersonRow[]; readonly problems: readonly RowProblem[] }> {
  const read = await readList(list, columnsOfList);
  return {
    rows: read.map(({ row, cells }) => ({ row, ...cells })),
    problems: read.flatMap(({ row, fault }): RowProblem[] =>
      fault === null ? [] : [{ row, field: 'name', text: `${fault} Put the line right.` }],
    ),
  };
}
