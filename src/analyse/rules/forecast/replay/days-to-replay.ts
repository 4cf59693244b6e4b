import type { PrintedForecast, Reference } from '#/law/reference.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { addDays } from '#/schools/rules/dates.ts';

/** Years that a replay looks ahead where nobody printed days of their own. */
const yearsAhead = 3;

/** The last day on which a full inspection still began under overall grades: what is said of good ends there. */
export function lastDayOfGrades({ frameworks }: Pick<Reference, 'frameworks'>): IsoDate | null {
  const first = frameworks
    .filter(({ overall, from }) => !overall && frameworks.some((one) => one.overall && one.from < from))
    .map(({ from }) => from)
    .toSorted()[0];
  return first === undefined ? null : addDays(first, -1);
}

/** What an authority had printed of its future that knew what was known on a day, and no more. */
export function printedAsAt(
  printed: readonly PrintedForecast[],
  authority: string,
  asAt: IsoDate,
): PrintedForecast | null {
  return (
    printed.find((one) => one.authority === authority && one.knowing <= asAt && asAt <= one.publishedOn) ??
    null
  );
}

/** The days of a replay: those printed, or the end of each August and December of three years. */
export function daysToReplay(
  asAt: IsoDate,
  printed: PrintedForecast | null,
  lastOfGrades: IsoDate | null,
): readonly IsoDate[] {
  const days =
    printed === null ? endsOfTerms(asAt) : [...new Set(printed.figures.map(({ on }) => on))].toSorted();
  return days.filter((on) => lastOfGrades === null || on <= lastOfGrades);
}

function endsOfTerms(asAt: IsoDate): readonly IsoDate[] {
  const last = addMonths(asAt, 12 * yearsAhead);
  const first = Number(asAt.slice(0, 4));
  return Array.from({ length: yearsAhead + 1 }, (_, index) => [
    `${String(first + index)}-08-31`,
    `${String(first + index)}-12-31`,
  ])
    .flat()
    .filter((on) => on > asAt && on <= last);
}

/**
 * The day that is replayed where none is asked for: the end of August at which the authority printed a forecast, or the
 * last end of August of which three years are known, under overall grades.
 */
export function usualDay(
  printed: readonly PrintedForecast[],
  authority: string,
  knownUntil: IsoDate,
  lastOfGrades: IsoDate | null,
): IsoDate {
  const own = printed.find((one) => one.authority === authority);
  if (own !== undefined) {
    const august = `${own.knowing.slice(0, 4)}-08-31`;
    return august >= own.knowing && august <= own.publishedOn ? august : own.knowing;
  }
  const end = lastOfGrades !== null && lastOfGrades < knownUntil ? lastOfGrades : knownUntil;
  const before = addMonths(end, -12 * yearsAhead);
  const august = `${before.slice(0, 4)}-08-31`;
  return august <= before ? august : `${String(Number(before.slice(0, 4)) - 1)}-08-31`;
}
