import { inOwnName, rowsByLevel, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const byLevel = rowsByLevel({
  urn: 'urn',
  level: 'level',
  writer: 'told_by',
  isNamed: 'id in (select acting_named_in_intelligence())',
});
const tells = rowsFor('tell of intelligence', { urn: 'urn' });
/** Whoever told it reads it at any level as long as they may tell: other services tell, and read no other service’s. */
const known = `(${byLevel} or (told_by = (select acting_person()) and ${tells}))`;
/** The inner query sees only the entries that who acts may know of. */
const ofAKnownOne = (where = 'true') => `entry in (select i.id from intelligence i where ${where})`;

/**
 * An entry is known by its level and to whoever told it; its readers and what became of it to whoever knows the entry. A
 * head or chair who reads it takes no step: the authority puts down what it knows, and takes it back.
 */
export const intelligenceAccess: readonly TableAccess[] = [
  {
    table: 'intelligence',
    logged: { as: 'intelligence', key: 'new.id' },
    access: [
      { may: 'read', when: known },
      {
        may: 'add',
        columns: [
          ...['id', 'urn', 'kind', 'source', 'basis', 'known_on', 'level', 'words', 'holds_until'],
          'told_by_name',
        ],
        when: `${tells} and ${inOwnName('told')}`,
      },
    ],
  },
  {
    table: 'intelligence_reader',
    logged: { with: 'intelligence' },
    access: [
      { may: 'read', when: ofAKnownOne() },
      {
        may: 'add',
        when: ofAKnownOne(`i.told_by = (select acting_person()) and i.level = 'named people'`),
      },
      { may: 'read', by: 'owner', when: 'true' },
    ],
  },
  {
    table: 'intelligence_step',
    logged: { as: 'intelligence', key: 'new.entry' },
    access: [
      { may: 'read', when: ofAKnownOne() },
      {
        may: 'add',
        columns: ['entry', 'act', 'why', 'says', 'until', 'taken_by_name'],
        when: `${inOwnName('taken')} and ${ofAKnownOne(rowsFor('tell of intelligence', { urn: 'i.urn' }))}`,
      },
    ],
  },
];
