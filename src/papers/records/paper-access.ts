import { inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const staff = rowsFor('read papers', { urn: 'urn' });
const school = rowsFor('read the school’s papers', { urn: 'urn' });
/** Whose paper it is. */
const own = `((side = 'authority' and ${staff}) or (side = 'school' and ${school}))`;
const either = `(${staff} or ${school})`;
const writes = rowsFor('write papers', { urn: 'urn' });
const answers = rowsFor('answer for the school', { urn: 'urn' });
const onSide = (column: string): string =>
  `((${column} = 'authority' and ${writes}) or (${column} = 'school' and ${answers}))`;
/** What came with a version that was opened, or with one before it. */
const cameBy = (table: string): string =>
  `version <= (select max(s.version) from paper_step s where s.opened and s.paper = ${table}.paper)`;

/** One of the papers that who acts may read. */
const ofAKnownOne = `knows_paper(paper, urn, side)`;

/**
 * A paper is its own side’s until a step opens it; then both sides read it: of its versions the ones it was opened with, of its
 * steps those from the opening on. What the other side writes before that is not even counted.
 */
export const paperAccess: readonly TableAccess[] = [
  {
    table: 'paper',
    logged: { as: 'paper', key: 'new.id' },
    access: [
      {
        may: 'read',
        when: `(${own} or (id in (select s.paper from paper_step s where s.opened) and ${either}))`,
      },
      {
        may: 'add',
        columns: ['id', 'urn', 'kind', 'side', 'template', 'part_of', 'opened_on', 'opened_by_name'],
        when: `${onSide('side')} and ${inOwnName('opened')}`,
      },
    ],
  },
  {
    table: 'paper_version',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      {
        may: 'read',
        when: `(${own} or ((paper, number) in (select s.paper, s.version from paper_step s where s.opened) and ${either}))`,
      },
      {
        may: 'add',
        columns: ['paper', 'number', 'urn', 'side', 'about_on', 'content', 'saved_by_name'],
        when: `${onSide('side')} and ${ofAKnownOne} and ${inOwnName('saved')}`,
      },
    ],
  },
  {
    table: 'paper_step',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      { may: 'read', when: `(${own} or (opened and ${either}))` },
      {
        may: 'add',
        columns: [
          ...['paper', 'urn', 'side', 'step', 'taken_for', 'opened', 'version', 'on_date', 'words'],
          'taken_by_name',
        ],
        when: `${onSide('taken_for')} and (taken_for = side or opened) and ${ofAKnownOne} and ${inOwnName('taken')}`,
      },
    ],
  },
  {
    table: 'paper_file',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      { may: 'read', when: `(${own} or (${cameBy('paper_file')} and ${either}))` },
      {
        may: 'add',
        columns: [
          ...['id', 'paper', 'urn', 'side', 'version', 'name', 'type', 'bytes', 'content'],
          'added_by_name',
        ],
        when: `${onSide('side')} and ${ofAKnownOne} and ${inOwnName('added')}`,
      },
    ],
  },
  {
    table: 'paper_file_removed',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      { may: 'read', when: `(${own} or (${cameBy('paper_file_removed')} and ${either}))` },
      {
        may: 'add',
        columns: ['file', 'paper', 'urn', 'side', 'version', 'why', 'removed_by_name'],
        when: `${onSide('side')} and ${ofAKnownOne} and ${inOwnName('removed')}`,
      },
    ],
  },
];
