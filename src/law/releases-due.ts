import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import type { OfficialPublication, ReleaseDate } from './reference.ts';

/** One release of one school year, with the day it came or the month it usually comes in. */
export interface ExpectedRelease {
  readonly publication: OfficialPublication['id'];
  readonly year: SchoolYear;
  readonly release: ReleaseDate['release'];
  /** `2026-12`: the month it came in, or is expected in. */
  readonly month: string;
  /** The day, where the reference data has it; whether that day is confirmed stands there. */
  readonly on: IsoDate | null;
}

/**
 * Every release of a publication that comes by school year, oldest first, up to the end of the year after the date asked:
 * those up to the date should be out, the first after it is due next.
 */
function expectedReleases(
  publication: OfficialPublication,
  calendar: readonly ReleaseDate[],
  date: IsoDate,
): readonly ExpectedRelease[] {
  const { releases = [], firstYear, lastYear, withoutYears } = publication;
  if (firstYear === null) return [];
  const last = lastYear ?? Number(date.slice(0, 4)) + 1;
  const years = Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index);
  return years
    .filter((year) => !withoutYears.includes(year))
    .flatMap((year) =>
      releases.map(({ release, month, yearsAfter }) => {
        const on =
          calendar.find(
            (one) =>
              one.publication === publication.publication && one.year === year && one.release === release,
          )?.on ?? null;
        const usual = `${year + yearsAfter}-${String(month).padStart(2, '0')}`;
        return { publication: publication.id, year, release, month: on?.slice(0, 7) ?? usual, on };
      }),
    )
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

/** For order only: a month without a day counts as its last. */
function dayOf({ month, on }: ExpectedRelease): IsoDate {
  return on ?? `${month}-31`;
}

/**
 * What of a publication should be out by a date, newest first, and what is due next. Nothing is due of one that has ended
 * or does not come by school year.
 */
export function releasesDue(
  publication: OfficialPublication,
  calendar: readonly ReleaseDate[],
  date: IsoDate,
): { readonly out: readonly ExpectedRelease[]; readonly next: ExpectedRelease | null } {
  const expected = expectedReleases(publication, calendar, date);
  return {
    out: expected.filter((one) => dayOf(one) <= date).toReversed(),
    next: expected.find((one) => dayOf(one) > date) ?? null,
  };
}
