import { arrayOf, inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const own = `person = (select acting_person())`;
const isChallenger = `(select acting_holds(${arrayOf(['intervention officer', 'challenge partner'])}))`;
/** They say it of themselves, or whoever gives them schools says it of them. */
const says = `((${own} and ${isChallenger}) or ${rowsFor('allocate officers')}) and ${inOwnName('said')}`;

/** An interest in a school is a private matter: they read it themselves, and who has to know before giving them a school. */
export const allocationAccess: readonly TableAccess[] = [
  {
    table: 'adviser_profile',
    logged: { as: 'adviser', key: 'new.person' },
    access: [
      { may: 'read', when: `(${own} or ${rowsFor('read the allocation')})` },
      {
        may: 'add',
        columns: [
          ...['person', 'organisation', 'independent', 'phases', 'qualifications', 'experience', 'capacity'],
          ...['from_date', 'said_by_name'],
        ],
        when: says,
      },
    ],
  },
  {
    table: 'declared_interest',
    logged: { as: 'declared interest', key: 'new.person' },
    access: [
      { may: 'read', when: `(${own} or ${rowsFor('read declared interests')})` },
      {
        may: 'add',
        columns: ['person', 'urn', 'what', 'from_date', 'until_date', 'said_by_name'],
        when: says,
      },
    ],
  },
];
