import type { DiagnosisToBegin } from '#/diagnose/actions/diagnoses.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { beginDiagnosisAddress } from '#/platform/web/plan-addresses.ts';

/** What a diagnosis would begin with; or the one that is there. */
export function beginView({ authority, school, hypothesis, begun }: DiagnosisToBegin) {
  return {
    school: school.name,
    hypothesis,
    action: beginDiagnosisAddress(authority.slug, school.urn),
    begun:
      begun === null
        ? null
        : { words: begun.standing.words, href: paperAddress(authority.slug, school.urn, begun.id) },
  };
}
