/** A printed percentage with the counts it should follow from. */
export interface PrintedPercentage {
  /** What it is of, for the message: `primary, D1-3`. */
  readonly label: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly printed: number;
  /** Decimal places printed; whole percentages unless said. */
  readonly decimals?: number;
}

export interface RecomputedPercentage extends PrintedPercentage {
  /** Unrounded. */
  readonly percentage: number;
  /** To the decimals printed. */
  readonly rounded: number;
  readonly verdict: 'agrees' | 'cut off, not rounded' | 'disagrees';
  /** One sentence for whoever must correct it; `null` when it agrees. */
  readonly problem: string | null;
}

/**
 * Recomputes each printed percentage from its counts and flags those that disagree. A value cut off instead of rounded
 * (52 for 52.8) is told apart from one that cannot come from its counts.
 *
 * @throws RangeError when a denominator is not positive or a numerator is outside 0 to the denominator
 */
export function recomputePercentages(rows: readonly PrintedPercentage[]): readonly RecomputedPercentage[] {
  return rows.map(recompute);
}

function recompute(row: PrintedPercentage): RecomputedPercentage {
  const { label, numerator, denominator, printed, decimals = 0 } = row;
  if (denominator <= 0 || numerator < 0 || numerator > denominator) {
    throw new RangeError(`${label}: ${numerator} of ${denominator} is no share`);
  }
  const percentage = (100 * numerator) / denominator;
  const scale = 10 ** decimals;
  // A hair above, so that an exact half is rounded up whatever the binary fraction.
  const rounded = Math.round(percentage * scale + 1e-9) / scale;
  const cut = Math.floor(percentage * scale + 1e-9) / scale;
  const verdict = printed === rounded ? 'agrees' : printed === cut ? 'cut off, not rounded' : 'disagrees';
  return {
    ...row,
    percentage,
    rounded,
    verdict,
    problem:
      verdict === 'agrees'
        ? null
        : `${label}: printed ${printed}%, but ${numerator} of ${denominator} is ${percentage.toFixed(1)}%${verdict === 'disagrees' ? '' : ' (cut off, not rounded)'}`,
  };
}
