/** What each rating means, from 1 to 4. */
export const ratingWords = ['Not at all', 'In part', 'Mostly', 'Fully'] as const;

/** What a school says of each aspect of its challenge partner, in the order of the form. */
export const aspectsInWords = [
  {
    aspect: 'credibility',
    name: 'Credible',
    asks: 'They know schools like ours, and we trust their judgement',
  },
  {
    aspect: 'challenge',
    name: 'Challenging',
    asks: 'They ask what matters, and do not let go until it is answered',
  },
  {
    aspect: 'consistency',
    name: 'Consistent',
    asks: 'They say the same from visit to visit, and the same as the authority says',
  },
] as const;

/** `3: mostly`. */
export function ratingInWords(rating: number): string {
  return `${String(rating)}: ${(ratingWords[rating - 1] ?? '').toLowerCase()}`;
}
