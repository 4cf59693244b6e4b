import { whyNoFigure } from '#/law/comparable-years.ts';
import type { Measure } from '#/law/reference.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { Missing, ReleaseStatus } from '#/schools/rules/value.ts';
import { wilsonInterval } from '#/statistics/interval.ts';
import { sharesOfPupils } from './shares-of-pupils.ts';

/** One year of many schools added together, or why there is no number. */
export interface PooledYear {
  readonly year: SchoolYear;
  readonly number: number | null;
  /** Why there is none, in words; `null` when there is a number. */
  readonly why: string | null;
  /** Pupils who reached the standard; `null` for a mean. */
  readonly reached: number | null;
  readonly pupils: number;
  readonly schools: number;
  /** Schools of the files without a number, and those whose pupils are not stated. */
  readonly without: number;
  /** Range of plausible values of 95%: how far chance alone could move the number with so many pupils. */
  readonly interval: readonly [number, number] | null;
  /** The least firm release behind the number. */
  readonly status: ReleaseStatus | null;
  readonly sources: readonly string[];
}

/**
 * Fewer pupils than this are told by no number: the tables themselves suppress results of five pupils or fewer (key
 * stage 2 and 4 school performance tables, guide to the data).
 */
export const fewestPupils = 6;

const firmness: readonly ReleaseStatus[] = ['provisional', 'not stated', 'revised', 'final'];
const z95 = 1.959964;

/**
 * Results added together year by year, from the first year to the last: each pupil counts the same, and percentages are
 * computed from the pupils counted. A year in between without a number is kept and says why.
 */
export function pooledYears(
  rows: readonly PooledResult[],
  measure: Measure,
  span: readonly [SchoolYear, SchoolYear] | null = spanOf(rows),
): readonly PooledYear[] {
  if (span === null) return [];
  const [first, last] = span;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) =>
    pooledYear(
      year,
      rows.filter((row) => row.year === year),
      measure,
    ),
  );
}

/** The first and the last year of which anything is told. */
export function spanOf(rows: readonly PooledResult[]): readonly [SchoolYear, SchoolYear] | null {
  const years = rows.map(({ year }) => year);
  return years.length === 0 ? null : [Math.min(...years), Math.max(...years)];
}

function pooledYear(year: SchoolYear, rows: readonly PooledResult[], measure: Measure): PooledYear {
  const sum = (of: (row: PooledResult) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const pupils = sum((row) => row.pupils);
  const reached = sharesOfPupils(measure) ? sum((row) => row.reached) : null;
  const enough = pupils >= fewestPupils;
  const number = !enough
    ? null
    : reached === null
      ? sum((row) => row.weighted) / pupils
      : (100 * reached) / pupils;
  const statuses = new Set(rows.flatMap((row) => row.statuses));
  return {
    year,
    number,
    why: enough ? null : whyNone(rows, pupils, year, measure),
    reached: enough ? reached : null,
    pupils: enough ? pupils : 0,
    schools: enough ? sum((row) => row.schools) : 0,
    without: sum((row) => row.withoutCohort + Object.values(row.missing).reduce((all, one) => all + one, 0)),
    interval: number === null ? null : intervalOf(number, pupils, measure),
    status: number === null ? null : (firmness.find((status) => statuses.has(status)) ?? null),
    sources: [...new Set(rows.flatMap((row) => row.sources))].toSorted(),
  };
}

function whyNone(rows: readonly PooledResult[], pupils: number, year: SchoolYear, measure: Measure): string {
  if (pupils > 0) return `suppressed: fewer than ${fewestPupils} pupils`;
  if (rows.length === 0) return whyNoFigure(measure, year);
  if (rows.some((row) => row.withoutCohort > 0)) return 'not added up: the tables do not state the pupils';
  const reasons: readonly (readonly [Missing, string])[] = [
    ['suppressed', 'suppressed: too few pupils'],
    ['not yet known', 'not yet known'],
    ['not applicable', 'not applicable'],
  ];
  return reasons.find(([reason]) => rows.some((row) => row.missing[reason] > 0))?.[1] ?? 'not published';
}

function intervalOf(number: number, pupils: number, measure: Measure): readonly [number, number] | null {
  if (sharesOfPupils(measure)) {
    const { low, high } = wilsonInterval((number / 100) * pupils, pupils);
    return [100 * low, 100 * high];
  }
  if (measure.pupilSd === undefined) return null;
  const half = (z95 * measure.pupilSd.number) / Math.sqrt(pupils);
  return [number - half, number + half];
}

/** A difference between two groups of pupils in one year, in the measure's unit. */
export interface GapYear {
  readonly year: SchoolYear;
  /** The first group less the second; `null` where one of the two has no number. */
  readonly gap: number | null;
  readonly why: string | null;
  readonly interval: readonly [number, number] | null;
}

/** The gap between one group of pupils and another, year by year, with how far chance alone could move it. */
export function gapYears(group: readonly PooledYear[], others: readonly PooledYear[]): readonly GapYear[] {
  return group.flatMap((one): readonly GapYear[] => {
    const other = others.find(({ year }) => year === one.year);
    if (other === undefined) return [];
    if (one.number === null || other.number === null)
      return [{ year: one.year, gap: null, why: one.why ?? other.why, interval: null }];
    const gap = one.number - other.number;
    const half = Math.hypot(halfOf(one), halfOf(other));
    return [{ year: one.year, gap, why: null, interval: half === 0 ? null : [gap - half, gap + half] }];
  });
}

function halfOf({ interval }: PooledYear): number {
  return interval === null ? 0 : (interval[1] - interval[0]) / 2;
}
