import { inOwnName, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const staff = rowsFor('read papers', { urn: 'urn' });
const school = rowsFor('read the school’s papers', { urn: 'urn' });
const writes = rowsFor('write papers', { urn: 'urn' });
const answers = rowsFor('answer for the school', { urn: 'urn' });
/** As of papers: each side its own, and both what was agreed in a paper that both read. */
const read = `((side = 'authority' and ${staff}) or (side = 'school' and ${school}) or (opened and (${staff} or ${school})))`;

/**
 * What was agreed is read by whoever reads the paper. The authority follows up all of it; the school says what became of what
 * is its own to do.
 */
export const actionAccess: readonly TableAccess[] = [
  {
    table: 'agreed_action',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      { may: 'read', when: read },
      {
        may: 'add',
        columns: [
          ...['id', 'paper', 'urn', 'side', 'opened', 'row_key', 'what', 'owner', 'owner_side', 'due_on'],
          ...['agreed_on', 'agreed_by_name'],
        ],
        when: `(${writes} or ${answers}) and knows_paper(paper, urn, side) and ${inOwnName('agreed')}`,
      },
    ],
  },
  {
    table: 'agreed_action_step',
    logged: { as: 'paper', key: 'new.paper' },
    access: [
      { may: 'read', when: read },
      {
        may: 'add',
        columns: [
          ...['action', 'paper', 'urn', 'side', 'opened', 'step', 'taken_for', 'due_on', 'on_date', 'words'],
          'taken_by_name',
        ],
        when: `((taken_for = 'authority' and ${writes}) or (taken_for = 'school' and ${answers}))
          and exists (select from agreed_action a where a.id = action
                       and (taken_for = 'authority' or a.owner_side = 'school'))
          and ${inOwnName('taken')}`,
      },
    ],
  },
];
