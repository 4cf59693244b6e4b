import type { ShareKnown, SharePoint } from '../forecast.ts';
import { replayOf, type Replay, type ReplayOf } from './replay.ts';

/** Invented: so many good of so many judged on a day. */
export function known(on: string, reached: number, judged: number, notJudged = 0): ShareKnown {
  return { on, reached, judged, notJudged };
}

const point = (on: string, middle: number): SharePoint => ({
  on,
  of: 100,
  middle,
  ranges: ([50, 80, 95] as const).map((level, index) => ({
    level,
    low: middle - 0.02 * (index + 1),
    high: middle + 0.02 * (index + 1),
  })),
  target: 0.72,
  chanceOfTarget: 0.2,
});

/** Two days of primary schools of an invented county: 72% and then 70% came about. */
export function inventedReplay(changes: Partial<ReplayOf> = {}): Replay {
  const group = { kind: 'phase' as const, name: 'primary' };
  const denominator = 'with predecessors’ grades' as const;
  const asAt = '2013-08-31';
  const now = known(asAt, 66, 100, 4);
  return replayOf({
    before: [known('2011-08-31', 0, 0, 100), known('2012-08-31', 62, 100)],
    now,
    method: {
      group,
      denominator,
      now,
      points: [known('2013-12-31', 78, 100, 4), known('2014-07-31', 84, 102, 2)],
    },
    forecast: {
      group,
      denominator,
      asAt,
      target: 'below good',
      now,
      schools: [point('2013-12-31', 0.71), point('2014-07-31', 0.75)],
      known: [],
      pupils: [],
    },
    printed: [
      { phase: 'primary', on: '2013-12-31', prediction: 76, target: null },
      { phase: 'primary', on: '2014-07-31', prediction: 72, target: 79 },
    ],
    happened: [known('2013-12-31', 72, 100, 3), known('2014-07-31', 70, 100, 3)],
    moves: { until: '2014-07-31', good: 66, fell: 9, notGood: 34, rose: 13 },
    ...changes,
  });
}
