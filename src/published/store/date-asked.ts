import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';

/**
 * The date a person asks about, as they wrote it. Nothing is known of tomorrow: a date after today is a slip of the
 * pen. What cannot be read comes back as the failure to tell.
 */
export function dateAsked(text: string, today: IsoDate): IsoDate | KnownError {
  const date = readDate(text);
  if (date === null) {
    return new KnownError('date-invalid', `“${text}” is not a date.`, [
      'Write it as 2025-08-31, 31/08/2025 or 31 August 2025.',
    ]);
  }
  if (date > today) {
    return new KnownError('date-invalid', `${date} is in the future: nothing is known of it yet.`, [
      `Ask as at today (${today}) or earlier.`,
    ]);
  }
  return date;
}
