import type { Watchlist } from '#/analyse/actions/read-watchlist.ts';
import { inventedRegister, inventedRows } from '#/analyse/pages/invented.fixture.ts';
import type { WatchKind } from '#/analyse/rules/watchlist/watch-reason.ts';
import { watchRules } from '#/analyse/rules/watchlist/watch-rules.ts';

/** A watchlist of two invented schools of three: one with two reasons, one with one and a name like a formula. */
export function watchlistOf(): Watchlist {
  const [first, second] = inventedRows;
  if (first === undefined || second === undefined) throw new RangeError('There are invented rows');
  const reason = (kind: WatchKind, words: string, on: string) => ({ kind, words, on, sources: [] });
  const watched = [
    {
      row: first,
      reasons: [
        reason('stuck', 'Stuck. Below good twice.', '2022-05-12'),
        reason('inspection due', 'The next inspection was due by 30 November 2024.', '2024-11-30'),
      ],
    },
    { row: second, reasons: [reason('declining', '=Falling, −1.0 points a year.', '2025-08-31')] },
  ];
  const { authority, run, scheme, previous, whole, sources, rows } = inventedRegister;
  return {
    authority,
    run,
    scheme,
    previous,
    whole,
    sources,
    schools: rows.length,
    notAsked: [],
    rules: watchRules.map((rule) => ({
      ...rule,
      schools: watched.filter(({ reasons }) => reasons.some(({ kind }) => kind === rule.kind)).length,
    })),
    watched,
  };
}
