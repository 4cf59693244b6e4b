import type { Measure } from '#/law/reference.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { MeasureResults, YearResult } from '#/schools/rules/results-by-year.ts';
import type { PooledYear } from './pooled-years.ts';

/** One population's figure for a measure and year, or why there is none. */
export interface ComparedFigure {
  readonly number: number | null;
  readonly why: string | null;
  readonly pupils: number | null;
  /** Schools behind it; `null` for one school, and for a figure published for a whole population. */
  readonly schools: number | null;
  readonly interval: readonly [number, number] | null;
}

/** Whether two figures differ by more than chance could make with so many pupils. */
export type Difference = 'higher' | 'lower' | 'no clear difference' | 'not known';

/** The year in which a school is compared: its newest with a number; where it has none, the newest there is. */
export function yearCompared({ years }: MeasureResults): SchoolYear | null {
  return (years.findLast(({ number }) => number !== null) ?? years.at(-1))?.year ?? null;
}

/** A school's own figure in a year; one that the files do not have says so. */
export function figureOfSchool(results: MeasureResults | undefined, year: SchoolYear): ComparedFigure {
  const found: YearResult | undefined = results?.years.find((one) => one.year === year);
  if (found === undefined)
    return { number: null, why: 'no file imported has it', pupils: null, schools: null, interval: null };
  const { number, why, pupils, interval } = found;
  return { number, why, pupils, schools: null, interval };
}

/** The figure of many schools added together. */
export function figureOfPooled({ number, why, pupils, schools, interval }: PooledYear): ComparedFigure {
  return {
    number,
    why,
    pupils: number === null ? null : pupils,
    schools: number === null ? null : schools,
    interval,
  };
}

/** Whether the first is higher or lower than the second by more than their chances together could make. */
export function differenceOf(one: ComparedFigure, other: ComparedFigure): Difference {
  if (one.number === null || other.number === null || one.interval === null) return 'not known';
  const half = (figure: ComparedFigure): number =>
    figure.interval === null ? 0 : (figure.interval[1] - figure.interval[0]) / 2;
  const gap = one.number - other.number;
  if (Math.abs(gap) <= Math.hypot(half(one), half(other))) return 'no clear difference';
  return gap > 0 ? 'higher' : 'lower';
}

/** Measures in which a school has a figure, or a reason for none, in its newest two years of any measure. */
export function measuresCompared(
  results: readonly MeasureResults[],
  measures: readonly Measure[],
): readonly MeasureResults[] {
  const usable = results.filter(({ measure }) =>
    measures.some(({ id, kind, better }) => id === measure && kind !== 'count' && better !== 'neither'),
  );
  return usable.filter(({ years }) => years.some(({ number }) => number !== null));
}
