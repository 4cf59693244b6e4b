import { count } from './words.ts';

/** An officer has about sixty schools and a district about as many: either fits on one page, and the page stays quick to read and to print. */
export const pageSize = 100;

export interface PageLink {
  readonly number?: number;
  readonly href?: string;
  readonly current?: boolean;
  readonly ellipsis?: boolean;
}

/** Which rows are on the page asked for, and the way to the others. A page beyond the last is the last. */
export function pagesOf<Request extends { readonly page: number | 'all' }>(
  rows: number,
  request: Request,
  address: (request: Request) => string,
  size = pageSize,
) {
  const last = Math.max(1, Math.ceil(rows / size));
  const all = request.page === 'all' || last === 1;
  const current = request.page === 'all' ? 1 : Math.min(request.page, last);
  const from = all ? 0 : (current - 1) * size;
  const to = all ? rows : Math.min(rows, from + size);
  const at = (page: number | 'all'): string => address({ ...request, page });
  return {
    from,
    to,
    range: rows === 0 ? '' : `Showing ${count(from + 1)} to ${count(to)}`,
    links: all ? [] : linksTo(last, current, at),
    previous: !all && current > 1 ? at(current - 1) : null,
    next: !all && current < last ? at(current + 1) : null,
    allAddress: all ? null : at('all'),
    pagedAddress: request.page === 'all' && last > 1 ? at(1) : null,
  };
}

/** First, last and those beside the current one; what is left out between them is an ellipsis. */
function linksTo(last: number, current: number, at: (page: number) => string): PageLink[] {
  const shown = [...new Set([1, current - 1, current, current + 1, last])].filter((n) => n >= 1 && n <= last);
  return shown.flatMap((number, index) => {
    const gap = number - (shown[index - 1] ?? 0) > 1 ? [{ ellipsis: true }] : [];
    return [...gap, { number, href: at(number), current: number === current }];
  });
}
