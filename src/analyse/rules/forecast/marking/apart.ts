import { addMonths } from '#/law/inspection-due.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** What is counted, and what is passed over because it is about the same time. */
export interface Apart<One> {
  readonly counted: readonly One[];
  readonly passedOver: readonly One[];
}

/**
 * Forecasts whose times do not overlap. Of forecasts kept every month for the next eighteen, one inspection would be counted
 * eighteen times, and a range made of so many would be far too narrow. The oldest is taken, then the next that begins when
 * its time is over; of several as at one day the one kept last.
 *
 * @param forecasts in the order in which they were kept
 */
export function forecastsApart<One extends { readonly asAt: IsoDate }>(
  forecasts: readonly One[],
  months: number,
): Apart<One> {
  const byDay = forecasts
    .map((one, kept) => ({ one, kept }))
    .toSorted((a, b) => a.one.asAt.localeCompare(b.one.asAt) || b.kept - a.kept);
  const counted: One[] = [];
  const passedOver: One[] = [];
  for (const { one } of byDay) {
    const last = counted.at(-1);
    if (last === undefined || one.asAt >= addMonths(last.asAt, months)) counted.push(one);
    else passedOver.push(one);
  }
  return { counted, passedOver };
}
