import { plural } from '#/platform/web/words.ts';

/** `6 years`, `18 months`, `for good`. */
export function keptInWords(months: number | null): string {
  if (months === null) return 'for good';
  return months % 12 === 0 ? plural(months / 12, 'year') : plural(months, 'month');
}
