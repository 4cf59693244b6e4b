/** `6 years`, `18 months`, `for good`. */
export function keptInWords(months: number | null): string {
  if (months === null) return 'for good';
  if (months % 12 !== 0) return `${String(months)} months`;
  return months === 12 ? '1 year' : `${String(months / 12)} years`;
}
