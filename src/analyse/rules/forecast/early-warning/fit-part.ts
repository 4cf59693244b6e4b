import { fitAdditive } from '#/statistics/additive-logistic.ts';
import { chanceOfLogit } from '#/statistics/logit.ts';
import { addsOf, logitOf } from './apply-part.ts';
import type { PartModel } from './model.ts';
import type { Period } from './periods.ts';
import { termOf, type Smoothing } from './scales.ts';
import type { Term } from './terms.ts';

export const smoothing: Smoothing = { ridge: 2, ties: 12, crossedTies: 48 };

/** Fits one part: on all periods whether they ended with an inspection, or on those that did with what it found. */
export function fitPart(
  periods: readonly Period[],
  terms: readonly Term[],
  happened: (period: Period) => boolean,
): PartModel {
  const { intercept, interceptError, jointShare, effects, errors, weightAt } = fitAdditive(
    terms.map(({ scale }) => termOf(scale, smoothing)),
    {
      levels: terms.map(({ scale }) => Uint16Array.from(periods, ({ facts }) => scale.level(facts))),
      happened: Uint8Array.from(periods, (period) => Number(happened(period))),
      weights: Float64Array.from(periods, ({ weight }) => weight),
    },
  );
  return {
    intercept,
    interceptError,
    jointShare,
    damping: 1,
    terms: terms.map(({ id }, index) => ({
      id,
      effects: [...(effects[index] ?? [])],
      errors: [...(errors[index] ?? [])],
      weights: [...(weightAt[index] ?? [])],
    })),
  };
}

/**
 * The part with all effects drawn in, and the intercept moved so that it still expects as much of the periods as
 * happened in them.
 */
export function dampPart(
  part: PartModel,
  damping: number,
  periods: readonly Period[],
  terms: readonly Term[],
  happened: (period: Period) => boolean,
): PartModel {
  const damped = {
    ...part,
    damping,
    terms: part.terms.map((term) => ({
      ...term,
      effects: term.effects.map((effect) => effect * damping),
      errors: term.errors.map((error) => error * damping),
    })),
  };
  const logits = periods.map(({ facts }) => logitOf(damped, addsOf(damped, terms, facts)));
  let moved = 0;
  for (let step = 0; step < 20; step += 1) {
    let rest = 0;
    let curve = 0;
    for (const [index, period] of periods.entries()) {
      const chance = chanceOfLogit((logits[index] ?? 0) + moved);
      rest += period.weight * (Number(happened(period)) - chance);
      curve += period.weight * chance * (1 - chance);
    }
    moved += rest / curve;
    if (Math.abs(rest / curve) < 1e-9) break;
  }
  return { ...damped, intercept: damped.intercept + moved };
}
