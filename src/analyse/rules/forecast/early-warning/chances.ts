import type { Day } from '#/schools/rules/dates.ts';
import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import type { Chance } from '../forecast.ts';
import type { TrackedSchool } from '../tracked.ts';
import { addsOf, errorOf, logitOf, type TermAdds } from './apply-part.ts';
import { factsOn, movedOn, type Facts, type FactsSetting } from './facts.ts';
import type { EarlyWarningModel } from './model.ts';
import { stepMonths } from './periods.ts';
import type { Regime } from './regime.ts';
import type { Term } from './terms.ts';

/** One half-year ahead: the chances of its two parts, and what the terms add to each. */
export interface Step {
  readonly facts: Facts;
  readonly inspected: number;
  /** An inspection finds what is asked. */
  readonly found: number;
  readonly timing: readonly TermAdds[];
  readonly outcome: readonly TermAdds[];
  /** A rule says when the school is inspected, not the model. */
  readonly ruled: boolean;
  /** Standard errors of the logits of the two chances: of the fit, without what England may do. */
  readonly timingError: number;
  readonly outcomeError: number;
}

/** What a school is forecast with: the model, its terms, the framework of the day and what facts rest on. */
export interface Forecaster {
  readonly model: EarlyWarningModel;
  readonly terms: readonly Term[];
  readonly regime: Regime;
  readonly setting: FactsSetting;
}

/** The half-years ahead of a school as long as its last inspection stays the last; empty for one not inspected yet. */
export function stepsAhead(
  { model, terms, regime, setting }: Forecaster,
  school: TrackedSchool,
  day: Day,
  count: number,
): readonly Step[] {
  const now = factsOn(school, day, setting);
  if (now === null) return [];
  return Array.from({ length: count }, (_, step): Step => {
    const facts = movedOn(now, (step * stepMonths) / 12);
    const timing = addsOf(model.timing, terms, facts);
    const outcome = addsOf(model.outcome, terms, facts);
    const ruled = regime.inspected(facts, step);
    return {
      facts,
      inspected: ruled ?? chanceOfLogit(logitOf(model.timing, timing)),
      found: chanceOfLogit(regime.outcome(facts, logitOf(model.outcome, outcome), step)),
      timing,
      outcome,
      ruled: ruled !== null,
      timingError: ruled === null ? errorOf(model.timing, timing) : 0,
      outcomeError: Math.hypot(errorOf(model.outcome, outcome), regime.levelError),
    };
  });
}

/** Chances within so many steps: an inspection, and an inspection that finds what is asked. */
export function chancesWithin(steps: readonly Pick<Step, 'inspected' | 'found'>[]): {
  readonly inspected: number;
  readonly found: number;
} {
  let left = 1;
  let sum = 0;
  for (const { inspected, found } of steps) {
    sum += left * inspected * found;
    left *= 1 - inspected;
  }
  return { inspected: 1 - left, found: sum };
}

/** 8 in 10 of a normal variable lie so many standard deviations around its middle. */
const eightOfTen = 1.2816;
const nearest = 1e-6;
const inside = (chance: number): number => Math.min(1 - nearest, Math.max(nearest, chance));

/**
 * A chance with its range: what the fit does not know of this school, and how far England moved in the past against such
 * a forecast, taken together.
 */
export function withRange(chance: number, fitError: number, shock: number): Chance {
  const middle = logit(inside(chance));
  const reach = eightOfTen * Math.hypot(fitError, shock);
  return {
    chance,
    low: Math.min(chance, chanceOfLogit(middle - reach)),
    high: Math.max(chance, chanceOfLogit(middle + reach)),
  };
}

/** Standard errors of the logits of both chances, from those of the parts, by how much each part moves them. */
export function errorsWithin(steps: readonly Step[]): { readonly inspected: number; readonly found: number } {
  const nudge = 0.01;
  const at = chancesWithin(steps);
  const moved = (part: 'inspected' | 'found') => {
    const nudged = chancesWithin(
      steps.map((step) => ({ ...step, [part]: chanceOfLogit(logit(inside(step[part])) + nudge) })),
    );
    return {
      inspected: (logit(inside(nudged.inspected)) - logit(inside(at.inspected))) / nudge,
      found: (logit(inside(nudged.found)) - logit(inside(at.found))) / nudge,
    };
  };
  const [timing, outcome] = [moved('inspected'), moved('found')];
  const first = steps[0];
  return {
    inspected: Math.abs(timing.inspected) * (first?.timingError ?? 0),
    found: Math.hypot(timing.found * (first?.timingError ?? 0), outcome.found * (first?.outcomeError ?? 0)),
  };
}
