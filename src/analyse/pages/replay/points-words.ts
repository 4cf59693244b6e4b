import { shareInWords } from '#/platform/charts/share-words.ts';
import { plural } from '#/platform/web/words.ts';

/** A share of 0 to 100 that was forecast, and how far it was out: `90%, 4 points too high`. */
export function forecastedInWords({
  share,
  error,
}: {
  readonly share: number;
  readonly error: number | null;
}): { readonly share: string; readonly error: string | null } {
  return { share: shareInWords(share), error: error === null ? null : errorInWords(error) };
}

/** `4 points too high`, `1 point too low`; less than half a point is `right to the point`. */
export function errorInWords(error: number): string {
  const points = Math.round(Math.abs(error));
  if (points === 0) return 'right to the point';
  return `${plural(points, 'point')} too ${error > 0 ? 'high' : 'low'}`;
}

/** So many points, whichever way: `3 points`, `under 1 point`. */
export function pointsInWords(points: number): string {
  return points < 0.5 ? 'under 1 point' : plural(Math.round(points), 'point');
}
