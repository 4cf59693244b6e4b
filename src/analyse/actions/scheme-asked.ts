import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Reference } from '#/law/reference.ts';
import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/**
 * The scheme a person names, or the newest in force on the date. Where none was in force yet, the earliest is applied:
 * looking back with today's eyes is allowed, and the run says which scheme it used.
 */
export function schemeAsked(reference: Reference, id: string | undefined, on: IsoDate): Scheme | KnownError {
  const schemes = reference.schemes.toSorted((a, b) => b.from.localeCompare(a.from));
  const inForce = schemes.find(({ from, to }) => from <= on && (to === null || on <= to));
  const scheme = id === undefined ? (inForce ?? schemes.at(-1)) : schemes.find((one) => one.id === id);
  if (scheme !== undefined) return scheme;
  return new KnownError('not-found', `There is no scheme of categories called “${id ?? ''}”.`, [
    `There are: ${schemes.map((one) => one.id).join(', ')}`,
  ]);
}
