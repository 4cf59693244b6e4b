import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { ResultInHistory } from '#/schools/rules/history.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import type { Settings } from './school-then.ts';

export type Direction = 'rising' | 'level' | 'falling' | 'not known';

export interface DirectionOfResults {
  readonly direction: Direction;
  /** The years read, oldest first; empty where there are too few. */
  readonly years: readonly SchoolYear[];
  /** Standard deviations between schools from the first year to the last, on average of the measures read. */
  readonly change: number;
}

/**
 * Whether results rose, stayed level or fell over the last years known on the day: each measure against itself, its first
 * year against its last, as a place among England's schools. (Rules 2.1 and 2.2.)
 */
export function directionOfResults(
  results: readonly ResultInHistory[],
  asAt: IsoDate,
  { years, change: enough }: Settings['results'],
): DirectionOfResults {
  const known = results.filter(({ knownOn }) => knownOn <= asAt);
  const newest = Math.max(...known.map(({ year }) => year));
  const read = known.filter(({ year }) => year > newest - years);
  const changes = [...Map.groupBy(read, ({ measure }) => measure).values()].flatMap((ofMeasure) => {
    const ordered = ofMeasure.toSorted((a, b) => a.year - b.year);
    const [first, last] = [ordered[0], ordered.at(-1)];
    return first === undefined || last === undefined || first.year === last.year
      ? []
      : [{ years: [first.year, last.year], by: last.place - first.place }];
  });
  if (changes.length === 0) return { direction: 'not known', years: [], change: 0 };
  const change = changes.reduce((sum, { by }) => sum + by, 0) / changes.length;
  return {
    direction: change >= enough ? 'rising' : change <= -enough ? 'falling' : 'level',
    years: [...new Set(changes.flatMap((one) => one.years))].toSorted((a, b) => a - b),
    change,
  };
}

/** What is read for the direction: how pupils did at the end of primary and of secondary school. */
export const achievement: readonly MeasureId[] = [
  'ks2-rwm-level-4',
  'ks2-rwm-expected',
  'ks2-reading-two-levels',
  'ks2-writing-two-levels',
  'ks2-maths-two-levels',
  'ks2-reading-progress',
  'ks2-writing-progress',
  'ks2-maths-progress',
  'ks4-english-maths-a-c',
  'ks4-attainment-8',
  'ks4-progress-8',
];
