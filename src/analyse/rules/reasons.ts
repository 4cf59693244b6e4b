import type { IndicatorId, Reading } from './reading.ts';

/** Where points are equal: what a person would name first. */
const order: readonly IndicatorId[] = [
  'last-inspection',
  'attainment',
  'progress',
  'two-inspections',
  'judgement-profile',
  'trend',
  'overdue-inspection',
];

/** Up to three strongest reasons, worst first; where nothing gives concern, what speaks for the school. */
export function strongestReasons(readings: readonly Reading[]): readonly string[] {
  return strongestFirst(readings)
    .slice(0, 3)
    .map(({ reason }) => reason);
}

/** The strongest reason in one line, for lists: `Attainment: 34% (pooled, 102 pupils), England 61% (2022/23 to 2024/25)`. */
export function reasonInBrief(readings: readonly Reading[]): string | null {
  const [strongest] = strongestFirst(readings);
  if (strongest === undefined) return null;
  const { title, shown, number, unit, threshold } = strongest;
  const measured = number !== null && unit !== 'years' && unit !== 'grade';
  return `${title}: ${shown}${measured ? `, ${threshold}` : ''}`;
}

function strongestFirst(readings: readonly Reading[]): readonly Reading[] {
  return readings
    .filter(({ state }) => state === 'read')
    .toSorted((a, b) => b.points - a.points || order.indexOf(a.indicator) - order.indexOf(b.indicator));
}
