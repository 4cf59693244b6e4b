import { betaCdf } from './beta.ts';
import { normalQuantile } from './normal.ts';

/**
 * Between what chance alone leaves a unit of a given size that is as the target, so often as `level` says: the walls of
 * a funnel plot at that size.
 */
export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
  /** 0.95 or 0.998, as usual for funnels. */
  readonly level: number;
}

/** 95%, about two standard errors, and 99.8%, about three: D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185. */
export const usualLevels = [0.95, 0.998] as const;

/**
 * Limits for a proportion: exact, from the binomial distribution, drawn between two whole numbers as Spiegelhalter 2005
 * (appendix A.1.1) does, so that the walls are smooth. The upper wall is the lower one of those who do not reach the
 * standard: then a count is outside exactly when chance gives it, or one further out, more seldom than the tail says
 * (taken as in the appendix, a count just above would be outside that should not be). With overdispersion, where units
 * differ by more than chance, it is the normal approximation widened by its root.
 *
 * @param size pupils, a whole number from 1; @param target 0 to 1; @param overdispersion 1 for chance alone
 */
export function binomialFunnel(
  size: number,
  target: number,
  level: number,
  overdispersion = 1,
): FunnelLimits {
  const tail = (1 - level) / 2;
  if (overdispersion > 1) {
    const { low, high } = meanFunnel(
      1,
      target,
      Math.sqrt((target * (1 - target)) / size),
      level,
      overdispersion,
    );
    return { low: Math.max(0, low), high: Math.min(1, high), level };
  }
  return {
    low: interpolatedQuantile(size, target, tail) / size,
    high: 1 - interpolatedQuantile(size, 1 - target, tail) / size,
    level,
  };
}

/**
 * Limits for a mean of so many pupils, each with the standard deviation given.
 *
 * @param overdispersion variance beyond chance, as a factor: 1 for chance alone
 */
export function meanFunnel(
  size: number,
  target: number,
  pupilSd: number,
  level: number,
  overdispersion = 1,
): FunnelLimits {
  const half = (normalQuantile((1 + level) / 2) * pupilSd * Math.sqrt(overdispersion)) / Math.sqrt(size);
  return { low: target - half, high: target + half, level };
}

/**
 * By how much units differ more than chance, as a factor of variance: the mean square of their standardised differences
 * after the outermost tenth on each side is drawn in (Spiegelhalter 2005, section 4). 1 where it could itself be chance.
 *
 * @param scores each unit's difference from the target in standard errors
 */
export function overdispersionOf(scores: readonly number[], outermost = 0.1): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const cut = Math.floor(outermost * sorted.length);
  const [low, high] = [sorted[cut], sorted[sorted.length - 1 - cut]];
  if (low === undefined || high === undefined) return 1;
  const squares = sorted.reduce((sum, score) => sum + Math.min(high, Math.max(low, score)) ** 2, 0);
  const factor = squares / sorted.length;
  return factor > 1 + 2 * Math.sqrt(2 / sorted.length) ? factor : 1;
}

/** Where a value lies: inside what chance allows, or outside it once in 20 or once in 500 times. */
export function placeInFunnel(
  value: number,
  [usual, far]: readonly [FunnelLimits, FunnelLimits],
): 'far below' | 'below' | 'inside' | 'above' | 'far above' {
  if (value < far.low) return 'far below';
  if (value > far.high) return 'far above';
  if (value < usual.low) return 'below';
  return value > usual.high ? 'above' : 'inside';
}

/** The count below which a share `probability` of binomial counts lies, in proportion between two whole ones. */
function interpolatedQuantile(size: number, rate: number, probability: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, size, rate) >= probability) high = middle;
    else low = middle + 1;
  }
  const reached = binomialCdf(low, size, rate);
  const step = reached - binomialCdf(low - 1, size, rate);
  return step === 0 ? low : Math.max(0, low - (reached - probability) / step);
}

/** Probability of at most `count` of `size`, each with the probability `rate`. */
export function binomialCdf(count: number, size: number, rate: number): number {
  if (count < 0) return 0;
  return count >= size ? 1 : 1 - betaCdf(rate, count + 1, size - count);
}
