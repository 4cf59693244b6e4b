import type { Adoption } from '#/analyse/records/adopted-schemes.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Reference } from '#/law/reference.ts';
import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** The schemes an authority can use. */
export interface KnownSchemes {
  /** Those of `reference/`, and every version of the authority's own, newest first. */
  readonly all: readonly Scheme[];
  /** The one it has taken on; `null` until it has. */
  readonly chosen: Scheme | null;
}

/** What there is for everyone, and what an authority has adopted (newest first). */
export function knownSchemes(reference: Reference, adopted: readonly Adoption[] = []): KnownSchemes {
  const own = adopted.filter((one) => one.own).map(({ scheme }) => scheme);
  const all = [...own, ...reference.schemes];
  const [newest] = adopted;
  return {
    all,
    // A scheme of ours is taken as it is now: its file says what has changed. Gone, it is taken as adopted.
    chosen: newest === undefined ? null : (all.find(({ id }) => id === newest.id) ?? newest.scheme),
  };
}

/**
 * The scheme a person names; or the one the authority has taken on; or the usual one in force on the date. Where none was
 * in force yet, the earliest is applied: looking back with today's eyes is allowed, and the run says which scheme it used.
 */
export function schemeAsked(known: KnownSchemes, id: string | undefined, on: IsoDate): Scheme | KnownError {
  const usual = known.all
    .filter((scheme) => scheme.usual === true)
    .toSorted((a, b) => b.from.localeCompare(a.from));
  const inForce = usual.find(({ from, to }) => from <= on && (to === null || on <= to));
  const scheme =
    id === undefined
      ? (known.chosen ?? inForce ?? usual.at(-1))
      : known.all.find((one) => one.id === id || one.id.startsWith(`${id}:`));
  if (scheme !== undefined) return scheme;
  return new KnownError('not-found', `There is no scheme of categories called “${id ?? ''}”.`, [
    `There are: ${known.all.map((one) => one.id).join(', ')}`,
  ]);
}
