/** What a tag needs of a proposed category; `Proposal` has this shape. */
export interface TaggedCategory {
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
}

export interface CategoryTag {
  /** The letter and digit, or nothing where there is no category. */
  readonly code: string;
  readonly meaning: string;
  /** Colour by the group schools are told; the words say the same without it. */
  readonly style: string;
}

/** A category as a tag: its code, its meaning in words, and the colour of its group. */
export function categoryTag(category: TaggedCategory): CategoryTag {
  const known = category.category !== 'insufficient evidence';
  return {
    code: known ? category.category : '',
    meaning: known ? category.meaning : 'Insufficient evidence',
    style: `mt-category mt-category--${category.group?.replaceAll(' ', '-') ?? 'unknown'}`,
  };
}
