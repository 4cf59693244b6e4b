import type { TaggedCategory } from './category-tag.ts';

/** How categories and schemes are named on pages and in downloads. Pure. */

/** What a scheme of categories must say of itself to be named; `Scheme` has this shape. */
export interface NamedScheme {
  readonly title: string;
  readonly categories: readonly {
    readonly code: string;
    readonly meaning: string;
    readonly group: string;
  }[];
}

/**
 * A category with its meaning and group, because the letters are not in order of quality: none stands alone. What is
 * not in the scheme is insufficient evidence, which is an answer too; without the scheme there is only the code.
 */
export function categoryOf(scheme: NamedScheme | null, code: string): TaggedCategory {
  if (scheme === null) return { category: code, meaning: '', group: null };
  const category = scheme.categories.find((one) => one.code === code);
  return category === undefined
    ? { category: 'insufficient evidence', meaning: 'Insufficient evidence', group: null }
    : { category: code, meaning: category.meaning, group: category.group };
}

/** A category in a line of a list: `B3 Requires improvement`. */
export function categoryInALine(scheme: NamedScheme | null, code: string): string {
  const { category, meaning } = categoryOf(scheme, code);
  const letters = category === 'insufficient evidence' ? '' : category;
  return `${letters} ${inBrief(meaning)}`.trim();
}

/** A meaning without what it says in brackets, for lists; the school's own page and the scheme's say all of it. */
export function inBrief(meaning: string): string {
  return meaning.replaceAll(/ \([^)]*\)/g, '');
}

/** What a scheme is called: `Norfolk 2013`. */
export function schemeTitle(scheme: NamedScheme | null): string {
  return scheme?.title ?? 'a scheme that is no longer there';
}
