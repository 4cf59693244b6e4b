import type { WatchedSchool, Watchlist } from '#/analyse/actions/read-watchlist.ts';
import type { ListRequest } from './list-request.ts';
import { queryOf, readListRequest } from './list-request.ts';
import { matchingRows } from './register-filters.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { watchlistAddress, withQuery } from '#/platform/web/addresses.ts';

/** What the reader asked of the watchlist: the filters of the register, and for which reasons. */
export interface WatchlistRequest {
  readonly list: ListRequest;
  /** As the address has them. */
  readonly reasons: readonly string[];
}

/** Reads the address. What is not understood is left out: old links keep working. */
export function readWatchlistRequest(query: Query): WatchlistRequest {
  const reasons = [...new Set(query['reason'] ?? [])].filter((reason) => reason !== '');
  return { list: readListRequest(query), reasons };
}

/** The list has an order of its own, so none is asked for. */
export function watchlistListAddress(
  authority: string,
  { list, reasons }: WatchlistRequest,
  ending = '',
): string {
  const { sort: _sort, order: _order, ...query } = queryOf(list);
  return withQuery(`${watchlistAddress(authority)}${ending}`, { reason: reasons, ...query });
}

/** The rules asked for, as far as there are such rules. */
export function rulesAsked({ rules }: Watchlist, { reasons }: WatchlistRequest): Watchlist['rules'] {
  return rules.filter(({ kind }) => reasons.includes(kind));
}

/** The schools that match the filters and have one at least of the reasons asked for. */
export function matchingSchools(watchlist: Watchlist, request: WatchlistRequest): readonly WatchedSchool[] {
  const { watched } = watchlist;
  const asked = rulesAsked(watchlist, request);
  const rows = new Set(
    matchingRows(
      watched.map(({ row }) => row),
      request.list,
    ),
  );
  return watched.filter(
    (one) =>
      rows.has(one.row) &&
      (asked.length === 0 || one.reasons.some((reason) => asked.some(({ kind }) => kind === reason.kind))),
  );
}
