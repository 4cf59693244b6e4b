import { betaCdf, betaQuantile } from './beta.ts';
import type { Range } from './interval.ts';
import { normalCdf, zFor } from './normal.ts';

/** What is believed of a school's underlying value after its results were seen. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
  readonly interval: (level: number) => Range;
  /** Probability, 0 to 1, that the underlying value is below `value`. */
  readonly below: (value: number) => number;
}

/**
 * A school's underlying proportion, allowing for few pupils (Beta-Binomial): the prior counts as `priorPupils` more
 * pupils who reached the standard at the rate `prior`, so estimate = (y + κ p0) / (n + κ).
 *
 * @param reached pupils who reached the standard (may be fractional when worked out of a rounded percentage)
 */
export function shrinkProportion(
  reached: number,
  pupils: number,
  prior: number,
  priorPupils: number,
): Belief {
  return betaBelief(reached + priorPupils * prior, pupils - reached + priorPupils * (1 - prior));
}

/** A belief about a proportion as a Beta distribution. */
export function betaBelief(a: number, b: number): Belief {
  const mean = a / (a + b);
  return {
    mean,
    sd: Math.sqrt((mean * (1 - mean)) / (a + b + 1)),
    interval: (level) => ({
      low: betaQuantile((1 - level) / 2, a, b),
      high: betaQuantile((1 + level) / 2, a, b),
      level,
    }),
    below: (value) => betaCdf(value, a, b),
  };
}

/**
 * A school's underlying mean, allowing for its own error (normal-normal): estimate = μ + τ²/(τ² + e²) (x − μ), where τ
 * is the standard deviation between schools and e the standard error of this school's mean. All in the measure's unit.
 */
export function shrinkMean(observed: number, standardError: number, prior: number, schoolSd: number): Belief {
  const between = schoolSd ** 2;
  const within = standardError ** 2;
  const weight = between / (between + within);
  return normalBelief(prior + weight * (observed - prior), Math.sqrt(weight * within));
}

/** A belief about a mean as a normal distribution. */
export function normalBelief(mean: number, sd: number): Belief {
  return {
    mean,
    sd,
    interval: (level) => ({ low: mean - zFor(level) * sd, high: mean + zFor(level) * sd, level }),
    below: (value) => (sd === 0 ? Number(mean < value) : normalCdf((value - mean) / sd)),
  };
}

/** How schools differ, and how fast a school's own past stops telling about it. */
export interface Ageing {
  readonly prior: number;
  /** Standard deviation between schools of the underlying value. */
  readonly schoolSd: number;
  /** Correlation of a school's underlying value with itself a year later, 0 to 1. */
  readonly yearlyPersistence: number;
}

/**
 * What is believed so many years later: old results tell less, so the estimate moves to the prior and the interval
 * widens, year by year (first-order autoregression around the prior).
 */
export function ageBelief(
  mean: number,
  sd: number,
  years: number,
  ageing: Ageing,
): { mean: number; sd: number } {
  const kept = ageing.yearlyPersistence ** years;
  return {
    mean: ageing.prior + kept * (mean - ageing.prior),
    sd: Math.sqrt(ageing.schoolSd ** 2 * (1 - kept ** 2) + kept ** 2 * sd ** 2),
  };
}

/** The Beta distribution with a mean and standard deviation (its variance must be below mean × (1 − mean)). */
export function betaWith(mean: number, sd: number): Belief {
  const size = (mean * (1 - mean)) / sd ** 2 - 1;
  return betaBelief(mean * size, (1 - mean) * size);
}
