import type { PrintedOfScheme } from '#/law/scheme-schema.ts';
import type { RecomputedPercentage } from '#/statistics/percentages.ts';
import { recomputePercentages } from '#/statistics/percentages.ts';

/** One printed share of an authority's schools, recomputed. */
export interface PrintedFigure extends RecomputedPercentage {
  readonly phase: string;
  /** Code of the category, or outcome of the inspection. */
  readonly of: string;
}

export interface PrintedFigures {
  readonly categories: readonly PrintedFigure[];
  readonly profile: readonly (PrintedFigure & { readonly englandPercentage: number })[];
}

/**
 * What an authority printed about its categories and its inspections, every percentage recomputed from its counts:
 * percentages are computed, never taken over from print. The whole is the schools of the phase; `good or better` is a
 * sum of other rows, so it is not counted again.
 */
export function printedFigures(published: PrintedOfScheme): PrintedFigures {
  const schoolsIn = (rows: readonly { readonly phase: string; readonly schools: number }[], phase: string) =>
    rows.filter((row) => row.phase === phase).reduce((sum, row) => sum + row.schools, 0);
  const single = published.profile.filter((row) => row.outcome !== 'good or better');
  return {
    categories: published.categories.map((row) => ({
      phase: row.phase,
      of: row.code,
      ...recomputed(
        `${row.phase}, ${row.code}`,
        row.schools,
        schoolsIn(published.categories, row.phase),
        row.printedPercentage,
      ),
    })),
    profile: published.profile.map((row) => ({
      phase: row.phase,
      of: row.outcome,
      englandPercentage: row.englandPercentage,
      ...recomputed(
        `${row.phase}, ${row.outcome}`,
        row.schools,
        schoolsIn(single, row.phase),
        row.printedPercentage,
      ),
    })),
  };
}

function recomputed(
  label: string,
  numerator: number,
  denominator: number,
  printed: number,
): RecomputedPercentage {
  const [one] = recomputePercentages([{ label, numerator, denominator, printed }]);
  if (one === undefined) throw new Error('One row in, one row out');
  return one;
}
