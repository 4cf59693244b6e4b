import { registerAddress, runsAddress, watchlistAddress } from './addresses.ts';
import type { PageWithin } from './shell.ts';

const pages = [
  ['Risk register', registerAddress],
  ['Watchlist', watchlistAddress],
  ['Who moved', runsAddress],
] as const;

/** The second row of navigation on the pages of risk: every school, those to look at now, those that moved. */
export function pagesOfRisk(slug: string, current: (typeof pages)[number][0]): readonly PageWithin[] {
  return pages.map(([text, address]) => ({ text, href: address(slug), current: text === current }));
}
