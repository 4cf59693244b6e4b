import { anybodyKnown, inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';

const runs = rowsFor('run an analysis');

/** Runs and the schemes they are made with. Criteria are no secret: everybody the authority knows reads them. */
export const riskAccess: readonly TableAccess[] = [
  {
    table: 'risk_run',
    access: [
      { may: 'read', when: rowsForAnyWith('read categories', 'run an analysis') },
      {
        may: 'add',
        columns: ['as_at', 'scheme', 'sources', 'schools', 'fingerprint', 'ran_at', 'ran_by_name'],
        when: `${runs} and ${inOwnName('ran')}`,
      },
    ],
  },
  {
    table: 'risk_proposal',
    access: [
      { may: 'read', when: rowsFor('read categories', { urn: 'urn' }) },
      { may: 'add', when: runs },
    ],
  },
  {
    table: 'scheme_adopted',
    access: [
      { may: 'read', when: anybodyKnown },
      {
        may: 'add',
        columns: ['scheme', 'version', 'own', 'content', 'why', 'adopted_by_name'],
        when: `${rowsFor('adopt a scheme')} and ${inOwnName('adopted')}`,
      },
    ],
  },
];
