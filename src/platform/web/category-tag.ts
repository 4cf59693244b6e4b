/** What a tag needs of a proposed category. */
export interface TaggedCategory {
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
  /** Colour of the group in the scheme; `null` where there is no group or the scheme is not known. */
  readonly tone: 'high' | 'raised' | 'low' | 'none' | null;
}

export interface CategoryTag {
  /** The letter or number of the category, or nothing where it is called by its words, or where there is none. */
  readonly code: string;
  readonly meaning: string;
  /** Colour by how much concern the group is; the words say the same without it. */
  readonly style: string;
}

/** A category as a tag: its code, its meaning in words, and the colour of its group. */
export function categoryTag({ category, meaning, tone }: TaggedCategory): CategoryTag {
  const known = category !== 'insufficient evidence';
  return {
    code: known && !saysItself(category, meaning) ? category : '',
    meaning: known ? meaning : 'Insufficient evidence',
    style: `mt-category mt-category--${tone ?? 'unknown'}`,
  };
}

/** A category that is called by words is not named twice: `Cause for concern`, not `cause for concern Cause for concern`. */
export function saysItself(category: string, meaning: string): boolean {
  return category.length > 3 && meaning.toLowerCase().startsWith(category.toLowerCase());
}
