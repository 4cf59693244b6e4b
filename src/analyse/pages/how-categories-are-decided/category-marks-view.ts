import type { CategoriesRead } from '#/analyse/actions/marking-read.ts';
import { markingAddress } from '#/platform/web/addresses.ts';
import { dateInWords, share } from '#/platform/web/words.ts';

/** How often the inspection that followed found something else than the category expected; `null` for who may not know. */
export function categoryMarksView(read: CategoriesRead | null, authority: string) {
  if (read === null) return null;
  const { lean, marked, expectsAnything } = read;
  const days = marked.map(({ held }) => held.asAt).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    words:
      first === undefined || last === undefined
        ? expectsAnything
          ? 'No inspection that followed an analysis by this scheme is known yet.'
          : 'Nothing can be held against inspections: no analysis by this scheme was kept, or it does not say what a category expects.'
        : `The inspection that followed differed from what the category expected in ${share(lean.marks - lean.asExpected, lean.marks)}: it found worse in ${share(lean.tooGenerous, lean.marks)} and better in ${share(lean.tooHarsh, lean.marks)}. Of the last category before each inspection, from analyses as at ${first === last ? dateInWords(first) : `${dateInWords(first)} to ${dateInWords(last)}`}.`,
    href: `${markingAddress(authority)}#categories`,
  };
}
