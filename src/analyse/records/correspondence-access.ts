import { inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const reads = rowsFor('read the correspondence', { urn: 'urn' });
const answers = rowsFor('answer for the school', { urn: 'urn' });
const asks = rowsFor('ask a school', { urn: 'urn' });
/** The inner query sees only the proposals that who acts may read. */
const ofAProposalReadable = `(run, urn) in (select p.run, p.urn from risk_proposal p)`;
const ofALetterReadable = `(decision, urn) in (select l.decision, l.urn from category_letter l)`;

/** Between the head and chair of a school and the authority's officers: nobody else, not even others who read the category. */
export const correspondenceAccess: readonly TableAccess[] = [
  {
    table: 'category_receipt',
    logged: { as: 'category told', key: 'new.urn' },
    access: [
      { may: 'read', when: reads },
      {
        may: 'add',
        columns: ['run', 'urn', 'read_as', 'read_by_name'],
        when: `${answers} and urn in (select acting_schools(array[read_as])) and ${inOwnName('read')} and ${ofAProposalReadable}`,
      },
    ],
  },
  {
    table: 'decision_receipt',
    logged: { as: 'category told', key: 'new.urn' },
    access: [
      { may: 'read', when: reads },
      {
        may: 'add',
        columns: ['decision', 'urn', 'read_as', 'read_by_name'],
        when: `${answers} and urn in (select acting_schools(array[read_as])) and ${inOwnName('read')} and ${ofALetterReadable}`,
      },
    ],
  },
  {
    table: 'school_reply',
    logged: { as: 'category told', key: 'new.urn' },
    access: [
      { may: 'read', when: reads },
      {
        may: 'add',
        columns: ['run', 'urn', 'decision', 'side', 'words', 'said_by_name'],
        when: `${inOwnName('said')} and ${ofAProposalReadable} and (decision is null or ${ofALetterReadable})
          and ((side = 'school' and ${answers}) or (side = 'authority' and ${asks}))`,
      },
    ],
  },
];
