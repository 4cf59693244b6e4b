import { momentInWords, plural } from './words.ts';

interface History {
  /** Newest first: `at` is ISO 8601, UTC; `words` a sentence that says who, what from, what to and why. */
  readonly entries: readonly { readonly at: string; readonly words: string }[];
  /** There are older ones, which the log has. */
  readonly more: boolean;
}

/** A history for `platform/web/templates/history.njk`. Without an entry that the reader may see there is nothing to show. */
export function historyView({ entries, more }: History) {
  const many = plural(entries.length, 'entry', 'entries');
  return {
    title: `What changed here: ${more ? `the newest ${many}` : many}`,
    entries: entries.map(({ at, words }) => ({ words, at: momentInWords(at) })),
    more,
  };
}
