import { betaQuantile } from './beta.ts';
import { gammaQuantile } from './gamma.ts';
import { zFor } from './normal.ts';

/** A range of plausible values, holding `level` (0 to 1) of the probability. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/**
 * Wilson's score interval for a proportion: sensible for few pupils and for 0% and 100%, where the simple one has no
 * width (E. B. Wilson, 1927; recommended by Newcombe, Statistics in Medicine 17, 1998).
 *
 * @param successes from 0 to `pupils`; @param pupils more than 0
 */
export function wilsonInterval(successes: number, pupils: number, level = 0.95): Range {
  const z = zFor(level);
  const p = successes / pupils;
  const centre = (successes + (z * z) / 2) / (pupils + z * z);
  const half = (z / (pupils + z * z)) * Math.sqrt(pupils * p * (1 - p) + (z * z) / 4);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level };
}

/** The exact interval of Clopper and Pearson (1934): never less sure than it says, so wider than Wilson's. */
export function exactInterval(successes: number, pupils: number, level = 0.95): Range {
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, pupils - successes + 1),
    high: successes === pupils ? 1 : betaQuantile(1 - tail, successes + 1, pupils - successes),
    level,
  };
}

/**
 * What chance allows the usual number of events to be when so many were counted: the exact interval of a Poisson count
 * (F. Garwood, Fiduciary limits for the Poisson distribution, Biometrika 28, 1936). Events that come in clumps say less:
 * with `clumping` 2.5 a count has two and a half times the variance of independent ones.
 *
 * @param count events, 0 or more
 */
export function poissonInterval(count: number, level = 0.95, clumping = 1): Range {
  const tail = (1 - level) / 2;
  const independent = count / clumping;
  return {
    low: independent === 0 ? 0 : clumping * gammaQuantile(tail, independent),
    high: clumping * gammaQuantile(1 - tail, independent + 1),
    level,
  };
}
