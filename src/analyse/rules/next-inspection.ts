import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Grade, Inspection, Judgement } from '#/schools/rules/inspection.ts';
import type { InspectionFramework } from '#/law/reference.ts';
import type { AnalysisPolicy } from './policy.ts';
import { plainArea } from './standing.ts';

/** An inspection that might come next, in the words of the framework in force. */
export interface PossibleInspection {
  readonly words: string;
  readonly evidence: Evidence;
}

/**
 * The outcomes a full inspection on the policy's date could have, best first, each added to the evidence as if it had
 * happened that day. Used only to say what would change a category: nothing of it is kept.
 */
export function possibleNextInspections(
  evidence: Evidence,
  policy: AnalysisPolicy,
): readonly PossibleInspection[] {
  return imaginedUnder(policy).map(({ words, inspection }) => ({
    words,
    evidence: {
      ...evidence,
      inspections: [{ ...inspection, urnAtTime: evidence.school.urn }, ...evidence.inspections],
    },
  }));
}

interface Imagined {
  readonly words: string;
  readonly inspection: Omit<Inspection, 'urnAtTime'>;
}

/** The same for every school, so that what they find is weighed once. */
const imaginedBefore = new WeakMap<AnalysisPolicy, readonly Imagined[]>();

function imaginedUnder(policy: AnalysisPolicy): readonly Imagined[] {
  const before = imaginedBefore.get(policy);
  if (before !== undefined) return before;
  const inspections = outcomesUnder(policy.framework).map(({ words, overall, grades }) => ({
    words,
    inspection: imagined(policy, overall, grades),
  }));
  imaginedBefore.set(policy, inspections);
  return inspections;
}

interface PossibleOutcome {
  readonly words: string;
  readonly overall: Inspection['overall'];
  readonly grades: (area: string) => Grade;
}

function outcomesUnder(framework: InspectionFramework): readonly PossibleOutcome[] {
  if (framework.kind === 'report card') {
    const card = (words: string, grade: Grade, only?: string): PossibleOutcome => ({
      words,
      overall: null,
      grades: (area) =>
        area === 'safeguarding standards'
          ? 'Met'
          : only === undefined || area === only
            ? grade
            : 'Expected standard',
    });
    return [
      card('every area at Strong standard', 'Strong standard'),
      card('every area at Expected standard', 'Expected standard'),
      card('leadership and governance needs attention', 'Needs attention', 'leadership and governance'),
      card(
        'leadership and governance in need of urgent improvement',
        'Urgent improvement',
        'leadership and governance',
      ),
    ];
  }
  const words = (grade: 1 | 2 | 3 | 4): string =>
    framework.grades.find((candidate) => candidate.grade === grade)?.words ?? String(grade);
  return ([1, 2, 3, 4] as const).map((grade) => ({
    words: framework.overall ? words(grade) : `every judgement ${words(grade)}`,
    overall: framework.overall ? grade : 'not judged',
    grades: () => grade,
  }));
}

function imagined(
  policy: AnalysisPolicy,
  overall: Inspection['overall'],
  grades: (area: string) => Grade,
): Omit<Inspection, 'urnAtTime'> {
  const judgements: readonly Judgement[] = policy.framework.areas
    .filter(({ whereApplicable }) => !whereApplicable)
    .map(({ area }) => ({ area, grade: grades(plainArea(area)), gradedOn: policy.asAt }));
  return {
    // Sorts before any real inspection of the same day.
    number: '~imagined',
    kind: policy.framework.kind,
    nameAtTime: null,
    typeAtTime: null,
    ofThisSchool: true,
    inspectionType: null,
    startedOn: policy.asAt,
    publishedOn: policy.asAt,
    knownOn: policy.asAt,
    knownOnIsAssumed: true,
    overall,
    category: null,
    judgements,
    outcome: null,
    convertedToGraded: null,
    source: { source: 'imagined', row: 0 },
  };
}
