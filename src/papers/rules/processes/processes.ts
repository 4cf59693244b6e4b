import type { Process } from '#/papers/rules/process.ts';
import { reviewOfGovernance } from './review-of-governance.ts';
import { scopingAudit } from './scoping-audit.ts';
import { visit } from './visit.ts';

/** Every kind of paper there is: one file a kind beside this one, one line here. */
export const processes: readonly Process[] = [visit, scopingAudit, reviewOfGovernance];

/** What becomes of papers of a kind. */
export function processOf(kind: string): Process | undefined {
  return processes.find((one) => one.kind === kind);
}
