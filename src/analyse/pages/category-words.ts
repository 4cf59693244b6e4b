import type { SchemeRead } from '#/analyse/actions/analysis-read.ts';
import { categoryTag, type CategoryTag, type TaggedCategory } from '#/platform/web/category-tag.ts';

type Scheme = SchemeRead['scheme'];

/** A category of the scheme, or insufficient evidence, which is an answer too. */
export function categoryOf(scheme: Scheme, code: string): TaggedCategory {
  const category = scheme.categories.find((one) => one.code === code);
  return category === undefined
    ? { category: 'insufficient evidence', meaning: 'Insufficient evidence', group: null }
    : { category: code, meaning: category.meaning, group: category.group };
}

/** A code as a tag with its meaning: the letters are not in order of quality, so none stands alone. */
export function tagOf(scheme: Scheme | null, code: string): CategoryTag {
  return categoryTag(
    scheme === null ? { category: code, meaning: '', group: null } : categoryOf(scheme, code),
  );
}

/** A code with its meaning in a line of text: `B3 Requires improvement`. */
export function categoryInWords(scheme: Scheme | null, code: string): string {
  const { code: letters, meaning } = tagOf(scheme, code);
  return [letters, meaning].filter((part) => part !== '').join(' ');
}

/** A meaning without what it says in brackets, for lists; the school's own page and the scheme's say all of it. */
export function inBrief(meaning: string): string {
  return meaning.replaceAll(/ \([^)]*\)/g, '');
}

/** What a scheme is called: `Norfolk 2013`. */
export function schemeTitle(scheme: Scheme | null): string {
  return scheme?.title ?? 'a scheme that is no longer there';
}
