import { inOwnName, rowsByLevel, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

/** Clerk and governor read what their school is asked, too: it is told by the permission of the school's own page. */
const known = rowsByLevel({
  urn: 'urn',
  level: 'level',
  writer: 'asked_by',
  isNamed: 'id in (select acting_named_in())',
  reads: { 'school and authority': 'read the school’s own page' },
});
const asks = rowsFor('ask a school', { urn: 'urn' });
const answers = rowsFor('answer for the school', { urn: 'urn' });
/** The inner query sees only the requests that who acts may know of. */
const ofAKnownOne = (where = 'true') => `request in (select q.id from school_request q where ${where})`;

/**
 * A request is known by its level; its readers and what became of it by whoever knows the request; the words of an answer
 * by those of them whom the correspondence is for, so that a clerk sees that there is one and not what it says.
 */
export const requestAccess: readonly TableAccess[] = [
  {
    table: 'school_request',
    logged: { as: 'request', key: 'new.id' },
    access: [
      { may: 'read', when: known },
      {
        may: 'add',
        columns: ['id', 'urn', 'what', 'why', 'due_on', 'level', 'asked_by_name'],
        when: `${asks} and ${known} and ${inOwnName('asked')}`,
      },
    ],
  },
  {
    table: 'school_request_reader',
    logged: { with: 'school_request' },
    access: [
      { may: 'read', when: ofAKnownOne() },
      {
        may: 'add',
        when: ofAKnownOne(`q.asked_by = (select acting_person()) and q.level = 'named people'`),
      },
      { may: 'read', by: 'owner', when: 'true' },
    ],
  },
  {
    table: 'school_request_step',
    logged: { as: 'request', key: 'new.request' },
    access: [
      { may: 'read', when: ofAKnownOne() },
      {
        may: 'add',
        columns: ['request', 'step', 'why', 'taken_by_name'],
        when: `${inOwnName('taken')} and (
          (step = 'answered' and ${ofAKnownOne(rowsFor('answer for the school', { urn: 'q.urn' }))})
          or (step <> 'answered' and ${ofAKnownOne(rowsFor('ask a school', { urn: 'q.urn' }))}))`,
      },
    ],
  },
  {
    table: 'school_request_answer',
    logged: { as: 'request', key: 'new.request' },
    access: [
      { may: 'read', when: `${ofAKnownOne()} and ${rowsFor('read the correspondence', { urn: 'urn' })}` },
      {
        may: 'add',
        columns: ['request', 'urn', 'words', 'answered_by_name'],
        when: `${inOwnName('answered')} and ${answers} and ${ofAKnownOne()}`,
      },
    ],
  },
];
