import type { IsoDate } from '#/schools/rules/dates.ts';
import { inForceOn } from './dated.ts';
import type { EntitlementsOfGroup } from './reference.ts';

/** What a school may count on, on a day. */
export interface Entitlements {
  /** What every school may, whatever its category. */
  readonly everySchool: EntitlementsOfGroup;
  /** What a school of its group may besides; `null` where it is told no group. */
  readonly ofGroup: EntitlementsOfGroup | null;
}

/**
 * What a school may count on, by the scheme it is told under, its group and the day; `null` where nothing is kept for the
 * scheme. Whoever may not know the group asks without it, and hears what every school may count on.
 *
 * @throws KnownError `date-invalid` for a day that the entries of the scheme do not cover
 */
export function entitlementsOn(
  entries: readonly EntitlementsOfGroup[],
  asked: { readonly scheme: string; readonly group: string | null; readonly on: IsoDate },
): Entitlements | null {
  const ofScheme = entries.filter(({ scheme }) => scheme === asked.scheme);
  if (ofScheme.length === 0) return null;
  const find = (group: string | null): EntitlementsOfGroup =>
    inForceOn(
      `entitlements of ${group === null ? 'every school' : `schools ${group}`}`,
      ofScheme.filter((one) => one.group === group),
      asked.on,
    );
  return { everySchool: find(null), ofGroup: asked.group === null ? null : find(asked.group) };
}
