/** A chance with its range, to be drawn in the cell of a table. Chances are 0 to 1. */
export interface Chance {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
  /** What the right end of every bar in the table stands for: the heading of the column says it. */
  readonly most: number;
}

/** Of the line; and with the arrow beyond it. */
const width = 120;
const whole = 130;

/**
 * A line from 0 to the most, the range as a thick part of it, the chance as a mark across: an SVG for a table of
 * hundreds of rows, so it is put together as text. Its look is in `charts.css`; what it shows is also said in words.
 */
export function chanceBar({ chance, low, high, most }: Chance): string {
  const at = (one: number): string =>
    String(Math.round(10 * width * Math.min(1, Math.max(0, most > 0 ? one / most : 0))) / 10);
  // A range that goes on beyond the right end is open there: an arrow instead of an end.
  const beyond = high > most ? `<path class="mt-chance__beyond" d="M${String(width + 2)} 3l5 5-5 5"/>` : '';
  return (
    `<svg class="mt-chance" role="img" aria-label="${inWords(chance)}, between ${inWords(low)} and ${inWords(high)}" ` +
    `viewBox="0 0 ${String(whole)} 16"><path class="mt-chance__scale" d="M0 8H${String(width)}M0 4v8"/>` +
    `<path class="mt-chance__range" d="M${at(low)} 8H${at(high)}"/>${beyond}` +
    `<path class="mt-chance__middle" d="M${at(chance)} 2v12"/></svg>`
  );
}

/** A chance that is neither nothing nor certain never reads 0% or 100%; small ones keep a decimal. */
function inWords(chance: number): string {
  const share = 100 * chance;
  if (share > 0 && share < 0.1) return 'under 0.1%';
  if (share < 100 && share > 99.5) return 'over 99%';
  return `${String(share < 9.95 ? Math.round(10 * share) / 10 : Math.round(share))}%`;
}
