import { everything, type LogSearch } from '#/people/actions/read-logs.ts';
import type { Query } from '#/platform/web/addresses.ts';

/** What the address asks for. */
export interface LogRequest {
  readonly search: LogSearch;
  /** From 1. */
  readonly page: number;
}

const fields = Object.keys(everything) as readonly (keyof LogSearch)[];

/** Reads the address. A page that is none is the first. */
export function readLogRequest(query: Query): LogRequest {
  const one = (name: string): string => (query[name]?.at(-1) ?? '').trim().slice(0, 100);
  const page = one('page');
  return {
    search: Object.fromEntries(fields.map((field) => [field, one(field)])) as unknown as LogSearch,
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The query that asks for this, the first page left out. */
export function queryOf({ search, page }: LogRequest): Query {
  return {
    ...Object.fromEntries(fields.map((field) => [field, [search[field]]])),
    page: page === 1 ? [] : [String(page)],
  };
}

/** What was searched, in words: for whoever gets the list as a file. */
export function searchInWords(search: LogSearch): string {
  const said = [
    search.person === '' ? null : `by a person whose name has “${search.person}” in it`,
    search.school === '' ? null : `about a school that is called or numbered “${search.school}”`,
    search.kind === '' ? null : `about this kind of record: ${search.kind}`,
    search.words === '' ? null : `with “${search.words}” in it`,
    search.from === '' ? null : `on ${search.from} or later`,
    search.to === '' ? null : `on ${search.to} or earlier`,
  ].filter((part) => part !== null);
  return said.length === 0 ? 'Every entry.' : `Entries ${said.join(', ')}.`;
}
