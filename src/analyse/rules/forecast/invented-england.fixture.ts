import { loadReference } from '#/law/reference.ts';
import { addDays, dateOf, dayOf } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, SchoolHistory } from '#/schools/rules/history.ts';
import { graded, historyWith } from './marking/marking.fixture.ts';
import { trackSchool, type TrackedSchool } from './tracked.ts';

const reference = loadReference();

export function tracked(changes: Partial<SchoolHistory> = {}): TrackedSchool {
  return trackSchool(historyWith(changes), reference);
}

/** Numbers from 0 to 1, the same in every run. */
export function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How the invented schools are inspected: each quarter with a chance, then found at each standing by the one before. */
export interface Drawn {
  readonly hazards: readonly [number, number, number, number];
  readonly outcomes: readonly (readonly [number, number, number, number])[];
  readonly schools: number;
  readonly from: string;
  readonly until: string;
  /** Adds to the chance of being below good for a school so many standard deviations above England in progress. */
  readonly byProgress?: number;
}

/** A pace of inspection and what it finds, about as England's. */
export const inventedPace = {
  hazards: [0.04, 0.08, 0.15, 0.25],
  outcomes: [
    [0.5, 0.35, 0.1, 0.05],
    [0.1, 0.65, 0.2, 0.05],
    [0.05, 0.55, 0.3, 0.1],
    [0, 0.3, 0.5, 0.2],
  ],
} as const satisfies Pick<Drawn, 'hazards' | 'outcomes'>;

/** Invented primary schools of ten authorities, each inspected first on a day in the first year. */
export function inventedSchools(drawn: Drawn, seed = 1): readonly TrackedSchool[] {
  const draw = drawsFrom(seed);
  return Array.from({ length: drawn.schools }, (_, index) => oneSchool(index, drawn, draw));
}

function oneSchool(index: number, drawn: Drawn, draw: () => number): TrackedSchool {
  const urn = String(100_000 + index);
  const place = 2 * (draw() + draw() + draw() - 1.5);
  const inspections: InspectionInHistory[] = [];
  let standing = 1 + chosen([0.2, 0.5, 0.25, 0.05], draw());
  let day = dayOf(drawn.from) + Math.floor(draw() * 365);
  while (day < dayOf(drawn.until)) {
    inspections.push(graded(addDays(dateOf(day), -35), standing as 1 | 2 | 3 | 4, urn));
    do day += 365.25 / 4;
    while (day < dayOf(drawn.until) && draw() >= (drawn.hazards[standing - 1] ?? 0));
    day = Math.floor(day);
    const [first = 0, second = 0, third = 0, fourth = 0] = drawn.outcomes[standing - 1] ?? [];
    const tilt = (drawn.byProgress ?? 0) * place;
    standing = 1 + chosen([first, Math.max(0, second - tilt), Math.max(0, third + tilt), fourth], draw());
  }
  return tracked({
    urn,
    authority: `county-${index % 10}`,
    inspections,
    followedUntil: drawn.until,
    results: [2013, 2014, 2015, 2016, 2017, 2018, 2019].map((year) => ({
      measure: 'ks2-reading-progress' as const,
      year,
      knownOn: addDays(`${year}-12-01`, index % 20),
      place,
      cohort: 30,
    })),
  });
}

function chosen(chances: readonly number[], draw: number): number {
  let sum = 0;
  const all = chances.reduce((total, chance) => total + chance, 0);
  const place = chances.findIndex((chance) => (sum += chance / all) > draw);
  return place === -1 ? chances.length - 1 : place;
}

/** Told of after a day: inspections and results that nobody could know on it. */
export function knowingMore(school: TrackedSchool, after: string): TrackedSchool {
  const { history } = school;
  return trackSchool(
    {
      ...history,
      inspections: [
        ...history.inspections,
        // Started before the last inspection in force, and heard of only now.
        { ...graded('2005-01-10', 4, history.urn), knownOn: addDays(after, 1) },
        { ...graded(addDays(after, -20), 4, history.urn), knownOn: addDays(after, 15) },
        graded(addDays(after, 200), 1, history.urn),
      ],
      results: [
        ...history.results,
        { measure: 'ks2-reading-progress', year: 2018, knownOn: addDays(after, 1), place: -3, cohort: 90 },
      ],
    },
    reference,
  );
}
