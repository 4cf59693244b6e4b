import { logGamma } from './beta.ts';

/**
 * Probability that a Gamma(shape, 1) value is at most x (regularised incomplete gamma function): by its series where x
 * is small, otherwise by Lentz's continued fraction (Numerical Recipes, 6.2). shape > 0.
 */
export function gammaCdf(x: number, shape: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? front * series(x, shape) : 1 - front * continuedFraction(x, shape);
}

function series(x: number, shape: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n <= 2000; n++) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * 1e-15) return sum;
  }
  return sum;
}

function continuedFraction(x: number, shape: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i <= 2000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (Math.abs(a * d + b) < tiny ? tiny : a * d + b);
    c = Math.abs(b + a / c) < tiny ? tiny : b + a / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) return fraction;
  }
  return fraction;
}

/** The value below which a Gamma(shape, 1) falls with the probability given (0 to 1, ends excluded), by halving. */
export function gammaQuantile(probability: number, shape: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 40;
  while (high - low > 1e-10 * (1 + high)) {
    const middle = (low + high) / 2;
    if (gammaCdf(middle, shape) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
