import type { CategoryDecision } from './decision.ts';

/** How far a school is in a round, in the order in which it comes about. */
export const decisionStandings = ['to decide', 'to sign', 'to tell', 'told', 'confirmed'] as const;

export type DecisionStanding = (typeof decisionStandings)[number];

/**
 * How a decision stands. A school of concern is told nothing before a second person has signed; one that is told has
 * confirmed once those who lead it have said that they read it.
 *
 * @param confirmed of the decision: whether every head and chair confirmed it
 */
export function standingOfDecision(decision: CategoryDecision | null, confirmed: boolean): DecisionStanding {
  if (decision === null) return 'to decide';
  if (decision.told !== null) return confirmed ? 'confirmed' : 'told';
  return decision.ofConcern && decision.signed === null ? 'to sign' : 'to tell';
}

/** Whether this person may sign: the second signature is of somebody else than who decided. */
export function maySign(decision: CategoryDecision, person: string): boolean {
  return (
    decision.ofConcern &&
    decision.signed === null &&
    decision.told === null &&
    decision.decided.person !== person
  );
}
