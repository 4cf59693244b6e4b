/**
 * Probability that a standard normal value is at most z, by West's algorithm (G. West, Better approximations to
 * cumulative normal functions, 2005, after Hart 1968): double precision.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const upper = upperTail(x);
  return z > 0 ? 1 - upper : upper;
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2);
  if (x >= 7.07106781186547) {
    const chain = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
    return density / chain / 2.506628274631;
  }
  const above = [
    3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
    221.213596169931, 220.206867912376,
  ];
  const below = [
    8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
    637.333633378831, 793.826512519948, 440.413735824752,
  ];
  const polynomial = (terms: readonly number[]): number => terms.reduce((value, term) => value * x + term, 0);
  return (density * polynomial(above)) / polynomial(below);
}

/** The z below which a standard normal value falls with the probability given (0 to 1, ends excluded), to 1e-12. */
export function normalQuantile(probability: number): number {
  let low = -38;
  let high = 38;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The z that leaves the level given (0.9, 0.95 …) in the middle: 1.96 for 0.95. */
export function zFor(level: number): number {
  const z = zKept.get(level) ?? normalQuantile((1 + level) / 2);
  // Levels are few: a scheme has one.
  if (zKept.size < 100) zKept.set(level, z);
  return z;
}

const zKept = new Map<number, number>();
