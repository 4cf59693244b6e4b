import { kindsOfRecord, recordKind } from '#/people/rules/record-kinds.ts';
import { anybodyKnown, rowsFor } from '#/people/rules/row-conditions.ts';
import type { Access, TableAccess } from '#/platform/database/table.ts';
import { keptLongEnough } from './retention-access.ts';

/** A key of another form is of no such record, and not an error. */
const uuidForm = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/**
 * What became of a record is read by whoever reads such records, for the schools they read them of; or by whoever reads that
 * very record: the inner query sees only what who acts may know of.
 */
const beside: readonly Access[] = kindsOfRecord.map((kind) => {
  const { historyFor } = recordKind(kind);
  const reaches =
    typeof historyFor === 'string'
      ? rowsFor(historyFor, { urn: 'urn' })
      : // By its key, one row: asked for every change that is made, all rows of the table would be looked at each time.
        `exists (select from ${historyFor.rowsOf} q
                  where q.id = case when about_kind = '${kind}' and about_key ~ '${uuidForm}' then about_key::uuid end and (${historyFor.where ?? 'true'}))`;
  return { may: 'read', when: `about_kind = '${kind}' and ${reaches}` };
});

/** Everybody known adds in their own name, and reads what they did and what was done about them. */
export const changeLogAccess: readonly TableAccess[] = [
  {
    table: 'change_log',
    logged: 'is a log',
    access: [
      { may: 'read', when: rowsFor('read the change log') },
      { may: 'read', when: `person = (select acting_person())` },
      { may: 'read', when: `about_kind = 'person' and about_key = (select acting_person())` },
      ...beside,
      ...keptLongEnough('change log', 'at'),
      {
        may: 'add',
        columns: ['act', 'about_kind', 'about_key', 'about_name', 'urn', 'from_words', 'to_words', 'why'],
        when: `person = (select acting_person()) and person_name = (select acting_name()) and ${anybodyKnown}`,
      },
    ],
  },
];
