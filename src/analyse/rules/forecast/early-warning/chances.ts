import type { Day } from '#/schools/rules/dates.ts';
import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import { daysInYear } from '../calendar.ts';
import type { Chance, Horizon } from '../forecast.ts';
import type { TrackedSchool } from '../tracked.ts';
import { addsOf, errorOf, logitOf, type TermAdds } from './apply-part.ts';
import { factsOn, type Facts, type FactsSetting } from './facts.ts';
import type { EarlyWarningModel } from './model.ts';
import { movedBy } from './national-level.ts';
import { stepMonths } from './periods.ts';
import type { Term } from './terms.ts';

/** One half-year ahead: the chances of its two parts, and what the terms add to each. */
export interface Step {
  readonly facts: Facts;
  readonly inspected: number;
  readonly below: number;
  readonly timing: readonly TermAdds[];
  readonly outcome: readonly TermAdds[];
  /** Standard errors of the logits of the two chances: of the fit, without what England may do. */
  readonly timingError: number;
  readonly outcomeError: number;
}

/** What is known of timing from another source than the record: chance of an inspection in a step, or `null`. */
export type TimingRule = (facts: Facts, step: number) => number | null;

/** The half-years ahead of a school that is good or better, as long as the last inspection stays the last. */
export function stepsAhead(
  model: EarlyWarningModel,
  terms: readonly Term[],
  school: TrackedSchool,
  day: Day,
  setting: FactsSetting,
  rule: TimingRule,
  count: number,
): readonly Step[] {
  return Array.from({ length: count }, (_, step) => {
    const facts = factsOn(school, day, setting, { ahead: (step * stepMonths) / 12 });
    return facts === null ? null : stepOf(model, terms, facts, rule(facts, step), step);
  }).filter((step) => step !== null);
}

function stepOf(
  model: EarlyWarningModel,
  terms: readonly Term[],
  facts: Facts,
  ruled: number | null,
  step: number,
): Step {
  const timing = addsOf(model.timing, terms, facts);
  const outcome = addsOf(model.outcome, terms, facts);
  return {
    facts,
    inspected: ruled ?? chanceOfLogit(logitOf(model.timing, timing)),
    below: chanceOfLogit(logitOf(model.outcome, outcome) + movedBy(model.outcomeLevel, step)),
    timing,
    outcome,
    timingError: errorOf(model.timing, timing),
    outcomeError: errorOf(model.outcome, outcome),
  };
}

/** Chances within so many steps: an inspection, and an inspection that finds the school below good. */
export function chancesWithin(steps: readonly Step[]): {
  readonly inspected: number;
  readonly found: number;
} {
  let left = 1;
  let found = 0;
  for (const { inspected, below } of steps) {
    found += left * inspected * below;
    left *= 1 - inspected;
  }
  return { inspected: 1 - left, found };
}

/** Of 80 cases in 100 a normal variable lies so many standard deviations around its middle. */
const eightOfTen = 1.2816;

/**
 * The chance with its range: what the fit does not know of this school, and how far England moved in the past against
 * such a forecast, taken together.
 */
export function withRange(chance: number, fitError: number, shock: number): Chance {
  const middle = logit(Math.min(1 - 1e-6, Math.max(1e-6, chance)));
  const reach = eightOfTen * Math.sqrt(fitError ** 2 + shock ** 2);
  return { chance, low: chanceOfLogit(middle - reach), high: chanceOfLogit(middle + reach) };
}

/** Standard error of the logit of a chance found, from those of its two parts, by how much each part moves it. */
export function foundError(steps: readonly Step[]): number {
  const { found } = chancesWithin(steps);
  if (found <= 0 || found >= 1) return 0;
  const moved = (by: 'timing' | 'outcome'): number => {
    const nudge = 0.01;
    const nudged = steps.map((step) => ({
      ...step,
      inspected: by === 'timing' ? chanceOfLogit(logit(step.inspected) + nudge) : step.inspected,
      below: by === 'outcome' ? chanceOfLogit(logit(step.below) + nudge) : step.below,
    }));
    return (logit(chancesWithin(nudged).found) - logit(found)) / nudge;
  };
  const first = steps[0];
  return first === undefined
    ? 0
    : Math.hypot(moved('timing') * first.timingError, moved('outcome') * first.outcomeError);
}

export function shockWithin(model: EarlyWarningModel, months: Horizon): number {
  return model.shocks.find((shock) => shock.months === months)?.sd ?? 0;
}

/** Schools exempt from routine inspection until a day, all to be inspected by another: evenly over what is left. */
export interface CatchUp {
  readonly from: Day;
  readonly by: Day;
  readonly words: string;
}

/** As long as the record behind a model has less than this of a rule that began, the rule is followed. */
const yearsUntilSeen = 2;

/**
 * When outstanding schools are inspected after their exemption ended: by the rule, until the record shows it.
 *
 * @param fittedUntil last day of the record the model was fitted on
 */
export function timingRule(catchUps: readonly CatchUp[], day: Day, fittedUntil: Day): TimingRule {
  const current = catchUps.find(
    ({ from, by }) => from <= day && day < by && fittedUntil < from + yearsUntilSeen * daysInYear,
  );
  return (facts, step) => {
    if (current === undefined || facts.standing !== 1) return null;
    if (facts.phase !== 'primary' && facts.phase !== 'secondary') return null;
    const stepsLeft = ((current.by - day) / daysInYear) * (12 / stepMonths) - step;
    return stepsLeft <= 1 ? null : 1 / stepsLeft;
  };
}
