import type { Scheme } from '#/analyse/rules/scheme.ts';
import { findInForce } from '#/law/dated.ts';
import type { Reference } from '#/law/reference.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

type Entitlement = Reference['entitlements'][number];
type VisitEntitlement = Reference['visitEntitlements'][number];

/** What follows from a category for what authority and school do with one another. */
export interface WhatFollows {
  readonly on: IsoDate;
  /** What every school may count on; `null` where nothing is kept for the scheme on the day. */
  readonly everySchool: Entitlement | null;
  /** By what schools are told, in the order of the scheme. */
  readonly groups: readonly {
    readonly name: string;
    /** Their categories. */
    readonly categories: readonly string[];
    readonly entitlements: Entitlement | null;
  }[];
  /** Visits owed on the day, to every school first. */
  readonly visits: readonly VisitEntitlement[];
}

/** What follows from each category of a scheme on a day, from dated reference data. */
export function whatFollows(
  scheme: Scheme,
  { entitlements, visitEntitlements }: Pick<Reference, 'entitlements' | 'visitEntitlements'>,
  on: IsoDate,
): WhatFollows {
  const inForce = <Entry extends { readonly from: IsoDate; readonly to: IsoDate | null }>(
    entries: readonly Entry[],
  ) => entries.filter((one) => findInForce([one], on) !== undefined);
  const known = inForce(entitlements).filter((one) => one.scheme === scheme.id);
  const of = (group: string | null) => known.find((one) => one.group === group) ?? null;
  return {
    on,
    everySchool: of(null),
    groups: scheme.groups.map(({ name }) => ({
      name,
      categories: scheme.categories.filter(({ group }) => group === name).map(({ code }) => code),
      entitlements: of(name),
    })),
    visits: inForce(visitEntitlements).filter((one) => one.scheme === null || one.scheme === scheme.id),
  };
}
