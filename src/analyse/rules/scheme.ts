import type { SchemeCondition, StandingId } from '#/law/scheme-conditions.ts';
import type { Scheme } from '#/law/scheme-schema.ts';

export type { Scheme, SchemeCondition, StandingId };

/** One row of a scheme's decision table. */
export type SchemeRule = Scheme['rules'][number];
export type SchemeCategory = Scheme['categories'][number];

/** What a rule may answer beside the scheme's own codes. */
export const insufficientEvidence = 'insufficient evidence';

/** A condition as a person reads it, for the page that explains the scheme and for the reasons of a proposal. */
export function conditionInWords(condition: SchemeCondition, scheme: Scheme): string {
  switch (condition.fact) {
    case 'category of concern in force':
      return condition.is
        ? 'Ofsted has put the school in a category of concern'
        : 'the school is in no category of concern';
    case 'in transition':
      return condition.is
        ? 'a new school, academy or amalgamation that has not been inspected itself'
        : 'not a school in transition';
    case 'standing':
      return `at the last full inspection: ${condition.oneOf
        .map((id) => scheme.standings.find((standing) => standing.id === id)?.meaning ?? id)
        .join('; or ')}`;
    case 'evidence is enough':
      return condition.is ? 'there is enough recent evidence' : 'there is too little recent evidence to tell';
    case 'recently inspected':
      return condition.is
        ? `inspected in the last ${scheme.settings.goodInspectionAgesAfterYears.number} years`
        : `not inspected in the last ${scheme.settings.goodInspectionAgesAfterYears.number} years`;
    case 'confidently good':
      return condition.is
        ? 'results support it with confidence'
        : 'results do not support it with confidence';
    case 'making good progress':
      return condition.is ? 'results show good progress' : 'results do not show good progress';
    case 'run by':
      return `run as: ${condition.oneOf.join(', or ')}`;
    case 'phase':
      return `phase: ${condition.oneOf.join(', or ')}`;
    case 'points':
      return `${condition.called}: ${condition.atLeast} or more`;
    case 'indicator': {
      const title = scheme.indicators.find(({ id }) => id === condition.id)?.title ?? condition.id;
      return `points for ${title.toLowerCase()}: ${condition.atLeast} or more`;
    }
  }
}

/** What a category is in words; the code alone where the scheme is no longer there. */
export function meaningIn(scheme: Scheme | null, category: string): string {
  if (category === insufficientEvidence) return 'Insufficient evidence to propose a category';
  return scheme?.categories.find(({ code }) => code === category)?.meaning ?? category;
}
