import { groupsOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import { insufficientEvidence, type Scheme } from '#/analyse/rules/scheme.ts';
import { textProblems, type TypingProblem } from '#/schools/rules/check-request.ts';
import type { CategoryDecision } from './decision.ts';

/** What was chosen for a school. */
export interface DecisionTyped {
  readonly category: string;
  readonly why: string;
}

/** What a category means for who is told and who signs. */
export type Decided = Pick<CategoryDecision, 'category' | 'group' | 'ofConcern' | 'why'>;

export const longestReason = 2000;

/** What a category of a scheme is: which group the school is told, and whether it is one of concern. `null`: not in the scheme. */
export function meaningOf(
  category: string,
  scheme: Scheme,
): Pick<Decided, 'category' | 'group' | 'ofConcern'> | null {
  if (category === insufficientEvidence) return { category, group: null, ofConcern: false };
  const found = scheme.categories.find(({ code }) => code === category);
  if (found === undefined) return null;
  return { category, group: found.group, ofConcern: groupsOfConcern(scheme).includes(found.group) };
}

/** Everything that can be decided, most concern first; that there is too little evidence is an answer too. */
export function categoriesToChoose(scheme: Scheme): readonly string[] {
  const inOrder = scheme.categories.toSorted((a, b) => b.concern - a.concern || a.code.localeCompare(b.code));
  return [...inOrder.map(({ code }) => code), insufficientEvidence];
}

/**
 * A decision, or everything that is wrong with what was typed, in the order of the fields: it is of a category of the scheme
 * of the analysis, and has a reason where it differs from what the rules proposed or takes back what was decided before.
 */
export function checkDecision(
  typed: DecisionTyped,
  proposed: string,
  scheme: Scheme,
  revises: boolean,
): Decided | { readonly problems: readonly TypingProblem[] } {
  const meaning = meaningOf(typed.category, scheme);
  const why = typed.why.trim();
  const differs = meaning !== null && meaning.category !== proposed;
  const problems = [
    ...(meaning === null ? [{ field: 'category', text: 'Choose the category that you decide.' }] : []),
    ...textProblems(
      'why',
      why === '' && !differs && !revises ? '-' : why,
      longestReason,
      revises
        ? 'Say why it is decided anew: what was decided before stays to be read beside it.'
        : 'Say why it differs from what the rules propose. The school reads this with its category.',
    ),
  ];
  return meaning === null || problems.length > 0 ? { problems } : { ...meaning, why };
}
