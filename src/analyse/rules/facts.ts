import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown, inspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { attainmentReading } from './indicators/attainment.ts';
import { judgementProfileReading } from './indicators/judgement-profile.ts';
import { foundConcerns, lastInspectionReading } from './indicators/last-inspection.ts';
import { overdueInspectionReading } from './indicators/overdue-inspection.ts';
import { progressReading } from './indicators/progress.ts';
import { trendReading } from './indicators/trend.ts';
import { twoInspectionsReading } from './indicators/two-inspections.ts';
import { categoryInWords, outcomeInWords } from './outcome-words.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { IndicatorId, Reading } from './reading.ts';
import { noInspectionInWords } from './reading-without-evidence.ts';
import type { School } from '#/schools/rules/school.ts';
import { ageOf, attainmentMeasures, firstRead, progressMeasures, resultsOf } from './results.ts';
import type { StandingId } from './scheme.ts';
import { standingOf } from './standing.ts';
import { transitionOf } from './transition.ts';
import { dateInWords } from './words.ts';

/** A yes or no with the fact behind it. */
export interface Finding {
  readonly holds: boolean;
  readonly words: string;
}

/** What the decision table looks at. Everything else in a proposal explains these. */
export interface Facts {
  readonly school: Pick<School, 'sector' | 'phase'>;
  readonly categoryInForce: Finding;
  readonly inTransition: Finding;
  readonly standing: { readonly id: StandingId; readonly words: string };
  readonly evidenceIsEnough: Finding;
  readonly recentlyInspected: Finding;
  readonly readings: readonly Reading[];
}

/** The indicators of which results speak. */
export const resultIndicators: readonly IndicatorId[] = ['attainment', 'progress', 'trend'];

/** Every fact the decision table looks at, from the evidence as known on the policy's date. */
export function factsOf(evidence: Evidence, policy: AnalysisPolicy): Facts {
  return factsWith(evidence, policy, [
    attainmentReading(evidence, policy),
    progressReading(evidence, policy),
    trendReading(evidence, policy),
  ]);
}

/** The same, when what results say is known already: another inspection does not change them. */
export function factsWith(evidence: Evidence, policy: AnalysisPolicy, results: readonly Reading[]): Facts {
  const transition = transitionOf(evidence, policy);
  return {
    school: { sector: evidence.school.sector, phase: evidence.school.phase },
    categoryInForce: categoryInForce(evidence, policy),
    inTransition: { holds: transition.inTransition, words: transition.words },
    standing: standing(evidence, policy),
    ...recency(evidence, policy),
    readings: [
      lastInspectionReading(evidence, policy),
      judgementProfileReading(evidence, policy),
      twoInspectionsReading(evidence, policy),
      ...results,
      overdueInspectionReading(evidence, policy),
    ],
  };
}

/** As Ofsted states it at the school's own last full inspection; a predecessor's category ended with the predecessor. */
function categoryInForce(evidence: Evidence, policy: AnalysisPolicy): Finding {
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  if (latest === undefined || latest.category === null) {
    return { holds: false, words: 'The last full inspection put the school in no category of concern.' };
  }
  const what = `${categoryInWords(latest.category)} since the inspection of ${dateInWords(latest.startedOn)}`;
  return latest.ofThisSchool
    ? { holds: true, words: `Category of concern: ${what}.` }
    : { holds: false, words: `The category (${what}) was its predecessor’s.` };
}

function standing(evidence: Evidence, policy: AnalysisPolicy): Facts['standing'] {
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  if (latest === undefined) return { id: 'none', words: noInspectionInWords(evidence) };
  const whose = latest.ofThisSchool ? '' : ' of its predecessor';
  return {
    id: standingOf(latest, policy.reference),
    words: `Last full inspection${whose}, ${dateInWords(latest.startedOn)}: ${outcomeInWords(latest)}.`,
  };
}

function recency(
  evidence: Evidence,
  policy: AnalysisPolicy,
): Pick<Facts, 'evidenceIsEnough' | 'recentlyInspected'> {
  const { asAt, scheme } = policy;
  const { evidenceWithinYears, resultsWithinYears, goodInspectionAgesAfterYears } = scheme.settings;
  const [newest] = inspectionsKnown(evidence, asAt);
  const inspected = newest === undefined ? null : yearsBetween(newest.startedOn, asAt);
  const results = ageOfResults(evidence, policy);
  const by =
    newest === undefined
      ? 'No inspection is known'
      : `The newest inspection is of ${dateInWords(newest.startedOn)}`;
  return {
    evidenceIsEnough: {
      holds:
        (inspected !== null && inspected < evidenceWithinYears.number) ||
        (results !== null && results < resultsWithinYears.number),
      words: `${by}; ${results === null ? 'no results are known' : results === 0 ? 'the newest results are the latest there can be' : `newer results should have been known for ${results} years`}.`,
    },
    recentlyInspected: {
      holds:
        inspected !== null &&
        inspected < goodInspectionAgesAfterYears.number &&
        newest !== undefined &&
        !foundConcerns(newest),
      words: `${by}.`,
    },
  };
}

function ageOfResults(evidence: Evidence, policy: AnalysisPolicy): number | null {
  const { phase } = evidence.school;
  const attainment = firstRead(evidence, policy, attainmentMeasures[phase]);
  const progress = progressMeasures[phase].flat().map((id) => resultsOf(evidence, policy, id));
  const ages = [attainment, ...progress]
    .filter((results) => results !== null && results.years.length > 0)
    .map((results) => ageOf(results?.years ?? [], policy));
  return ages.length === 0 ? null : Math.min(...ages);
}
