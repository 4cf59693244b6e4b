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
  return readings
    .filter(({ state }) => state === 'read')
    .toSorted((a, b) => b.points - a.points || order.indexOf(a.indicator) - order.indexOf(b.indicator))
    .slice(0, 3)
    .map(({ reason }) => reason);
}
