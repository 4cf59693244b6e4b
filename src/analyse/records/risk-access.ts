import { anybodyKnown, inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';
import { nowOfConcern } from './told-access.ts';

const runs = rowsFor('run an analysis');

/** Runs and the schemes they are made with. Criteria are no secret: everybody the authority knows reads them. */
export const riskAccess: readonly TableAccess[] = [
  {
    table: 'risk_run',
    logged: { as: 'analysis', key: 'new.number' },
    access: [
      {
        may: 'read',
        when: rowsForAnyWith('read categories', 'run an analysis', 'read the summary', 'read concerns'),
      },
      {
        may: 'add',
        columns: ['as_at', 'scheme', 'sources', 'schools', 'fingerprint', 'ran_at', 'ran_by_name'],
        when: `${runs} and ${inOwnName('ran')}`,
      },
    ],
  },
  {
    table: 'risk_proposal',
    logged: { with: 'risk_run' },
    access: [
      { may: 'read', when: rowsFor('read categories', { urn: 'urn', ofConcern: nowOfConcern }) },
      { may: 'add', when: runs },
    ],
  },
  {
    table: 'scheme_adopted',
    logged: {
      as: 'scheme',
      key: `case when new.own then new.scheme || ':' || new.version else new.scheme end`,
    },
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
