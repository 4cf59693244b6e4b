import type { IsoDate } from '#/schools/rules/dates.ts';

/** One area of one scoping audit. */
export interface AreaGraded {
  readonly area: string;
  readonly grade: string;
}

/** How often an area was found in need of improvement, of the audits that looked at it. */
export interface CommonArea {
  readonly area: string;
  readonly toImprove: number;
  readonly lookedAt: number;
}

/** Grades below what is expected, in the words of each framework (`reference/inspection-frameworks.json`). */
const belowExpected = new Set([
  ...['Satisfactory', 'Requires improvement', 'Inadequate'],
  ...['Needs attention', 'Urgent improvement', 'Not met'],
]);

const notLookedAt = 'Not looked at';

/**
 * Areas by how many audits found them in need of improvement, the most first. Areas of different frameworks are not the same
 * and are counted apart, under their own names.
 */
export function commonAreas(areas: readonly AreaGraded[]): readonly CommonArea[] {
  const lookedAt = areas.filter(({ grade }) => grade !== '' && grade !== notLookedAt);
  return [...Map.groupBy(lookedAt, ({ area }) => area)]
    .map(([area, some]) => ({
      area,
      toImprove: some.filter(({ grade }) => belowExpected.has(grade)).length,
      lookedAt: some.length,
    }))
    .toSorted((a, b) => b.toImprove - a.toImprove || a.area.localeCompare(b.area, 'en-GB'));
}

/** Whether something done on a day was done within the year that ends on another. */
export function isWithinAYear(on: IsoDate, asAt: IsoDate): boolean {
  const aYearBefore = `${String(Number(asAt.slice(0, 4)) - 1)}${asAt.slice(4)}`;
  return aYearBefore < on && on <= asAt;
}
