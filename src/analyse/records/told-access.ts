import { rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const runs = rowsFor('run an analysis');
const newest = `(select r.number from risk_run r order by r.as_at desc, r.number desc limit 1)`;

/**
 * Of a school: whether the newest analysis puts it among those that cause concern. Asked of the rows of `run_concern` that
 * who acts may read; a person who may read none of a school reads nothing on this condition.
 */
export const nowOfConcern = `urn in (select c.urn from run_concern c where c.run = ${newest})`;

/**
 * Elected members read which schools of their division cause concern now, and nothing of those that no longer do.
 */
export const toldAccess: readonly TableAccess[] = [
  {
    table: 'run_summary',
    logged: { as: 'analysis', key: 'new.run' },
    access: [
      { may: 'read', when: rowsFor('read the summary') },
      { may: 'add', when: runs },
    ],
  },
  {
    table: 'run_concern',
    logged: { with: 'run_summary' },
    access: [
      { may: 'read', when: rowsFor('read concerns', { urn: 'urn', ofConcern: `run = ${newest}` }) },
      {
        may: 'add',
        when: `${runs} and not exists (select from run_summary s where s.run = run_concern.run)`,
      },
    ],
  },
];
