import { termsOfYear } from '#/law/terms.ts';
import type { Reference } from '#/law/reference.ts';
import { schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';

/**
 * By when a category is looked at again: the last day of the term after the one in which the school was told. A category
 * is looked at at least every term (Norfolk’s Strategy of 2013, step 1).
 */
export function lookedAtAgainBy(on: IsoDate, terms: Reference['schoolTerms']): IsoDate | null {
  const year = schoolYearOf(on);
  const all = [...termsOfYear(year, terms), ...termsOfYear(year + 1, terms)];
  const now = all.findIndex(({ to }) => to >= on);
  return now < 0 ? null : (all[now + 1]?.to ?? null);
}
