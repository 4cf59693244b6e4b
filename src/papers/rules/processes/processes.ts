import type { Process } from '#/papers/rules/process.ts';
import { board } from './board.ts';
import { diagnosis } from './diagnosis.ts';
import { disengagement } from './disengagement.ts';
import { planEvaluation } from './plan-evaluation.ts';
import { handOver } from './hand-over.ts';
import { governingBodySelfEvaluation } from './governing-body-self-evaluation.ts';
import { meeting } from './meeting.ts';
import { plan } from './plan.ts';
import { reviewOfGovernance } from './review-of-governance.ts';
import { review } from './review.ts';
import { scopingAudit } from './scoping-audit.ts';
import { selfAssessment } from './self-assessment.ts';
import { visit } from './visit.ts';

/** Every kind of paper there is: one file a kind beside this one, one line here. */
export const processes: readonly Process[] = [
  selfAssessment,
  governingBodySelfEvaluation,
  handOver,
  visit,
  scopingAudit,
  reviewOfGovernance,
  diagnosis,
  disengagement,
  plan,
  planEvaluation,
  review,
  board,
  meeting,
];

/** What becomes of papers of a kind. */
export function processOf(kind: string): Process | undefined {
  return processes.find((one) => one.kind === kind);
}
