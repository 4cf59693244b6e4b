import type { OfficialPublication, ReleaseDate } from '#/law/reference.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';

/** One release of one school year, and when it came or is expected. */
export interface Release {
  readonly year: SchoolYear;
  readonly release: 'provisional' | 'revised' | 'final';
  /** The month it usually comes in, `2026-02`; of a release whose day is known, that day's month. */
  readonly month: string;
  /** The day, where `reference/release-dates.json` has it. */
  readonly on: IsoDate | null;
}

/** A file that was imported, as far as releases go. */
export interface Held {
  readonly year: SchoolYear | null;
  readonly status: ReleaseStatus;
}

const firmness = { provisional: 0, revised: 1, final: 2 } as const;

/**
 * Every release of a yearly publication up to a year after a day, oldest first: what has been published, by the calendar
 * and the usual months, and what is expected next.
 */
export function releasesOf(
  publication: OfficialPublication,
  calendar: readonly ReleaseDate[],
  today: IsoDate,
): readonly Release[] {
  const { releases = [], firstYear, lastYear, withoutYears } = publication;
  if (firstYear === null) return [];
  const newest = Math.min(lastYear ?? Infinity, Number(today.slice(0, 4)) + 1);
  const found: Release[] = [];
  for (let year = firstYear; year <= newest; year += 1) {
    if (withoutYears.includes(year)) continue;
    for (const { release, month, yearsAfter } of releases) {
      const known = calendar.find(
        (one) => one.publication === publication.publication && one.year === year && one.release === release,
      );
      const usual = `${year + yearsAfter}-${String(month).padStart(2, '0')}`;
      found.push({ year, release, month: known?.on.slice(0, 7) ?? usual, on: known?.on ?? null });
    }
  }
  return found.toSorted((a, b) => a.month.localeCompare(b.month) || a.year - b.year);
}

/** Whether a release is out: its day has come; where only the month is known, the month is over. */
export function isOut({ month, on }: Release, today: IsoDate): boolean {
  return on === null ? month < today.slice(0, 7) : on <= today;
}

/** Whether this release, or a firmer one of the same year, is held. A file that does not say what it is counts as any. */
export function isHeld({ year, release }: Release, held: readonly Held[]): boolean {
  return held.some(
    (one) => one.year === year && (one.status === 'not stated' || firmness[one.status] >= firmness[release]),
  );
}
