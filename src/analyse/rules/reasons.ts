import type { IndicatorId, Reading } from './reading.ts';

/** Where points are equal: what a person would name first. */
const order: readonly IndicatorId[] = [
  'last-inspection',
  'attainment',
  'progress',
  'two-inspections',
  'judgement-profile',
  'trend',
  'disadvantage-gap',
  'attendance',
  'exclusions',
  'early-years',
  'leadership',
  'finance',
  'governance',
  'staffing',
  'roll',
  'overdue-inspection',
];

/** Up to three strongest reasons, worst first; where nothing gives concern, what speaks for the school. */
export function strongestReasons(readings: readonly Reading[]): readonly string[] {
  return strongestFirst(readings)
    .slice(0, 3)
    .map(({ reason }) => reason);
}

/** Held against a figure that a list has room for. */
const heldAgainst: readonly IndicatorId[] = ['attainment', 'progress'];

/** The strongest reason in one line, for lists: `Attainment: 34% (pooled, 102 pupils), against England 61% (2022/23 to 2024/25)`. */
export function reasonInBrief(readings: readonly Reading[]): string | null {
  const [strongest] = strongestFirst(readings);
  if (strongest === undefined) return null;
  const { indicator, title, shown, threshold } = strongest;
  // `Progress 8 −0.85` names itself.
  const what = shown.startsWith(title) ? shown : `${title}: ${shown}`;
  return heldAgainst.includes(indicator) ? `${what}, against ${threshold}` : what;
}

function strongestFirst(readings: readonly Reading[]): readonly Reading[] {
  return readings
    .filter(({ state }) => state === 'read')
    .toSorted((a, b) => b.points - a.points || order.indexOf(a.indicator) - order.indexOf(b.indicator));
}
