import { whyNoFigure } from '#/law/comparable-years.ts';
import type { Measure } from '#/law/reference.ts';
import { wilsonInterval } from '#/statistics/interval.ts';
import type { SchoolYear } from './dates.ts';
import type { Evidence } from './evidence.ts';
import type { MeasureId, MeasureValue } from './value.ts';

/** One year of one measure of a school, or why there is no number. */
export interface YearResult {
  readonly year: SchoolYear;
  readonly number: number | null;
  /** Why there is none, in words; `null` when there is a number. */
  readonly why: string | null;
  /** Pupils behind the number; `null` when the file does not say. */
  readonly pupils: number | null;
  /** Plausible values: the publisher's own 95% interval, or for a percentage Wilson's from its pupils. */
  readonly interval: readonly [number, number] | null;
  readonly england: number | null;
  /** The figure is a predecessor's. */
  readonly before: boolean;
  /** As published; `null` where no file has the year. */
  readonly value: MeasureValue | null;
}

/** A measure of a school, every year from its first to its last, with what broke the line. */
export interface MeasureResults {
  readonly measure: MeasureId;
  readonly title: string;
  /** `reached the expected standard in reading, writing and maths`. */
  readonly words: string;
  readonly unit: Measure['unit'];
  readonly kind: Measure['kind'];
  readonly publication: Measure['publication'];
  /** Why it has nothing in years that other measures of the school have, for whoever shows them side by side. */
  readonly otherYears: readonly { readonly year: SchoolYear; readonly why: string }[];
  readonly years: readonly YearResult[];
  readonly breaks: readonly { readonly before: SchoolYear; readonly words: string }[];
}

interface England {
  readonly measure: MeasureId;
  readonly year: SchoolYear;
  readonly number: number;
}

const whyMissing = {
  suppressed: 'suppressed: too few pupils',
  'not published': 'not published',
  'not applicable': 'not applicable',
  'not yet known': 'not yet known',
} as const;

/**
 * A school's published results for all pupils, measure by measure in the order of the reference data. A year inside the
 * span without a figure is kept and says why; a predecessor's figure stands where the school has none of its own.
 */
export function resultsByYear(
  evidence: Evidence,
  measures: readonly Measure[],
  england: readonly England[],
): readonly MeasureResults[] {
  const all = evidence.values.filter((value) => value.group === 'all');
  return measures.flatMap((measure) => {
    const values = all.filter((value) => value.measure === measure.id);
    const years = values.map((value) => value.year);
    if (values.length === 0) return [];
    const first = Math.min(...years);
    const last = Math.max(...years);
    return [
      {
        measure: measure.id as MeasureId,
        title: measure.title,
        words: measure.words,
        unit: measure.unit,
        kind: measure.kind,
        publication: measure.publication,
        otherYears: otherYears(measure, first, last, all),
        years: Array.from({ length: last - first + 1 }, (_, index) =>
          yearResult(first + index, values, measure, england, evidence.school.urn),
        ),
        breaks: measure.spans.flatMap(({ from, breakBefore }) =>
          breakBefore !== null && from > first && from <= last ? [{ before: from, words: breakBefore }] : [],
        ),
      },
    ];
  });
}

function yearResult(
  year: SchoolYear,
  values: readonly MeasureValue[],
  measure: Measure,
  england: readonly England[],
  urn: string,
): YearResult {
  const ofYear = values.filter((value) => value.year === year);
  const value = ofYear.toSorted((a, b) => rank(a, urn) - rank(b, urn))[0] ?? null;
  const number = value !== null && 'number' in value.value ? value.value.number : null;
  return {
    year,
    number,
    why: number !== null ? null : whyNone(year, value, measure),
    pupils: value?.cohort ?? null,
    interval: value === null || number === null ? null : intervalOf(value, number, measure),
    england: england.find((one) => one.measure === measure.id && one.year === year)?.number ?? null,
    before: value !== null && value.urn !== urn,
    value,
  };
}

/** Years that some measure of the school has and this one lies wholly before or after. */
function otherYears(
  measure: Measure,
  first: SchoolYear,
  last: SchoolYear,
  values: readonly MeasureValue[],
): MeasureResults['otherYears'] {
  const years = [...new Set(values.map(({ year }) => year))].toSorted((a, b) => a - b);
  const [from = first, to = last] = [years[0], years.at(-1)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((year) => year < first || year > last)
    .map((year) => ({ year, why: whyNoFigure(measure, year) }));
}

/** A number of its own, a predecessor's number, then a reason why there is none. */
function rank(value: MeasureValue, urn: string): number {
  return ('number' in value.value ? 0 : 2) + (value.urn === urn ? 0 : 1);
}

function whyNone(year: SchoolYear, value: MeasureValue | null, measure: Measure): string {
  if (value !== null && 'missing' in value.value) return whyMissing[value.value.missing];
  return whyNoFigure(measure, year);
}

function intervalOf(value: MeasureValue, number: number, measure: Measure): YearResult['interval'] {
  if (value.interval !== null) return value.interval;
  if (measure.kind !== 'proportion' || value.cohort === null || value.cohort <= 0) return null;
  const { low, high } = wilsonInterval((number / 100) * value.cohort, value.cohort);
  return [100 * low, 100 * high];
}
