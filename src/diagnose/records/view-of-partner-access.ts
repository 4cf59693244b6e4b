import { inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

/**
 * A school reads what it said itself, director and head of service what each said. The partner reads none of them: averages
 * come from `views_of_acting_partner()`, for which the owner reads.
 */
export const viewOfPartnerAccess: readonly TableAccess[] = [
  {
    table: 'view_of_partner',
    logged: { as: 'view of a partner', key: 'new.partner' },
    access: [
      {
        may: 'read',
        when: `(${rowsFor('read views of partners')} or ${rowsFor('answer for the school', { urn: 'urn' })})`,
      },
      {
        may: 'add',
        columns: [
          ...['urn', 'partner', 'term', 'credibility', 'challenge', 'consistency', 'comment', 'said_as'],
          'said_by_name',
        ],
        when: `${rowsFor('answer for the school', { urn: 'urn' })} and urn in (select acting_schools(array[said_as]))
          and partner <> (select acting_person()) and ${inOwnName('said')}`,
      },
      { may: 'read', by: 'owner', when: 'true' },
    ],
  },
];
