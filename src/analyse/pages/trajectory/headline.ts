import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { SharePoint } from '#/analyse/rules/forecast/forecast.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { dateInWords, plural, sentence, share } from '#/platform/web/words.ts';
import { knownOf, rangeOf, sameOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { expectedNumber, schoolsOf, wordsOf } from './trajectory-words.ts';

/** The answer: what is expected by the day, and in which range. */
export function answerOf({ shown, of, point }: Chosen): string {
  const words = wordsOf[shown.target];
  const range = rangeOf(point, 80);
  const could =
    range === null
      ? ''
      : `; it could be between ${chancePercent(range.low)} and ${chancePercent(range.high)}, in 8 cases of 10`;
  const schools = schoolsOf(shown.group);
  const whose =
    of === 'schools'
      ? `${schools} (of the ${expectedNumber(point.of)} ${words.judgedByThen}) ${words.toReach}`
      : `pupils to be in ${schools} ${words.reached} (of the ${expectedNumber(point.of)} in ${schools} ${words.judgedByThen})`;
  return `By ${dateInWords(point.on)} we expect ${chancePercent(point.middle)} of ${whose}${could}.`;
}

/** How likely the share aimed at is reached; that nothing is aimed at, where nothing is. */
export function chanceOfTarget({ shown, of, point, points }: Chosen): string {
  const aimed = shown.schools.find(({ on }) => on === point.on);
  const chance = aimed?.chanceOfTarget ?? null;
  const target = aimed?.target ?? null;
  if (target !== null && chance !== null) {
    const whose = of === 'pupils' ? ' It is aimed at for schools, not for pupils.' : '';
    return `The chance of reaching the target of ${percentOf(target)} on ${dateInWords(point.on)} is ${outOf(chance)} (${chancePercent(chance)}).${whose}`;
  }
  const next = points.find((one) => one.target !== null && one.on > point.on);
  const later = next?.target ?? null;
  return next === undefined || later === null
    ? `No share of ${schoolsOf(shown.group)} was aimed at for that day when this forecast was made.`
    : `No share is aimed at for that day. The next is ${percentOf(later)} on ${dateInWords(next.on)}.`;
}

/** Where the share starts from, with what it is of. */
export function nowOf({ shown }: Chosen): string {
  const { now, group, target, asAt } = shown;
  const words = wordsOf[target];
  const schools = schoolsOf(group);
  if (now.judged === 0)
    return `On ${dateInWords(asAt)} none of the ${plural(now.notJudged, 'school')} was ${words.judged}.`;
  const rest = now.notJudged === 0 ? '' : `; ${plural(now.notJudged, 'school')} ${words.notJudged}`;
  return `On ${dateInWords(asAt)} it was ${share(now.reached, now.judged)} of the ${schools} ${words.judged}${rest}.`;
}

/** How many schools are to be gained, for whoever is told of no single school. */
export function gainOf({ shown, point }: Chosen): string | null {
  const then = shown.schools.find(({ on }) => on === point.on);
  if (then === undefined) return null;
  const { now, target, group } = shown;
  const words = wordsOf[target];
  const reached = then.middle * then.of;
  const more = Math.round(reached) - now.reached;
  const change =
    more === 0
      ? 'as many as now'
      : `${plural(Math.abs(more), 'school')} ${more > 0 ? 'more' : 'fewer'} than now`;
  return `${sentence(words.reached)} by ${dateInWords(point.on)}: about ${expectedNumber(reached)} of about ${expectedNumber(then.of)} ${schoolsOf(group)} ${words.judgedByThen}, ${change} (${now.reached} of ${now.judged}).`;
}

/** What the forecast before said of the newest day of which it is known what happened. */
export function lastTimeOf({ earlier }: Pick<TrajectoryRead, 'earlier'>, { shown }: Chosen) {
  const before = earlier === null ? null : sameOf(earlier.trajectories, shown);
  if (earlier === null || before === null) return null;
  const known = knownOf(shown);
  const told = before.schools.flatMap((point) => {
    const came = known.find(({ on }) => on === point.on);
    return came === undefined ? [] : [{ point, came }];
  });
  const last = told.at(-1);
  if (last === undefined) return null;
  const { point, came } = last;
  return `Last time, as at ${dateInWords(earlier.run.asAt)}, we expected ${forecastInWords(point)} by ${dateInWords(point.on)}. It came to ${share(came.reached, came.judged)}: ${whereItLay(point, came.reached / came.judged)}.`;
}

/** A share of 0 to 1 with the range of 8 cases in 10. */
export function forecastInWords(point: SharePoint): string {
  const range = rangeOf(point, 80);
  return range === null
    ? chancePercent(point.middle)
    : `${chancePercent(point.middle)} (${chancePercent(range.low)} to ${chancePercent(range.high)})`;
}

function whereItLay(point: SharePoint, came: number): string {
  const [eight, nineteen] = [rangeOf(point, 80), rangeOf(point, 95)];
  const inside = (range: typeof eight): boolean => range !== null && came >= range.low && came <= range.high;
  if (inside(eight)) return 'inside the range for 8 cases in 10';
  return inside(nineteen)
    ? 'outside the range for 8 cases in 10, inside that for 19 in 20'
    : 'outside the range for 19 cases in 20';
}

/** A share that is aimed at, with its decimal where it has one. */
export function percentOf(target: number): string {
  return `${String(Math.round(1000 * target) / 10)}%`;
}
