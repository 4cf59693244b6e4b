import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { SharePoint } from '#/analyse/rules/forecast/forecast.ts';
import { chancePercent } from '#/platform/web/chance-words.ts';
import { count, dateInWords, share } from '#/platform/web/words.ts';
import { forecastInWords, percentOf } from './headline.ts';
import { knownOf, rangeOf, sameOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { expectedNumber, wordsOf } from './trajectory-words.ts';
import { pointsInWords } from './what-if-view.ts';

/** The figures of the chart, a day a row. */
export function sharesTable({ trial }: TrajectoryRead, { shown, of, points, point }: Chosen) {
  const before = trial === null ? null : sameOf(trial.before, shown);
  const after = trial === null ? null : sameOf(trial.after, shown);
  return {
    withTargets: points.some(({ target }) => target !== null),
    withTrial: after !== null,
    rows: points.map((one) => {
      const [was, is] = [before, after].map((some) => some?.[of].find(({ on }) => on === one.on));
      const triedChance = is?.chanceOfTarget ?? null;
      return {
        on: dateInWords(one.on),
        chosen: one.on === point.on,
        middle: chancePercent(one.middle),
        ...{ half: rangeInWords(one, 50), eight: rangeInWords(one, 80), nineteen: rangeInWords(one, 95) },
        of: expectedNumber(one.of),
        target: one.target === null ? null : percentOf(one.target),
        chance: one.chanceOfTarget === null ? null : chancePercent(one.chanceOfTarget),
        tried: is === undefined ? null : forecastInWords(is),
        difference: is === undefined || was === undefined ? null : pointsInWords(is.middle - was.middle),
        triedChance: triedChance === null ? null : chancePercent(triedChance),
      };
    }),
  };
}

/** What was known up to the day of the forecast, beside what the forecast before said of it. */
export function knownTable({ earlier }: TrajectoryRead, { shown }: Chosen) {
  const before = earlier === null ? null : sameOf(earlier.trajectories, shown);
  const rows = knownOf(shown).map(({ on, reached, judged, notJudged }) => {
    const then = before?.schools.find((one) => one.on === on);
    return {
      on: dateInWords(on),
      share: share(reached, judged),
      notJudged: count(notJudged),
      before: then === undefined ? null : forecastInWords(then),
    };
  });
  return {
    rows: rows.toReversed(),
    before: earlier === null || before === null ? null : `Expected as at ${dateInWords(earlier.run.asAt)}`,
  };
}

/** Both ways of counting side by side: now, and on the day chosen. */
export function countingTable({ both, of, point }: Chosen) {
  return both.map(({ denominator, now, target, ...points }) => {
    const then = points[of].find(({ on }) => on === point.on);
    return {
      way:
        denominator === 'own grades only'
          ? 'Own grades only'
          : 'With the grades of schools before, until a school has its own',
      now: now.judged === 0 ? `none ${wordsOf[target].judged}` : share(now.reached, now.judged),
      notJudged: count(now.notJudged),
      then: then === undefined ? null : forecastInWords(then),
      of: then === undefined ? null : expectedNumber(then.of),
    };
  });
}

function rangeInWords(point: SharePoint, level: 50 | 80 | 95): string {
  const range = rangeOf(point, level);
  return range === null ? 'none' : `${chancePercent(range.low)} to ${chancePercent(range.high)}`;
}
