/** Unique reference number, six digits as text. 900000 and above are never issued and mark invented schools. */
export type Urn = string;

/** Invented schools use reference numbers that are never issued, so that they can be told apart wherever they turn up. */
export function isInvented(urn: Urn): boolean {
  return urn.length === 6 && urn.startsWith('9');
}
