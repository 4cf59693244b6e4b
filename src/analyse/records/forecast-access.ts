import { anybodyKnown, inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';
import { nowOfConcern } from './told-access.ts';

const makes = rowsFor('make a forecast');
/** Shares are of six schools or more: whoever is told how many schools are in each group, or opens lists of them, reads them. */
const readsShares = rowsFor('read the trajectory');

/** A school’s forecast is as confidential as its category: the same people read it, on the same conditions. */
export const forecastAccess: readonly TableAccess[] = [
  {
    table: 'forecast_run',
    logged: { as: 'forecast', key: 'new.number' },
    access: [
      {
        may: 'read',
        when: rowsForAnyWith('read categories', 'make a forecast', 'read the trajectory'),
      },
      {
        may: 'add',
        columns: [
          ...[
            'as_at',
            'target',
            'model',
            'fitted_as_at',
            'digest',
            'deprivation',
            'schools',
            'shares',
            'sources',
            'dates',
          ],
          ...['fingerprint', 'made_at', 'made_by_name'],
        ],
        when: `${makes} and ${inOwnName('made')}`,
      },
    ],
  },
  {
    table: 'school_forecast',
    logged: { with: 'forecast_run' },
    access: [
      { may: 'read', when: rowsFor('read categories', { urn: 'urn', ofConcern: nowOfConcern }) },
      { may: 'add', when: makes },
    ],
  },
  {
    table: 'share_forecast',
    logged: { with: 'forecast_run' },
    access: [
      { may: 'read', when: readsShares },
      { may: 'add', when: makes },
    ],
  },
  {
    // What forecasts are made from is no secret, as criteria are not: a head may know what their school's rests on.
    table: 'forecast_choice',
    logged: { as: 'forecast choice', key: "'deprivation'" },
    access: [
      { may: 'read', when: anybodyKnown },
      {
        may: 'add',
        columns: ['deprivation', 'why', 'chosen_on', 'chosen_by_name'],
        when: `${rowsFor('adopt a scheme')} and ${inOwnName('chosen')}`,
      },
    ],
  },
  {
    table: 'expectation',
    logged: { as: 'expectation', key: 'new.urn' },
    access: [
      { may: 'read', when: rowsFor('read expectations', { urn: 'urn' }) },
      {
        may: 'add',
        columns: ['urn', 'standing', 'by_date', 'sure', 'why', 'made_on', 'made_by_name'],
        when: `${rowsFor('expect an outcome', { urn: 'urn' })} and ${inOwnName('made')}`,
      },
    ],
  },
  {
    table: 'share_target',
    logged: { as: 'share aimed at', key: `new.group_kind || ' ' || new.group_name` },
    access: [
      { may: 'read', when: readsShares },
      {
        may: 'add',
        columns: [
          ...['group_kind', 'group_name', 'standing', 'on_date', 'share', 'rests_on', 'set_on'],
          'set_by_name',
        ],
        when: `${rowsFor('set targets')} and ${inOwnName('set')}`,
      },
    ],
  },
];
