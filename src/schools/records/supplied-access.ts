import { inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const files = rowsFor('read supplied files');
const supplies = rowsFor('supply files');
const values = rowsFor('read what was supplied', { urn: 'urn' });
/** Of a file, what has to be cited where one of its values may be read: the inner query sees only those. */
const withAValue = (file: string) =>
  `${rowsForAnyWith('read what was supplied')} and ${file} in (select v.file from supplied_value v)`;

/** A school reads what was told of it and of a file what has to be cited; never its problems, which name other schools. */
export const suppliedAccess: readonly TableAccess[] = [
  {
    table: 'supplied_layout',
    logged: { with: 'supplied_file' },
    access: [
      { may: 'read', when: files },
      {
        may: 'add',
        columns: ['header_key', 'mapping', 'kept_by_name'],
        when: `${supplies} and ${inOwnName('kept')}`,
      },
    ],
  },
  {
    table: 'supplied_file',
    logged: { as: 'supplied file', key: 'new.number' },
    access: [
      { may: 'read', when: files },
      { may: 'read', when: withAValue('number') },
      {
        may: 'add',
        columns: [
          'layout',
          'title',
          'file_name',
          'sha256',
          'given_by',
          'known_on',
          'stated_on',
          'rows_read',
          'rows_kept',
          'set_aside',
          'problems',
          'values_kept',
          'kept_by_name',
        ],
        when: `${supplies} and ${inOwnName('kept')}`,
      },
    ],
  },
  {
    table: 'supplied_value',
    logged: { with: 'supplied_file' },
    access: [
      { may: 'read', when: values },
      { may: 'add', when: supplies },
    ],
  },
  {
    table: 'supplied_problem',
    logged: { with: 'supplied_file' },
    access: [
      { may: 'read', when: files },
      { may: 'add', when: supplies },
    ],
  },
  {
    table: 'supplied_undo',
    logged: { as: 'supplied file', key: 'new.file' },
    access: [
      { may: 'read', when: files },
      { may: 'read', when: withAValue('file') },
      {
        may: 'add',
        columns: ['file', 'reason', 'undone_by_name'],
        when: `${supplies} and ${inOwnName('undone')}`,
      },
    ],
  },
];
