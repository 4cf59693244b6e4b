/**
 * In what order the statements of several files about one value are preferred: the newest release known, then the firmest,
 * then one with a number; of two without, the one that says why (a file cut down by others leaves suppressed cells blank);
 * of two with, the one that counts its pupils; last the file's identity, so that the order of imports makes no difference.
 */
export function preferredSql(table = ''): string {
  const of = (column: string) => (table === '' ? column : `${table}.${column}`);
  return [
    `${of('known_on')} desc`,
    `case ${of('status')} when 'final' then 0 when 'revised' then 1 when 'not stated' then 2 else 3 end`,
    `${of('number')} is null`,
    `case ${of('missing')} when 'suppressed' then 0 when 'not applicable' then 1 else 2 end`,
    `${of('cohort')} is null`,
    of('source'),
    of('row_'),
  ].join(', ');
}
