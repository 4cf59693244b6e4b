import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import { daysInYear, touchesPause, type Pause } from '../calendar.ts';
import { inForceOn, isGood, nextKnown, toldUntil, type TrackedSchool } from '../tracked.ts';
import type { OutcomeLevel, Shock } from './model.ts';
import { stepMonths } from './periods.ts';

/** England's good schools in one half-year. */
export interface HalfYear {
  readonly to: Day;
  readonly good: number;
  readonly inspected: number;
  readonly fell: number;
}

/** Before this day the record tells only of a few schools' earlier inspection, and hardly any could fall. */
const recordFrom = dayOf('2008-08-31');

/** Half-years that end by a date, pauses left out, oldest first. */
export function halfYears(
  schools: readonly TrackedSchool[],
  until: IsoDate,
  pauses: readonly Pause[],
): readonly HalfYear[] {
  const found: HalfYear[] = [];
  for (let end = until; ; end = addMonths(end, -stepMonths)) {
    const from = dayOf(addMonths(end, -stepMonths));
    const to = dayOf(end);
    if (from < recordFrom) return found.toReversed();
    if (!touchesPause(from, to, pauses)) found.push(counted(schools, from, to));
  }
}

function counted(schools: readonly TrackedSchool[], from: Day, to: Day): HalfYear {
  let good = 0;
  let inspected = 0;
  let fell = 0;
  for (const school of schools) {
    if (toldUntil(school) < to) continue;
    const last = inForceOn(school, from);
    if (last === null || !isGood(last)) continue;
    good += 1;
    const next = nextKnown(school, from, to);
    if (next === null) continue;
    inspected += 1;
    if (!isGood(next)) fell += 1;
  }
  return { to, good, inspected, fell };
}

const levelOf = ({ inspected, fell }: Pick<HalfYear, 'inspected' | 'fell'>): number =>
  logit((fell + 1) / (inspected + 2));

/** Where the share found below good was, and where it tends: a difference from the long run fades, as it did before. */
export function outcomeLevel(record: readonly HalfYear[], halfLifeYears: number): OutcomeLevel {
  const end = record.at(-1)?.to ?? 0;
  const recent = record.map(
    ({ to, inspected }) => inspected * 0.5 ** ((end - to) / daysInYear / halfLifeYears),
  );
  const levels = record.map(levelOf);
  const longRun = weighted(
    levels,
    record.map(({ inspected }) => inspected),
  );
  let along = 0;
  let square = 0;
  for (let index = 1; index < levels.length; index += 1) {
    const before = (levels[index - 1] ?? longRun) - longRun;
    along += ((levels[index] ?? longRun) - longRun) * before;
    square += before * before;
  }
  return {
    longRun,
    recent: weighted(levels, recent),
    carriedOver: square === 0 ? 0 : Math.min(0.95, Math.max(0, along / square)),
  };
}

function weighted(numbers: readonly number[], weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return 0;
  return numbers.reduce((sum, number, index) => sum + number * (weights[index] ?? 0), 0) / all;
}

/** By how much the outcome of the step so many half-years ahead (0 the first) is moved towards the long run. */
export function movedBy({ longRun, recent, carriedOver }: OutcomeLevel, step: number): number {
  return (longRun - recent) * (1 - carriedOver ** (step + 0.5));
}

/** What England is taken to have shown before it was looked at: so many forecasts missed by so much, in logits. */
const priorMisses = { count: 4, sd: 0.4 };
/** A forecast needs so many half-years behind it. */
const fewestBehind = 6;

/**
 * How far the same forecast made of England as a whole missed in the past, for each horizon: the recent rate of
 * inspection and the level of outcomes against what came. These misses are shared by every school.
 */
export function shocksOf(
  record: readonly HalfYear[],
  horizons: readonly number[],
  halfLifeYears: number,
): readonly Shock[] {
  return horizons.map((months) => {
    const ahead = months / stepMonths;
    const misses: number[] = [];
    for (let index = fewestBehind; index + ahead <= record.length; index += 1) {
      const behind = record.slice(0, index);
      const came = record.slice(index, index + ahead);
      // Across a pause the months ahead are not the months meant.
      if ((came.at(-1)?.to ?? 0) - (behind.at(-1)?.to ?? 0) > (months + 1) * (daysInYear / 12)) continue;
      const falls = came.reduce((sum, { fell }) => sum + fell, 0);
      const good = behind.at(-1)?.good ?? 0;
      misses.push(
        logit((falls + 0.5) / (good + 1)) - logit(Math.min(0.9, expected(behind, ahead, halfLifeYears))),
      );
    }
    const squares =
      misses.reduce((sum, miss) => sum + miss * miss, 0) + priorMisses.count * priorMisses.sd ** 2;
    return { months, sd: Math.sqrt(squares / (misses.length + priorMisses.count)) };
  });
}

function expected(behind: readonly HalfYear[], steps: number, halfLifeYears: number): number {
  const end = behind.at(-1)?.to ?? 0;
  const weight = ({ to }: HalfYear) => 0.5 ** ((end - to) / daysInYear / halfLifeYears);
  const inspected =
    behind.reduce((sum, half) => sum + weight(half) * half.inspected, 0) /
    behind.reduce((sum, half) => sum + weight(half) * half.good, 0);
  const level = outcomeLevel(behind, halfLifeYears);
  let chance = 0;
  let left = 1;
  for (let step = 0; step < steps; step += 1) {
    chance += left * inspected * chanceOfLogit(level.recent + movedBy(level, step));
    left *= 1 - inspected;
  }
  return Math.max(1e-4, chance);
}
