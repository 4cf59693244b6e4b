import type { ForecastRegimes } from '#/law/reference.ts';
import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import type { Step } from '../early-warning/chances.ts';
import { chanceByYears, type ReportCardTarget } from '../early-warning/regime.ts';
import type { Judged } from '../tracked.ts';
import type { Outlook } from './outlook.ts';
import type { SchoolChances } from './school-chances.ts';

const quartersInStep = 2;

/**
 * The outlook under report cards: a school counts from its first one on. One found below expected may be found above it
 * the next time; a second inspection of one that was not is further away than forecasts reach.
 *
 * @param steps the half-years ahead, as early warnings have them
 * @param last the inspection in force, `null` where there is none
 */
export function reportCardOutlook(
  steps: readonly Pick<Step, 'inspected' | 'found'>[],
  last: Judged | null,
  { timing, outcomes }: ForecastRegimes['reportCards'],
  target: ReportCardTarget = 'any area below expected',
): Outlook {
  const any = target === 'any area below expected';
  const assumed = any ? outcomes.anyBelow : outcomes.leadershipBelow;
  const foundAgain = chanceOfLogit(logit(assumed) + outcomes.belowBefore);
  const recovered = recoveredAfter(steps.length, timing.below, 1 - foundAgain);
  const now =
    last?.kind !== 'report card'
      ? 'not judged'
      : (any ? last.anyBelow : last.leadershipBelow)
        ? 'not good'
        : 'good';
  const after = (step: number): SchoolChances => {
    let left = 1;
    let good = 0;
    for (const [index, { inspected, found }] of steps.slice(0, step).entries()) {
      good += left * inspected * (1 - found + found * (recovered[step - 1 - index] ?? 0));
      left *= 1 - inspected;
    }
    if (now === 'not judged') return { judged: 1 - left, good };
    return { judged: 1, good: good + (now === 'good' ? left : 0) };
  };
  const outlook: Outlook = {
    now,
    chances: (quarters) => between(after, quarters / quartersInStep),
    inspectedAfter: (at) =>
      fixed(outlook, at, 1 - (steps[Math.floor(at / quartersInStep)]?.found ?? assumed)),
    judgedAfter: (at, good) => fixed(outlook, at, good ? 1 : 0),
    // Categories of concern and areas below expected end together: with an inspection that finds none.
    outOfCategoryAfter: (at) => (last?.standing === 4 ? fixed(outlook, at, 1) : outlook),
    // When a number of its own is first inspected is not assumed: it has no report card as far as forecasts reach.
    startsAnewAfter: (at) => ({
      ...outlook,
      chances: (quarters) => (quarters < at ? outlook.chances(quarters) : { judged: 0, good: 0 }),
    }),
  };
  return outlook;
}

/** Chance that a school found below expected has been found above it so many half-years later, from 0. */
function recoveredAfter(
  count: number,
  timing: ForecastRegimes['reportCards']['timing']['below'],
  better: number,
): readonly number[] {
  const recovered = [0];
  let left = 1;
  for (let step = 0; step < count; step += 1) {
    const inspected = chanceByYears(timing, step / 2);
    recovered.push((recovered[step] ?? 0) + left * inspected * better);
    left *= 1 - inspected;
  }
  return recovered;
}

function between(after: (step: number) => SchoolChances, steps: number): SchoolChances {
  const whole = Math.floor(steps);
  const part = steps - whole;
  const [first, second] = [after(whole), after(whole + (part > 0 ? 1 : 0))];
  return {
    judged: first.judged + part * (second.judged - first.judged),
    good: first.good + part * (second.good - first.good),
  };
}

function fixed(outlook: Outlook, at: number, good: number): Outlook {
  const before = outlook.chances(0);
  return { ...outlook, chances: (quarters) => (quarters < at ? before : { judged: 1, good }) };
}
