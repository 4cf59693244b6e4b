import { saysItself, type TaggedCategory } from './category-tag.ts';

/** How categories and schemes are named on pages and in downloads. Pure. */

/** What a scheme of categories must say of itself to be named; `Scheme` has this shape. */
export interface NamedScheme {
  readonly title: string;
  readonly categories: readonly {
    readonly code: string;
    readonly meaning: string;
    readonly group: string;
  }[];
  /** What schools are told, most concern first. */
  readonly groups: readonly NamedGroup[];
}

interface NamedGroup {
  readonly name: string;
  readonly tone: NonNullable<TaggedCategory['tone']>;
}

/**
 * A category with its meaning and group, because the letters are not in order of quality: none stands alone. What is
 * not in the scheme is insufficient evidence, which is an answer too; without the scheme there is only the code.
 */
export function categoryOf(scheme: NamedScheme | null, code: string): TaggedCategory {
  if (scheme === null) return { category: code, meaning: '', group: null, tone: null };
  const category = scheme.categories.find((one) => one.code === code);
  return category === undefined
    ? { category: 'insufficient evidence', meaning: 'Insufficient evidence', group: null, tone: null }
    : {
        category: code,
        meaning: category.meaning,
        group: category.group,
        tone: toneOf(scheme, category.group),
      };
}

function toneOf(scheme: NamedScheme, group: string): TaggedCategory['tone'] {
  return scheme.groups.find(({ name }) => name === group)?.tone ?? null;
}

/** A category in a line of a list: `B3 Requires improvement`. */
export function categoryInALine(scheme: NamedScheme | null, code: string): string {
  const { category, meaning } = categoryOf(scheme, code);
  return codeAndMeaning(category, meaning);
}

/** `B3 Requires improvement`; a category that is called by its words has no other code. */
export function codeAndMeaning(category: string, meaning: string): string {
  const letters = category === 'insufficient evidence' || saysItself(category, meaning) ? '' : category;
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
