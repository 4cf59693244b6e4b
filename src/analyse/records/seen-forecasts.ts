import { seenRows } from '#/platform/database/seen-rows.ts';

// Of two questions asked of one day the main one is meant, as when forecasts are read.
const newest = `select number from forecast_run order by as_at desc,
  target = 'leadership and governance below expected', number desc limit 1`;

/**
 * Forecasts, what they are chosen to use, what officers expect and the shares aimed at. Of earlier runs the schools are not looked at again: a run is
 * closed once it is kept (`forecast-tables.ts`).
 */
export const seenForecasts = [
  seenRows('forecast_run', 'number'),
  seenRows('school_forecast', 'urn', `run = (${newest})`),
  seenRows('share_forecast', "concat(group_kind, ' ', group_name, ' ', denominator)", `run = (${newest})`),
  seenRows('forecast_choice', 'number'),
  seenRows('expectation', 'number'),
  seenRows('share_target', 'number'),
];
