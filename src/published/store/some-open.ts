import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';

/**
 * The evidence of the schools that were open on the date. Of no school nothing can be said: that is told, never answered
 * with a page of noughts.
 *
 * @throws KnownError when no school known was open
 */
export function someOpen(whose: string, asAt: IsoDate, evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length > 0) return evidence;
  throw new KnownError(
    'nothing-imported',
    `The files imported know of no school of ${whose} that was open on ${asAt}.`,
    ['Ask as at a later date, or import a register of schools from that time.'],
  );
}
