import type { InspectionPause } from '#/law/reference.ts';
import { addMonths } from '#/law/inspection-due.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';

export const daysInYear = 365.25;

/** Days on which no school was inspected as a matter of course. */
export interface Pause {
  readonly from: Day;
  readonly to: Day;
}

export function pausesOf(pauses: readonly Pick<InspectionPause, 'from' | 'to'>[]): readonly Pause[] {
  return pauses.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));
}

/** Years from one day to another in which schools were inspected. */
export function inspectionYears(from: Day, to: Day, pauses: readonly Pause[]): number {
  const paused = pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(pause.to, to) - Math.max(pause.from, from)),
    0,
  );
  return (to - from - paused) / daysInYear;
}

export function touchesPause(from: Day, to: Day, pauses: readonly Pause[]): boolean {
  return pauses.some((pause) => pause.from < to && from < pause.to);
}

/** The windows of so many months, each so many months after the last, that end by a date; newest last. */
export function windowsUntil(
  end: IsoDate,
  { months, every, back }: { readonly months: number; readonly every: number; readonly back: number },
): readonly { readonly from: Day; readonly to: Day }[] {
  const count = Math.floor((back - months) / every) + 1;
  return Array.from({ length: count }, (_, index) => {
    const to = addMonths(end, -index * every);
    return { from: dayOf(addMonths(to, -months)), to: dayOf(to) };
  }).toReversed();
}
