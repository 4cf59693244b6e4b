import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { FanChart } from '#/platform/charts/fan-chart.ts';
import { chancePercent } from '#/platform/web/chance-words.ts';
import { dateInWords, list, sentence } from '#/platform/web/words.ts';
import { forecastInWords } from './headline.ts';
import { knownOf, sameOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { schoolsOf, wordsOf } from './trajectory-words.ts';

/** The share of fewer judged schools leaps with each of them: the table has it, the line begins later. */
const fewestDrawn = 6;

/** The share until the day of the forecast and its ranges after; what is tried and the forecast before as lines. */
export function trajectoryChart({ earlier, trial }: TrajectoryRead, chosen: Chosen): FanChart {
  const { shown, of, point } = chosen;
  const words = wordsOf[shown.target];
  const fan = trial === null ? shown : (sameOf(trial.before, shown) ?? shown);
  const tried = trial === null ? null : sameOf(trial.after, shown);
  const before = earlier === null || of === 'pupils' ? null : sameOf(earlier.trajectories, shown);
  // How many pupils were in schools that had been judged was not kept, so that their line begins with the forecast.
  const known = of === 'pupils' ? [] : knownOf(shown).filter(({ judged }) => judged >= fewestDrawn);
  const whose = of === 'schools' ? sentence(schoolsOf(shown.group)) : `Pupils in ${schoolsOf(shown.group)}`;
  const others = [
    ...(tried === null ? [] : [{ label: 'With what is tried', points: linePoints(tried[of]) }]),
    ...(before === null || earlier === null
      ? []
      : [
          {
            label: `Forecast of ${dateInWords(earlier.run.asAt)}`,
            dashed: true,
            points: linePoints(before.schools),
          },
        ]),
  ];
  return {
    title: `${whose} ${words.reached}: ${chancePercent(point.middle)} expected by ${dateInWords(point.on)}`,
    description: `${whose} ${words.reached}, ${list([
      ...(known.length > 0 ? ['known'] : []),
      `forecast as at ${dateInWords(shown.asAt)} with its ranges`,
      ...others.map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1)),
    ])}. By ${dateInWords(point.on)}: ${forecastInWords(point)}. The table below has the same figures.`,
    today: { on: shown.asAt, words: `Forecast of ${dateInWords(shown.asAt)}` },
    known: known.map(({ on, reached, judged }) => ({ on, share: (100 * reached) / judged })),
    forecast: fan[of].map(({ on, middle, ranges }) => ({
      on,
      middle: 100 * middle,
      ranges: ranges.map(({ level, low, high }) => ({ level, low: 100 * low, high: 100 * high })),
    })),
    targets: shown[of].flatMap(({ on, target }) => (target === null ? [] : [{ on, share: 100 * target }])),
    others,
    breaks: [],
    unit: '%',
  };
}

function linePoints(points: Chosen['points']) {
  return points.map(({ on, middle }) => ({ on, share: 100 * middle }));
}
