/** One value of a shock common to many chances. */
export interface Shock {
  /** By what it multiplies the odds of each. */
  readonly oddsTimes: number;
  /** Its probability; those of a grid add up to one. */
  readonly weight: number;
}

/** A chance after a shock. Nothing moves what is certain. */
export function chanceAfter(chance: number, { oddsTimes }: Shock): number {
  return (chance * oddsTimes) / (1 - chance + chance * oddsTimes);
}

/**
 * A grid over a normal shock with the standard deviation given (in units of the logit), fine enough for sums of these
 * chances: even steps to 4.2 standard deviations either way. For smooth functions an even grid converges faster than any
 * power of the step (L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review
 * 56, 2014): seen as a function of the shock, the chance of a count is at its narrowest near normal with standard
 * deviation 1 / √(1 + sd² Σp(1−p)), and a step of 1.6 of these leaves 2 exp(−2π² / 1.6²), below 1e-3 of it and below
 * 2e-4 of what is summed up, for sd up to 1 (tested).
 *
 * @throws RangeError when a chance is not from 0 to 1 or the standard deviation not from 0 to 20
 */
export function shocksOf(chances: Float64Array, sd: number): readonly Shock[] {
  if (!(sd >= 0 && sd <= 20)) throw new RangeError(`${sd} is not a standard deviation from 0 to 20`);
  const wrong = chances.find((chance) => !(chance >= 0 && chance <= 1));
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a chance from 0 to 1`);
  const varianceAfter = (shock: number): number => {
    const times = Math.exp(sd * shock);
    return chances.reduce((sum, p) => sum + (p * (1 - p) * times) / (1 - p + p * times) ** 2, 0);
  };
  const variance = Math.max(varianceAfter(-2), varianceAfter(0), varianceAfter(2));
  if (sd === 0 || variance === 0) return [{ oddsTimes: 1, weight: 1 }];
  const step = 1.6 / Math.sqrt(1 + sd ** 2 * variance);
  const eachSide = Math.ceil(4.2 / step);
  const points = Array.from({ length: 2 * eachSide + 1 }, (_, at) => (at - eachSide) * step);
  const densities = points.map((point) => Math.exp((-point * point) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return points.map((point, at) => ({
    oddsTimes: Math.exp(sd * point),
    weight: (densities[at] ?? 0) / total,
  }));
}
