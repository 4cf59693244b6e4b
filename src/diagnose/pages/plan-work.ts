import { readPlanWork, type PlanTask } from '#/diagnose/actions/read-plan-work.ts';
import type { Parts } from '#/parts.ts';
import { beginDiagnosisAddress, planOfSchoolAddress } from '#/platform/web/plan-addresses.ts';
import type { WorkSource } from '#/platform/work.ts';

const words: Readonly<Record<PlanTask['task'], string>> = {
  'send in a plan': 'Send in the improvement plan',
  'review a plan': 'Review the improvement plan',
  'begin a diagnosis': 'Begin the diagnosis',
};

/** Plans that are owed, reviews that are due and diagnoses to begin: what is no paper yet. */
export function planWork(parts: Parts): WorkSource {
  return {
    name: 'plans',
    heading: 'Diagnoses, plans and reviews',
    read: async (person, authority) =>
      (await readPlanWork(parts, person, authority)).map((one) => ({
        key: `${one.task} ${one.urn}`,
        what: words[one.task],
        school: one.school,
        href:
          one.task === 'begin a diagnosis'
            ? beginDiagnosisAddress(authority, one.urn)
            : planOfSchoolAddress(authority, one.urn),
        dueOn: one.dueOn,
        since: one.since,
        waitsFor: one.mine ? 'me' : { somebody: 'the school' },
      })),
  };
}
