/** A percentage in words: one that is neither nothing nor everything never reads 0% or 100%. */
export function shareInWords(share: number, unit = '%'): string {
  if (share > 0 && share < 0.5) return `under 1${unit}`;
  if (share < 100 && share >= 99.5) return `over 99${unit}`;
  return `${String(Math.round(share))}${unit}`;
}
