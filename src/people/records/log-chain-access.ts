import { rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { Access, TableAccess } from '#/platform/database/table.ts';

/**
 * Links are made by the database with the owner’s eyes and by nobody else. They hold no word of a row, but when there was
 * one: they are for whoever reads the logs.
 */
const made = [
  { may: 'read', by: 'owner', when: 'true' },
  { may: 'add', by: 'owner', when: 'true' },
] as const satisfies readonly Access[];

export const logChainAccess: readonly TableAccess[] = [
  {
    table: 'log_link',
    logged: 'is a log',
    access: [{ may: 'read', when: rowsForAnyWith('read the reading log', 'read the change log') }, ...made],
  },
];

/** What is logged of the installation is about official files and housekeeping, which are nobody’s secret. */
export const installationLogChainAccess: readonly TableAccess[] = [
  { table: 'log_link', access: [{ may: 'read', when: 'true' }, ...made] },
];
