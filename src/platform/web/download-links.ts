import { withQuery, type Query } from './addresses.ts';

/** Where the figures of a page are as files: the page's address with an ending, and what was chosen on it. */
export interface DownloadLinks {
  readonly csv: string;
  readonly xlsx: string;
}

export function downloadLinks(address: string, query: Query = {}): DownloadLinks {
  return { csv: withQuery(`${address}.csv`, query), xlsx: withQuery(`${address}.xlsx`, query) };
}
