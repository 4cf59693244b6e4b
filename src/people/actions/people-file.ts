import { readFile } from 'node:fs/promises';
import type { Field } from '#/people/rules/giving-roles.ts';
import type { PersonRow, RowProblem } from '#/people/rules/people-plan.ts';
import { KnownError } from '#/platform/errors.ts';
import { examine } from '#/published/read/examine.ts';
import { readRecords } from '#/published/read/records.ts';
import { tableFrom } from '#/schools/rules/supplied-table.ts';

/** About three thousand people: a list of everybody an authority works with is far smaller. */
export const largestPeopleFile = 300_000;

interface ColumnOfList {
  readonly field: Exclude<Field, 'person' | 'role-held'>;
  readonly heading: string;
  readonly meaning: string;
  readonly needed: boolean;
  /** Other headings, in small letters, under which people keep the same. */
  readonly also: readonly string[];
}

/** The columns of a list of people, in any order; others are passed over. */
export const columnsOfList: readonly ColumnOfList[] = [
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
  list: { readonly text: string } | { readonly file: string },
): Promise<{ readonly rows: readonly PersonRow[]; readonly problems: readonly RowProblem[] }> {
  const text = 'text' in list ? list.text : await textOf(list.file);
  if (text.length > largestPeopleFile) throw tooLarge();
  const table = tableFrom([...readRecords(text)]);
  if (table === null) {
    throw new KnownError('file-unreadable', 'The file has no header with rows under it.', [
      'Save the list as CSV with commas, with a header above its rows.',
    ]);
  }
  const places = columnsOfList.map((column) => ({ ...column, at: placeOf(column, table.header) }));
  const missing = places.filter(({ needed, at }) => needed && at === -1);
  if (missing.length > 0) {
    throw new KnownError(
      'file-unknown',
      `The list lacks the column ${missing.map(({ heading }) => `“${heading}”`).join(' and ')}.`,
      [
        `It has: ${table.header.join(', ')}.`,
        `A list has the columns: ${columnsOfList.map(({ heading }) => heading).join(', ')}.`,
      ],
    );
  }
  const rows = table.rows.map(({ row, cells }) => {
    const cell = (field: ColumnOfList['field']) =>
      cells[places.find((one) => one.field === field)?.at ?? -1] ?? '';
    return {
      row,
      name: cell('name'),
      email: cell('email'),
      role: cell('role'),
      for: cell('for'),
      from: cell('from'),
      to: cell('to'),
      why: cell('why'),
    };
  });
  const problems = table.rows.flatMap(({ row, fault }): RowProblem[] =>
    fault === null ? [] : [{ row, field: 'name', text: `${fault} Put the line right.` }],
  );
  return { rows, problems };
}

function placeOf({ heading, also }: ColumnOfList, header: readonly string[]): number {
  const plain = header.map((name) => name.trim().toLowerCase());
  const own = plain.indexOf(heading.toLowerCase());
  return own === -1 ? plain.findIndex((name) => also.includes(name)) : own;
}

async function textOf(file: string): Promise<string> {
  const examined = await examine(file).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['ENOENT', 'EACCES', 'EPERM', 'EISDIR'].includes(code)) throw error;
    throw new KnownError('file-unreadable', `“${file}” cannot be read.`, [
      'Give a file that exists and that you may read.',
    ]);
  });
  if (examined.notCsv !== null)
    throw new KnownError('file-unreadable', examined.notCsv.what, [examined.notCsv.whatToDo]);
  if (examined.bytes > largestPeopleFile) throw tooLarge();
  return new TextDecoder(examined.encoding).decode(await readFile(file));
}

function tooLarge(): KnownError {
  return new KnownError('file-unreadable', `The list is larger than ${largestPeopleFile / 1000} kilobytes.`, [
    'Give it in parts: what was taken in before is left as it is.',
  ]);
}
