/** Marks by which a text is about one child and not about the school, with the words for whoever typed it. */
const marks: readonly { readonly mark: RegExp; readonly words: string }[] = [
  {
    mark: /\b(?:d\.?\s?o\.?\s?b\.?|date of birth|born (?:on|in)?)\b[^.\n]{0,12}\d/i,
    words: 'a date of birth',
  },
  { mark: /\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b/i, words: 'a unique pupil number' },
  { mark: /\b\d{3}[ -]\d{3}[ -]\d{4}\b/, words: 'a National Health Service number' },
  {
    mark: /\b(?:a|an|the|this|one)\s+(?:[a-z]+\s+)?(?:pupil|child|boy|girl|student|son|daughter)\s+(?:called|named|whose name)\b/i,
    words: 'a child by name',
  },
  {
    mark: /\b(?:pupil|child|boy|girl|student),?\s+aged\s+\d{1,2}\b|\b\d{1,2}[- ]year[- ]old\s+(?:pupil|child|boy|girl|student)\b/i,
    words: 'one child by age',
  },
];

/**
 * What in a text looks as if it were about one child: dates of birth, numbers of pupils, a child called by name or age. It
 * finds what is plain to see and no more: that nothing of a child is written is still with whoever writes.
 */
export function marksOfAChild(text: string): readonly string[] {
  return marks.filter(({ mark }) => mark.test(text)).map(({ words }) => words);
}
