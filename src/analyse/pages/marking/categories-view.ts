import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { count, plural } from '#/platform/web/words.ts';
import { leanRow, leanSentence, splitWords } from './marking-words.ts';

type Categories = NonNullable<MarkingRead['categories']>;

const expectedWords: Readonly<Record<1 | 2 | 3 | 4, string>> = {
  1: 'Outstanding',
  2: 'Good',
  3: 'Satisfactory or requires improvement',
  4: 'Inadequate',
};
const grades = [1, 2, 3, 4] as const;

/** Categories that were proposed, beside what the inspections that followed found. */
export function categoriesView({ categories, settings }: MarkingRead) {
  if (categories === null) return null;
  const { marked, lean, withoutCategory, expectingNothing } = categories;
  const graded = marked.filter(({ heldTo }) => heldTo === 'grade');
  const goodOrNot = marked.length - graded.length;
  return {
    nothing: marked.length > 0 ? null : whyNone(categories),
    answer: marked.length === 0 ? null : leanSentence(lean, 'inspection'),
    row: leanRow(lean),
    /** Expected grade by grade found; only where there was an overall grade. */
    table:
      graded.length === 0
        ? null
        : grades.map((expected) => ({
            expected: `${expectedWords[expected]} (${String(expected)})`,
            found: grades.map((found) =>
              count(
                graded.filter((one) => one.expects === expected && one.inspection.standing === found).length,
              ),
            ),
          })),
    found: grades.map((grade) => `${expectedWords[grade]} (${String(grade)})`),
    goodOrNot:
      goodOrNot === 0
        ? null
        : `${plural(goodOrNot, 'inspection')} gave no overall grade: of ${goodOrNot === 1 ? 'it' : 'these'} only whether something was below good, or below expected, is held against whether the category expected it.`,
    years: categories.years.map(({ year, lean: one }) => ({ group: schoolYearName(year), ...leanRow(one) })),
    groups: categories.groups.map(({ split, group, lean: one }) => ({
      split: splitWords[split],
      group,
      ...leanRow(one),
    })),
    left: [
      ...(withoutCategory === 0
        ? []
        : [
            `${plural(withoutCategory, 'inspection')}: the school had no category in the ${String(settings.categoryHeldFor.number)} months before`,
          ]),
      ...(expectingNothing === 0
        ? []
        : [`${plural(expectingNothing, 'inspection')}: the category before says nothing of a grade`]),
    ],
  };
}

function whyNone({ runs, expectsAnything, withoutCategory }: Categories): string {
  if (runs === 0) return 'No analysis has been run yet, so there is no category to mark.';
  if (!expectsAnything)
    return 'The scheme does not say what a category expects an inspection to find, so categories cannot be held against inspections. A scheme may say it for each category.';
  return withoutCategory === 0
    ? 'No inspection has followed an analysis yet.'
    : 'No school that was inspected had a category not long before.';
}
