import { inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const runs = rowsFor('run an analysis');
const readsSummary = rowsFor('read the summary');
/** Whoever works with all schools of the authority. */
const readsAll = rowsFor('read categories');
/** What is told changes with a decision that is told; and with an analysis, for schools that were told none. */
const tells = `(${runs} or ${rowsFor('decide categories')})`;

const newestRun = `(select r.number from risk_run r order by r.as_at desc, r.number desc limit 1)`;
const newestState = `(select max(s.number) from told_state s)`;
const nothingDecided = `not exists (select from told_state s)`;
/** From the first decision told on, what later analyses propose is no longer told. */
const asToldByProposals = `run <= coalesce((select min(s.run) from told_state s), run)`;

/**
 * Of a school: whether what is told now puts it among those that cause concern: the decisions told, and as long as there are
 * none the newest analysis. Asked of the rows of `told_state_concern` and `run_concern` that who acts may read; a person
 * who may read none of a school reads nothing on this condition.
 */
export const nowOfConcern = `(urn in (select c.urn from told_state_concern c where c.state = ${newestState})
  or (${nothingDecided} and urn in (select c.urn from run_concern c where c.run = ${newestRun})))`;

/**
 * Elected members read which schools of their division cause concern now, and nothing of those that no longer do. Once
 * the authority tells what it decided, they and the dioceses read that, and no longer what is proposed.
 */
export const toldAccess: readonly TableAccess[] = [
  {
    table: 'run_summary',
    logged: { as: 'analysis', key: 'new.run' },
    access: [
      { may: 'read', when: `${readsSummary} and (${readsAll} or ${asToldByProposals})` },
      { may: 'add', when: runs },
    ],
  },
  {
    table: 'run_concern',
    logged: { with: 'run_summary' },
    access: [
      {
        may: 'read',
        when: `${rowsFor('read concerns', { urn: 'urn', ofConcern: `run = ${newestRun} and ${nothingDecided}` })}
          and (${rowsFor('read concerns')} or ${asToldByProposals})`,
      },
      {
        may: 'add',
        when: `${runs} and not exists (select from run_summary s where s.run = run_concern.run)`,
      },
    ],
  },
  {
    table: 'told_state',
    logged: { as: 'what is told of all schools', key: 'new.number' },
    access: [
      { may: 'read', when: rowsForAnyWith('read the summary', 'read concerns') },
      {
        may: 'add',
        columns: ['run', 'scheme', 'on_date', 'schools', 'decided', 'kept_by_name'],
        when: `${tells} and ${inOwnName('kept')}`,
      },
    ],
  },
  {
    table: 'told_state_summary',
    logged: { with: 'told_state' },
    access: [
      { may: 'read', when: readsSummary },
      { may: 'add', when: tells },
    ],
  },
  {
    table: 'told_state_counted',
    logged: { with: 'told_state' },
    access: [
      { may: 'read', when: readsAll },
      { may: 'add', when: `${tells} and ${notClosed('told_state_counted')}` },
    ],
  },
  {
    table: 'told_state_concern',
    logged: { with: 'told_state' },
    access: [
      { may: 'read', when: rowsFor('read concerns', { urn: 'urn', ofConcern: `state = ${newestState}` }) },
      { may: 'add', when: `${tells} and ${notClosed('told_state_concern')}` },
    ],
  },
];

/** A state is closed by its summary: nothing is added to it afterwards. */
function notClosed(table: string): string {
  return `not exists (select from told_state_summary s where s.state = ${table}.state)`;
}
