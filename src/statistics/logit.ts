/** The logarithm of the odds of a chance (above 0 and below 1). */
export function logit(chance: number): number {
  return Math.log(chance) - Math.log1p(-chance);
}

/** The chance whose logarithm of the odds is given: from 0 to 1, without overflow. */
export function chanceOfLogit(value: number): number {
  const small = Math.exp(-Math.abs(value));
  return (value < 0 ? small : 1) / (1 + small);
}

/** −ln of that chance, ln(1 + e^−value), without overflow and to the last digit in both tails. */
export function minusLogChance(value: number): number {
  return Math.max(0, -value) + Math.log1p(Math.exp(-Math.abs(value)));
}
