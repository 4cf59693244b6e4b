import type { Horizon } from '#/analyse/rules/forecast/forecast.ts';
import { withQuery, type Query } from '#/platform/web/addresses.ts';
import { earlyWarningAddress } from '#/platform/web/forecast-addresses.ts';

/** What the reader asked of the list; all of it is in the address, so that a link shows a colleague the same list. */
export interface WarningRequest {
  /** What is forecast; empty for what is usual. */
  readonly target: string;
  readonly months: Horizon;
  readonly search: string;
  readonly filters: Readonly<Record<WarningFilter, readonly string[]>>;
  /** How many schools somebody could visit. */
  readonly visits: number;
  readonly sort: WarningSort;
  readonly order: 'ascending' | 'descending';
  /** From 1; `all` shows every row on one page. */
  readonly page: number | 'all';
}

export const horizons = [12, 18, 24] as const satisfies readonly Horizon[];

export const warningFilters = ['phase', 'district', 'officer', 'least'] as const;
export type WarningFilter = (typeof warningFilters)[number];

export const warningSorts = [
  'school',
  'phase',
  'district',
  'officer',
  'inspection',
  'category',
  'inspected',
  'chance',
  'rose',
] as const;
export type WarningSort = (typeof warningSorts)[number];

/** Likeliest first: the list is for choosing whom to visit. */
const firstSort: WarningSort = 'chance';
const usualMonths: Horizon = 18;
const usualVisits = 20;

/** Where the first click on a heading goes: likeliest first, oldest inspection first. */
export function firstOrder(sort: WarningSort): WarningRequest['order'] {
  return ['category', 'inspected', 'chance', 'rose'].includes(sort) ? 'descending' : 'ascending';
}

/** Reads the address. What is not understood is left to what is usual: old links keep working. */
export function readWarningRequest(query: Query): WarningRequest {
  const last = (name: string): string => query[name]?.at(-1)?.trim() ?? '';
  const sort = warningSorts.find((one) => one === last('sort')) ?? firstSort;
  const order = last('order');
  const page = last('page');
  const visits = /^[1-9]\d{0,2}$/.test(last('visits')) ? Number(last('visits')) : usualVisits;
  return {
    target: last('target'),
    months: horizons.find((months) => String(months) === last('months')) ?? usualMonths,
    search: last('search').slice(0, 100),
    filters: Object.fromEntries(
      warningFilters.map((name) => [name, [...new Set(query[name] ?? [])].filter((value) => value !== '')]),
    ) as Record<WarningFilter, string[]>,
    ...{ visits, sort },
    order: order === 'ascending' || order === 'descending' ? order : firstOrder(sort),
    page: page === 'all' ? 'all' : /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

/** The query that asks for this list; usual choices are left out. */
export function queryOf(request: WarningRequest): Query {
  const unless = (usual: string, value: string): readonly string[] => (value === usual ? [] : [value]);
  return {
    target: unless('', request.target),
    months: unless(String(usualMonths), String(request.months)),
    search: unless('', request.search),
    ...request.filters,
    visits: unless(String(usualVisits), String(request.visits)),
    sort: unless(firstSort, request.sort),
    order: unless(firstOrder(request.sort), request.order),
    page: unless('1', String(request.page)),
  };
}

export function warningAddress(authority: string, request: WarningRequest): string {
  return withQuery(earlyWarningAddress(authority), queryOf(request));
}
