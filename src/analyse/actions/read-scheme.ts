import { printedFigures } from '#/analyse/rules/printed-figures.ts';
import { conditionInWords, type Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { SchemeRead } from './analysis-read.ts';
import { schemeAsked } from './scheme-asked.ts';
import { whatFollows, type WhatFollows } from './what-follows.ts';
import { schemesOf } from './schemes-of.ts';

/** A scheme as a person applies it by hand: its table in words, its printed figures recomputed. */
export function describeScheme(scheme: Scheme): SchemeRead {
  return {
    scheme,
    conditions: scheme.rules.map((rule) => rule.when.map((one) => conditionInWords(one, scheme))),
    printed: scheme.published === undefined ? null : printedFigures(scheme.published),
  };
}

/** A scheme of an authority, with every other one it could use. For everyone: a head can check a category by hand. */
export interface SchemeOfAuthority extends SchemeRead {
  readonly authority: AuthorityInStore;
  readonly schemes: readonly { readonly id: string; readonly title: string }[];
  /** The one that the next analysis uses. */
  readonly inUse: { readonly id: string; readonly title: string };
  /** What follows from a category for what authority and school do with one another. */
  readonly follows: WhatFollows;
  /** Who took it on, when (ISO 8601, UTC) and why; `null` where it is the usual one. */
  readonly adopted: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** The scheme named, or the one the authority uses. */
export async function readScheme(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  id?: string,
): Promise<SchemeOfAuthority> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'read published data', authority.slug);
  const known = await schemesOf(parts, person, authority.slug);
  const [scheme, inUse] = answersOrFailures(
    schemeAsked(known, id, parts.today()),
    schemeAsked(known, undefined, parts.today()),
  );
  const adoption = known.adopted.find((one) => one.id === scheme.id);
  return {
    ...describeScheme(scheme),
    authority,
    follows: whatFollows(scheme, parts.reference(), parts.today()),
    schemes: known.all.map((one) => ({ id: one.id, title: one.title })),
    inUse: { id: inUse.id, title: inUse.title },
    adopted:
      adoption === undefined ? null : { by: adoption.adoptedBy, at: adoption.adoptedAt, why: adoption.why },
  };
}
