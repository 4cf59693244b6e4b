import { inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';
import { nowOfConcern } from './told-access.ts';

const considers = rowsFor('read what is decided', { urn: 'urn' });
const decides = rowsFor('decide categories', { urn: 'urn' });
const told = rowsFor('read categories', { urn: 'urn', ofConcern: nowOfConcern });
/** The inner query sees only the letters that who acts may read. */
const toldAlready = `id in (select l.decision from category_letter l)`;

/**
 * Officers read what is being decided; head, chair and partners what they were told, from the day of the letter on. The
 * second signature is of somebody else than who decided, and a school of concern is told nothing without it.
 */
export const decisionAccess: readonly TableAccess[] = [
  {
    table: 'category_round',
    logged: { as: 'round of categories', key: 'new.number' },
    access: [
      {
        may: 'read',
        // That every school is looked at, and by when all are told, is no secret from those who wait for it.
        when: `(${rowsFor('read what is decided')} or (urn is null and ${rowsForAnyWith('answer for the school')}))`,
      },
      {
        may: 'add',
        columns: [...['run', 'name', 'urn', 'opened_on', 'decide_by', 'tell_by', 'why'], 'opened_by_name'],
        when: `${rowsFor('decide categories')} and ${inOwnName('opened')}`,
      },
    ],
  },
  {
    table: 'category_decision',
    logged: { as: 'category decided', key: 'new.urn' },
    access: [
      { may: 'read', when: `(${considers} or (${toldAlready} and ${told}))` },
      {
        may: 'add',
        columns: [
          ...['id', 'round', 'urn', 'run', 'proposed', 'scheme', 'category', 'group_told', 'of_concern'],
          ...['why', 'revises', 'decided_on', 'decided_by_name'],
        ],
        when: `${decides} and ${inOwnName('decided')}`,
      },
    ],
  },
  {
    table: 'category_signature',
    logged: { as: 'category decided', key: 'new.urn' },
    access: [
      { may: 'read', when: considers },
      {
        may: 'add',
        columns: ['decision', 'urn', 'signed_on', 'signed_by_name'],
        when: `${decides} and ${inOwnName('signed')}
          and decision in (select d.id from category_decision d where d.decided_by <> (select acting_person()))`,
      },
    ],
  },
  {
    table: 'category_letter',
    logged: { as: 'category decided', key: 'new.urn' },
    access: [
      { may: 'read', when: `(${considers} or ${told})` },
      {
        may: 'add',
        columns: ['decision', 'urn', 'of_concern', 'told_on', 'way', 'letter', 'told_by_name'],
        when: `${decides} and ${inOwnName('told')}
          and (not of_concern or decision in (select s.decision from category_signature s))`,
      },
    ],
  },
];
