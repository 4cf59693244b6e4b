import type { CountDistribution } from './poisson-binomial.ts';
import { shockedSum } from './shocked-count.ts';
import { chanceAfter, shocksOf, type Shock } from './shocks.ts';

/**
 * The distribution of a share of pupils (the part of all sizes that is with those that succeed) when all chances move
 * together, as for `shockedCount`. At place k of the answer is the chance of the share k / parts.
 *
 * Few or very unequal sizes are rounded to whole parts that add up, and the sum of the parts is exact. Where at least
 * fifty share the variance widely and the skewness is small, the sum given the shock is near normal, and Edgeworth's
 * series to the second order (M. G. Kendall and A. Stuart, The Advanced Theory of Statistics, vol. 1, 6.18) is nearer
 * than rounding, and quick. Against 20,000 parts the limits of 80% and 95% intervals and the median move by less than 0.2
 * percentage points either way (tested on sizes of primary and secondary schools; nothing finer is claimed).
 *
 * @param chances n numbers from 0 to 1
 * @param sizes n numbers, 0 or more, not all 0: what each success brings
 * @param sd standard deviation of the shock in units of the logit, 0 to 20
 * @param parts into how many the total is divided
 * @throws RangeError when one is out of its range
 */
export function shockedShare(
  chances: Float64Array,
  sizes: Float64Array,
  sd: number,
  parts = 1000,
): CountDistribution {
  if (sizes.length !== chances.length) throw new RangeError(`${sizes.length} sizes of ${chances.length}`);
  const exact = sizesInParts(sizes, parts);
  if (!nearNormal(chances, exact)) return shockedSum(chances, wholeParts(exact, parts), parts, sd);
  const share = new Float64Array(parts + 1);
  for (const shock of shocksOf(chances, sd)) addNearNormal(share, chances, exact, shock);
  return share;
}

function sizesInParts(sizes: Float64Array, parts: number): Float64Array {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0 && total < Infinity) || sizes.some((size) => size < 0))
    throw new RangeError('Sizes are 0 or more, and not all 0');
  return sizes.map((size) => (size / total) * parts);
}

/** Whole parts as near as can be that add up: those with the largest remainders are rounded up. */
function wholeParts(exact: Float64Array, parts: number): Int32Array {
  const whole = Int32Array.from(exact, (part) => Math.floor(part + 1e-9));
  const missing = parts - whole.reduce((sum, part) => sum + part, 0);
  const remainder = (at: number): number => (exact[at] ?? 0) - (whole[at] ?? 0);
  const byRemainder = Array.from(exact.keys()).toSorted((a, b) => remainder(b) - remainder(a) || a - b);
  for (const at of byRemainder.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

interface Cumulants {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  readonly excess: number;
  /** How many equal ones would spread the variance as widely: 1 / Σ of the squared shares of it. */
  readonly spreadOver: number;
}

const noShock: Shock = { oddsTimes: 1, weight: 1 };

function cumulantsOf(chances: Float64Array, sizes: Float64Array, shock: Shock): Cumulants {
  let [mean, variance, third, fourth, squares] = [0, 0, 0, 0, 0];
  for (let at = 0; at < chances.length; at += 1) {
    const [chance, size] = [chanceAfter(chances[at] ?? 0, shock), sizes[at] ?? 0];
    const part = chance * (1 - chance) * size * size;
    mean += chance * size;
    variance += part;
    third += part * size * (1 - 2 * chance);
    fourth += part * size * size * (1 - 6 * chance * (1 - chance));
    squares += part * part;
  }
  const [skewness, excess] = [third / variance ** 1.5, fourth / variance ** 2];
  return { mean, variance, skewness, excess, spreadOver: variance ** 2 / squares };
}

/** The limits were found by trial on groups of 15 to 420: within them the error in a quantile stays below 0.2 points. */
function nearNormal(chances: Float64Array, sizes: Float64Array): boolean {
  const { skewness, spreadOver } = cumulantsOf(chances, sizes, noShock);
  return chances.length >= 50 && spreadOver >= 10 && Math.abs(skewness) <= 0.5;
}

/** Adds Edgeworth's series given a shock, times the weight of the shock, to the places within 7 standard deviations. */
function addNearNormal(share: Float64Array, chances: Float64Array, sizes: Float64Array, shock: Shock): void {
  const { mean, variance, skewness, excess } = cumulantsOf(chances, sizes, shock);
  const sd = Math.sqrt(variance);
  const low = Math.max(0, Math.floor(mean - 7 * sd));
  const densities = new Float64Array(Math.min(share.length - 1, Math.ceil(mean + 7 * sd)) - low + 1);
  let total = 0;
  for (let at = 0; at < densities.length; at += 1) {
    const z = (low + at - mean) / sd;
    const density = Math.exp((-z * z) / 2) * correction(z, skewness, excess);
    densities[at] = density;
    total += density;
  }
  for (let at = 0; at < densities.length; at += 1)
    share[low + at] = (share[low + at] ?? 0) + (shock.weight * (densities[at] ?? 0)) / total;
}

/** By what Edgeworth's series changes the normal density at z; never below nothing. */
function correction(z: number, skewness: number, excess: number): number {
  const square = z * z;
  const ofThird = (skewness / 6) * z * (square - 3);
  const ofFourth = (excess / 24) * ((square - 6) * square + 3);
  const ofSixth = (skewness ** 2 / 72) * (((square - 15) * square + 45) * square - 15);
  return Math.max(0, 1 + ofThird + ofFourth + ofSixth);
}
