import { rowsIn } from '#/papers/rules/check-content.ts';
import type { SaidAmong } from '#/papers/rules/process.ts';

/** Fields of objectives in the templates of plans, beside the field of a review that rates each of them. */
export const fieldsOfObjectives = [
  { objectives: 'objectives', ratings: 'ratings' },
  { objectives: 'other-objectives', ratings: 'other-ratings' },
] as const;

/**
 * An objective that a review rated stays in the plan: its line of ratings would break off without a word (Department for
 * Education, Manage school improvement).
 */
export function planAsks({
  content,
  within,
}: SaidAmong): readonly { readonly field: string; readonly text: string }[] {
  const reviews = within.filter(
    ({ kind, steps }) => kind === 'review' && steps.some(({ step }) => step === 'share'),
  );
  return fieldsOfObjectives.flatMap(({ objectives, ratings }) => {
    const there = new Set(rowsIn(content[objectives]).map(({ key }) => key));
    const rated = reviews.flatMap(({ newest }) => rowsIn(newest?.content[ratings]).map(({ key }) => key));
    const gone = new Set(rated.filter((key) => !there.has(key))).size;
    if (gone === 0) return [];
    const what =
      gone === 1
        ? 'An objective that a review rated is'
        : `${String(gone)} objectives that a review rated are`;
    return [
      {
        field: objectives,
        text: `${what} not in the plan any more. Bring back what was rated: its words may change, it may not go.`,
      },
    ];
  });
}
