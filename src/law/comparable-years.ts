import { schoolYearName, type SchoolYear } from '#/schools/rules/dates.ts';
import type { Measure } from './reference.ts';

type Span = Measure['spans'][number];

function spanOf(measure: Pick<Measure, 'spans'>, year: SchoolYear): Span | undefined {
  return measure.spans.find(({ from, to }) => from <= year && (to === null || year <= to));
}

/** Whether a line may be drawn from one year to another: both in one span, without a break. */
export function unbroken(measure: Measure, year: SchoolYear, other: SchoolYear): boolean {
  const span = spanOf(measure, year);
  return span !== undefined && span === spanOf(measure, other);
}

/**
 * Why there is no figure of a year, in words: the measure had not begun, had ended, or skipped the year, or the figure was
 * published and is in no file imported.
 */
export function whyNoFigure(measure: Pick<Measure, 'spans' | 'ended'>, year: SchoolYear): string {
  if (spanOf(measure, year) !== undefined) return 'no file imported has it';
  const first = measure.spans[0]?.from;
  const last = measure.spans.at(-1)?.to ?? null;
  if (measure.ended !== undefined && last !== null && year > last) {
    return `the measure ended in ${schoolYearName(last)}`;
  }
  return first !== undefined && year < first
    ? `the measure began in ${schoolYearName(first)}`
    : 'none were published';
}

/**
 * Whether two years may be read as one when school and England are both taken over the same years: in one span, or in
 * neighbouring spans whose break fell on every school alike.
 */
export function poolable(measure: Measure, year: SchoolYear, other: SchoolYear): boolean {
  const [earlier, later] = [Math.min(year, other), Math.max(year, other)];
  const from = measure.spans.findIndex((span) => span === spanOf(measure, earlier));
  const to = measure.spans.findIndex((span) => span === spanOf(measure, later));
  if (spanOf(measure, earlier) === undefined || spanOf(measure, later) === undefined) return false;
  return measure.spans.slice(from + 1, to + 1).every(({ poolWithSpanBefore }) => poolWithSpanBefore);
}
