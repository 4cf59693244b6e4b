import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';

/** A category with what it means to the school: `B3, requiring improvement`. */
export function categoryTold({ category, group }: Pick<CategoryDecision, 'category' | 'group'>): string {
  return group === null ? category : `${category}, ${group}`;
}

/**
 * What a diagnosis starts from, in words: the category that the school was told, who decided it, and what the rules had
 * proposed where that was something else.
 *
 * @param inWords how a day is written
 */
export function hypothesisOf(decision: CategoryDecision, inWords: (day: string) => string): string {
  const { told, decided, category, proposed, why } = decision;
  const letter = told === null ? '' : ` The school was told on ${inWords(told.on)}.`;
  const rules =
    category === proposed
      ? ' The rules had proposed the same.'
      : ` The rules had proposed ${proposed}.${why === '' ? '' : ` It was decided otherwise: ${why}`}`;
  return `${categoryTold(decision)}. Decided by ${decided.name} on ${inWords(decided.on)}.${letter}${rules}`;
}
