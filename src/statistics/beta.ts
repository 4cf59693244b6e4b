/** Natural logarithm of the gamma function for x > 0 (Lanczos, g = 7, nine terms; about 15 digits). */
export function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const y = x - 1;
  const sum = terms.reduce((total, term, index) => total + term / (y + index + 1), 0.99999999999980993);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Probability that a Beta(a, b) value is at most x (regularised incomplete beta function), by Lentz's continued
 * fraction (Numerical Recipes, 6.4). a, b > 0; x from 0 to 1.
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaCdfOf(a, b)(x);
}

/** The same for many values: what does not depend on the value is worked out once. */
function betaCdfOf(a: number, b: number): (x: number) => number {
  const [together, ofA, ofB] = [logGamma(a + b), logGamma(a), logGamma(b)];
  const lower = (x: number, c: number, d: number, scale: number): number =>
    (Math.exp(scale + c * Math.log(x) + d * Math.log1p(-x)) * continuedFraction(x, c, d)) / c;
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return x > (a + 1) / (a + b + 2)
      ? 1 - lower(1 - x, b, a, together - ofB - ofA)
      : lower(x, a, b, together - ofA - ofB);
  };
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-14) return fraction;
  }
  return fraction;
}

/** The value below which a Beta(a, b) falls with the probability given, by halving: exact to 1e-12, always ends. */
export function betaQuantile(probability: number, a: number, b: number): number {
  const cdf = betaCdfOf(a, b);
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (cdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
