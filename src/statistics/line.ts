/** One observation; a heavier one counts for more. */
export interface WeightedPoint {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** A straight line through weighted points. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
  /** Share of the weighted variance of y that the line accounts for, 0 to 1. */
  readonly explained: number;
  readonly at: (x: number) => number;
}

/** Weighted least squares; `null` with fewer than three points, or where all have the same x. */
export function lineThrough(points: readonly WeightedPoint[]): Line | null {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (points.length < 3 || total <= 0) return null;
  const mean = (of: (point: WeightedPoint) => number): number =>
    points.reduce((sum, point) => sum + of(point) * point.weight, 0) / total;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const varianceOfX = mean((point) => (point.x - x) ** 2);
  if (varianceOfX < 1e-12) return null;
  const together = mean((point) => (point.x - x) * (point.y - y));
  const varianceOfY = mean((point) => (point.y - y) ** 2);
  const slope = together / varianceOfX;
  const intercept = y - slope * x;
  return {
    intercept,
    slope,
    explained: varianceOfY < 1e-12 ? 0 : together ** 2 / (varianceOfX * varianceOfY),
    at: (value) => intercept + slope * value,
  };
}
