import type { Query } from '#/platform/web/addresses.ts';
import { registerAddress, withQuery } from '#/platform/web/addresses.ts';

/** What the reader asked of the list; all of it is in the address, so that a link shows a colleague the same list. */
export interface ListRequest {
  readonly search: string;
  /** Values ticked or chosen, by filter. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  readonly sort: SortKey;
  readonly order: Order;
  /** From 1; `all` shows every row on one page, for printing and for the browser's own search. */
  readonly page: number | 'all';
}

export const filterNames = [
  'group',
  'category',
  'decided',
  'phase',
  'sector',
  'type',
  'district',
  'trust',
] as const;
export type FilterName = (typeof filterNames)[number];

export const sortKeys = [
  'school',
  'phase',
  'district',
  'category',
  'reason',
  'was',
  'inspection',
  'chance',
  'points',
  'sureness',
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Order = 'ascending' | 'descending';

/** Most concern first: the list is for finding the schools to act on. */
const firstSort: SortKey = 'category';

/** Where the first click on a heading goes: worst, newest or largest first where that is what one looks for. */
export function firstOrder(key: SortKey): Order {
  return ['category', 'points', 'was', 'sureness', 'chance'].includes(key) ? 'descending' : 'ascending';
}

/** Reads the address. What is not understood is left out rather than refused: old links keep working. */
export function readListRequest(query: Query): ListRequest {
  const one = (name: string): string => query[name]?.at(-1)?.trim() ?? '';
  const sort = sortKeys.find((key) => key === one('sort')) ?? firstSort;
  const order = one('order');
  const page = one('page');
  return {
    search: one('search').slice(0, 100),
    filters: Object.fromEntries(
      filterNames.map((name) => [name, [...new Set(query[name] ?? [])].filter((value) => value !== '')]),
    ) as Record<FilterName, string[]>,
    sort,
    order: order === 'ascending' || order === 'descending' ? order : firstOrder(sort),
    page: page === 'all' ? 'all' : /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

/** The query that asks for this list; usual choices are left out, so that addresses stay short. */
export function queryOf(request: ListRequest): Query {
  const usualSort = request.sort === firstSort && request.order === firstOrder(firstSort);
  return {
    search: [request.search],
    ...request.filters,
    sort: usualSort ? [] : [request.sort],
    order: request.order === firstOrder(request.sort) ? [] : [request.order],
    page: request.page === 1 ? [] : [String(request.page)],
  };
}

export function listAddress(authority: string, request: ListRequest): string {
  return withQuery(registerAddress(authority), queryOf(request));
}

/** The same list as a file: every page of it. */
export function exportAddress(authority: string, request: ListRequest, ending: 'csv' | 'xlsx'): string {
  return withQuery(`${registerAddress(authority)}.${ending}`, queryOf({ ...request, page: 1 }));
}
