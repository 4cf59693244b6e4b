import type { Day } from '#/schools/rules/dates.ts';
import { daysInYear, type Pause } from '../calendar.ts';
import { toldUntil, type Standing, type TrackedSchool } from '../tracked.ts';

/** Days of a quarter, the step in which standings move. */
export const quarterDays = daysInYear / 4;
/** A last inspection longer ago than this counts as this long ago. */
export const longestQuarters = 44;

/** A row for each standing from 1 to 4, in this order. */
export type ByStanding<Row> = readonly [Row, Row, Row, Row];

/**
 * How standings move, as a semi-Markov chain in quarters: the chance that an inspection becomes known, by standing and by
 * quarters since the last one did, and what it then finds.
 */
export interface GradePaths {
  readonly hazards: ByStanding<readonly number[]>;
  readonly outcomes: ByStanding<ByStanding<number>>;
  /** For a school without an inspection of its own, by quarters since it opened; and what its first one finds. */
  readonly firstHazards: readonly number[];
  readonly firstOutcomes: ByStanding<number>;
}

/** What is at risk and what happens in a quarter, counted. */
interface Counts {
  /** Standing (0 for not yet inspected) × quarters since × (at risk, then found at each standing). */
  readonly cells: Float64Array;
}

const width = 5;
const cellOf = (standing: number, since: number): number =>
  (standing * longestQuarters + Math.min(longestQuarters - 1, since)) * width;

/** Quarters before a day, counted back: 0 the last, 1 the one before it. */
export function quartersBefore(
  schools: readonly TrackedSchool[],
  asAt: Day,
  pauses: readonly Pause[],
): readonly Counts[] {
  const first = schools.reduce((least, { judged }) => Math.min(least, judged[0]?.known ?? asAt), asAt);
  const quarters = Array.from({ length: Math.ceil((asAt - first) / quarterDays) + 1 }, () => ({
    cells: new Float64Array(width * longestQuarters * 5),
  }));
  const back = (day: Day): number => Math.floor((asAt - day) / quarterDays);
  for (const school of schools) {
    const end = Math.min(asAt, toldUntil(school));
    const own = school.judged.filter(({ known }) => known <= end);
    for (const [index, { known, standing }] of own.entries()) {
      const next = own[index + 1];
      count(quarters, back(known), back(next?.known ?? end), standing, next?.standing ?? null);
    }
    countFirst(quarters, school, end, back);
  }
  return quarters.map((quarter, index) =>
    // A quarter in which inspection was paused says nothing of how often schools are inspected.
    pauses.some(({ from, to }) => back(to) <= index && index <= back(from))
      ? { cells: new Float64Array(0) }
      : quarter,
  );
}

function count(
  quarters: readonly Counts[],
  from: number,
  to: number,
  standing: number,
  found: Standing | null,
): void {
  for (let quarter = from - 1; quarter >= to; quarter -= 1) {
    const cells = quarters[quarter]?.cells;
    if (cells === undefined) continue;
    // At the beginning of the quarter, as `quartersSince` has it: the first whole one is entered with 0.
    const cell = cellOf(standing, from - 1 - quarter);
    cells[cell] = (cells[cell] ?? 0) + 1;
    if (quarter === to && found !== null) cells[cell + found] = (cells[cell + found] ?? 0) + 1;
  }
}

/** From the day a number was opened to the first inspection under that number. */
function countFirst(
  quarters: readonly Counts[],
  { judged, opened }: TrackedSchool,
  end: Day,
  back: (day: Day) => number,
): void {
  if (opened === null || opened > end || back(opened) >= quarters.length) return;
  const first = judged.find(({ own, known }) => own && known <= end);
  count(quarters, back(opened), back(first?.known ?? end), 0, first?.standing ?? null);
}

/** How fast the past fades: half-lives in quarters. Chosen on forecasts made from 2011 to 2017. */
export interface Fading {
  readonly hazards: number;
  readonly outcomes: number;
}
export const fading: Fading = { hazards: 2, outcomes: 4 };

