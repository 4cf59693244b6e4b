import { seenRows } from '#/platform/database/seen-rows.ts';

const newest = 'select number from risk_run order by as_at desc, number desc limit 1';
const newestState = 'select max(number) from told_state';

/**
 * Runs, the newest run's proposals, adopted schemes, what members are told, and what schools confirmed and replied. Of earlier runs the proposals are not
 * looked at again, which are thousands: a run is closed once it is kept (`risk-tables.ts`), and who may see its rows
 * depends on who the person is.
 */
export const seenRisk = [
  seenRows('risk_run', 'number'),
  seenRows('risk_proposal', 'urn', `run = (${newest})`),
  seenRows('scheme_adopted', 'number'),
  seenRows('run_summary', 'run'),
  seenRows('run_concern', 'urn', `run = (${newest})`),
  seenRows('category_receipt', "concat(run, ' ', urn, ' ', read_by)"),
  seenRows('school_reply', 'number'),
  seenRows('category_round', 'number'),
  seenRows('category_decision', 'id'),
  seenRows('category_signature', 'decision'),
  seenRows('category_letter', 'decision'),
  seenRows('decision_receipt', "concat(decision, ' ', read_by)"),
  seenRows('told_state', 'number'),
  seenRows('told_state_summary', 'state'),
  seenRows('told_state_counted', 'state'),
  seenRows('told_state_concern', 'urn', `state = (${newestState})`),
];
