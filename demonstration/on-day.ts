import type { Parts } from '#/parts.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** As things were done on that day, in its morning. */
export function onDay(parts: Parts, day: IsoDate): Parts {
  return { ...parts, today: () => day, now: () => `${day}T09:00:00.000Z` };
}
