import { addSuccess, type CountDistribution } from './poisson-binomial.ts';
import { chanceAfter, shocksOf, type Shock } from './shocks.ts';

/**
 * The distribution of a number of successes when all chances move together: the logit of each is moved by the same normal
 * shock, and given the shock they are independent. Without a shock (`sd` 0) it is Poisson's binomial distribution. The
 * chances are those at no shock: averaged over shocks they are drawn somewhat towards a half.
 *
 * Exact but for the grid the shock is integrated over (`shocksOf`): for sd up to 1 no cumulative probability is further
 * than 2e-4 from that of a grid eight times finer. About 1 ms for 420 chances and sd 0.3.
 *
 * @param chances n numbers from 0 to 1
 * @param sd standard deviation of the shock in units of the logit, 0 to 20
 * @throws RangeError when one is out of its range
 */
export function shockedCount(chances: Float64Array, sd: number): CountDistribution {
  return shockedSum(chances, new Int32Array(chances.length).fill(1), chances.length, sd);
}

/** The same where each success brings its own number of points, n whole numbers of which the sum is `most`. */
export function shockedSum(
  chances: Float64Array,
  points: Int32Array,
  most: number,
  sd: number,
): CountDistribution {
  const sum = new Float64Array(most + 1);
  const given = new Float64Array(most + 1);
  for (const shock of shocksOf(chances, sd)) {
    const [low, high] = sumGiven(given, chances, points, shock);
    for (let at = low; at <= high; at += 1) {
      sum[at] = (sum[at] ?? 0) + shock.weight * (given[at] ?? 0);
      given[at] = 0;
    }
  }
  return sum;
}

/** Fills the distribution given one shock, and says between which places it is other than zero. */
function sumGiven(
  given: Float64Array,
  chances: Float64Array,
  points: Int32Array,
  shock: Shock,
): [number, number] {
  let [low, high] = [0, 0];
  given[0] = 1;
  for (let at = 0; at < chances.length; at += 1) {
    const [chance, jump] = [chances[at] ?? 0, points[at] ?? 0];
    if (chance === 0 || jump === 0) continue;
    addSuccess(given, low, high, jump, chanceAfter(chance, shock));
    high += jump;
    for (; (given[low] ?? 1) < negligible; low += 1) given[low] = 0;
    for (; (given[high] ?? 1) < negligible; high -= 1) given[high] = 0;
  }
  return [low, high];
}

/** Leaving such places out at each of hundreds of steps loses less than 1e-7, and saves half of the time. */
const negligible = 1e-11;
