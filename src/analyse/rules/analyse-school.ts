import type { Evidence } from '#/schools/rules/evidence.ts';
import { codeOf, whatWouldChange } from './counterfactuals.ts';
import { decide } from './decide.ts';
import { factsOf } from './facts.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { Proposal } from './proposal.ts';
import { reasonInBrief, strongestReasons } from './reasons.ts';
import { surenessOf } from './sureness.ts';

export { policyFrom } from './policy.ts';
export type { AnalysisPolicy } from './policy.ts';

/**
 * The category the rules propose for a school before anyone adds opinion, from what was known on the policy's date: what
 * decided it, the strongest reasons, what would change it, and how sure it is. A hypothesis: a named person decides.
 */
export function analyseSchool(evidence: Evidence, policy: AnalysisPolicy): Proposal {
  const facts = factsOf(evidence, policy);
  const decision = decide(facts, policy.scheme);
  const read = facts.readings.filter(({ state }) => state === 'read');
  return {
    urn: evidence.school.urn,
    asAt: policy.asAt,
    scheme: policy.scheme.id,
    category: codeOf(decision),
    meaning: decision.category?.meaning ?? 'Insufficient evidence to propose a category',
    group: decision.category?.group ?? null,
    concern: decision.category?.concern ?? null,
    points: read.reduce((sum, { points }) => sum + points, 0),
    maximum: read.reduce((sum, { maximum }) => sum + maximum, 0),
    decidedBy: { rule: decision.rule.id, words: decision.rule.words, because: decision.because },
    reasons: strongestReasons(facts.readings),
    reasonInBrief: reasonInBrief(facts.readings),
    wouldChange: whatWouldChange(evidence, policy, facts, decision),
    sureness: surenessOf(facts, policy.scheme, decision),
    readings: facts.readings,
  };
}