/** Rows a standing is given beside what was counted, as many as this. */
const priorRows = 5;
/**
 * What inspections found by the standing before, as prior knowledge; drawn from the base rates of the handbook
 * (`docs/models`), a convention.
 */
const priorOutcomes: ByStanding<ByStanding<number>> = [
  [0.5, 0.4, 0.08, 0.02],
  [0.1, 0.65, 0.2, 0.05],
  [0.03, 0.5, 0.4, 0.07],
  [0.01, 0.35, 0.5, 0.14],
];
const priorFirst: ByStanding<number> = [0.1, 0.6, 0.25, 0.05];
/** Quarters at risk given to every cell at the rate of its whole standing. */
const priorQuarters = 6;

/**
 * The chain as at the quarter so many before the last, from what was counted before it. Chances of inspection are
 * smoothed over neighbouring quarters since the last one.
 */
export function fitGradePaths(
  quarters: readonly Counts[],
  before = 0,
  { hazards, outcomes }: Fading = fading,
): GradePaths {
  const sums = (halfLife: number): Float64Array => {
    const sum = new Float64Array(width * longestQuarters * 5);
    for (const [index, { cells }] of quarters.entries()) {
      if (index < before) continue;
      const weight = 0.5 ** ((index - before) / halfLife);
      for (const [cell, value] of cells.entries()) sum[cell] = (sum[cell] ?? 0) + weight * value;
    }
    return sum;
  };
  const atRisk = sums(hazards);
  const found = sums(outcomes);
  const rows = (standing: number) => smoothHazards(atRisk, standing);
  return {
    hazards: [rows(1), rows(2), rows(3), rows(4)],
    outcomes: [
      shares(found, 1, priorOutcomes[0]),
      shares(found, 2, priorOutcomes[1]),
      shares(found, 3, priorOutcomes[2]),
      shares(found, 4, priorOutcomes[3]),
    ],
    firstHazards: rows(0),
    firstOutcomes: shares(found, 0, priorFirst),
  };
}

function inspectedAt(cells: Float64Array, cell: number): number {
  return (cells[cell + 1] ?? 0) + (cells[cell + 2] ?? 0) + (cells[cell + 3] ?? 0) + (cells[cell + 4] ?? 0);
}

function smoothHazards(cells: Float64Array, standing: number): readonly number[] {
  const places = Array.from({ length: longestQuarters }, (_, since) => cellOf(standing, since));
  const risks = places.map((cell) => cells[cell] ?? 0);
  const events = places.map((cell) => inspectedAt(cells, cell));
  const total = risks.reduce((sum, risk) => sum + risk, 0);
  const rate = total === 0 ? 0 : events.reduce((sum, event) => sum + event, 0) / total;
  return places.map((_, since) => {
    let near = priorQuarters * rate;
    let nearRisk = priorQuarters;
    for (const [other, risk] of risks.entries()) {
      const weight = Math.exp(-0.5 * (since - other) ** 2);
      near += weight * (events[other] ?? 0);
      nearRisk += weight * risk;
    }
    return Math.min(0.95, near / nearRisk);
  });
}

function shares(cells: Float64Array, standing: number, prior: ByStanding<number>): ByStanding<number> {
  const counted = [0, 0, 0, 0];
  for (let since = 0; since < longestQuarters; since += 1) {
    const cell = cellOf(standing, since);
    for (let place = 0; place < 4; place += 1)
      counted[place] = (counted[place] ?? 0) + (cells[cell + 1 + place] ?? 0);
  }
  const all = counted.reduce((sum, number) => sum + number, priorRows);
  const share = (place: 0 | 1 | 2 | 3): number => ((counted[place] ?? 0) + priorRows * prior[place]) / all;
  return [share(0), share(1), share(2), share(3)];
}
