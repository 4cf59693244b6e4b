import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown, inspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { foundConcerns } from './indicators/last-inspection.ts';
import { categoryInWords, outcomeInWords } from './outcome-words.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { IndicatorId, Reading } from './reading.ts';
import { noInspectionInWords } from './reading-without-evidence.ts';
import type { School } from '#/schools/rules/school.ts';
import { countedIn, readAfterInspection, readingsOf } from './readings.ts';
import { newestResults } from './newest-results.ts';
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
  /** Of the indicators that the scheme counts. */
  readonly readings: readonly Reading[];
}

/** The indicators of which results speak. */
export const resultIndicators: readonly IndicatorId[] = ['attainment', 'progress', 'trend'];

/** Every fact the decision table looks at, from the evidence as known on the policy's date. */
export function factsOf(evidence: Evidence, policy: AnalysisPolicy): Facts {
  const readings = readingsOf(evidence, policy, countedIn(policy.scheme));
  return factsFrom(evidence, policy, readings);
}

/** The same with another inspection: what is known of everything else does not change. */
export function factsAfterInspection(imagined: Evidence, policy: AnalysisPolicy, facts: Facts): Facts {
  const readings = readAfterInspection(imagined, policy, facts.readings);
  return factsFrom(imagined, policy, readings);
}

function factsFrom(evidence: Evidence, policy: AnalysisPolicy, readings: readonly Reading[]): Facts {
  const transition = transitionOf(evidence, policy);
  return {
    school: { sector: evidence.school.sector, phase: evidence.school.phase },
    categoryInForce: categoryInForce(evidence, policy),
    inTransition: { holds: transition.inTransition, words: transition.words },
    standing: standing(evidence, policy),
    ...recency(evidence, policy),
    readings,
  };
}

/**
 * As Ofsted's list states it since the report cards, when monitoring can end a category; before, at the school's own last
 * full inspection. A predecessor's category ended with the predecessor.
 */
function categoryInForce(evidence: Evidence, policy: AnalysisPolicy): Finding {
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  const { category, registerKnownLater } = evidence.school;
  if (category !== null && !registerKnownLater) {
    const itsPredecessors = latest?.ofThisSchool === false && latest.category === category;
    if (category !== 'none' && !itsPredecessors)
      return {
        holds: true,
        words: `Category of concern, as Ofsted’s list states it: ${categoryInWords(category)}.`,
      };
    if (latest?.category !== null && latest?.ofThisSchool === true)
      return {
        holds: false,
        words: `Ofsted’s list puts the school in no category; that of the inspection of ${dateInWords(latest.startedOn)} (${categoryInWords(latest.category)}) has ended.`,
      };
  }
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
  const results = newestResults(evidence, policy);
  const { evidenceWithinYears, resultsWithinYears, goodInspectionAgesAfterYears } = scheme.settings;
  const [newest] = inspectionsKnown(evidence, asAt);
  const inspected = newest === undefined ? null : yearsBetween(newest.startedOn, asAt);
  const by =
    newest === undefined
      ? 'No inspection is known'
      : `The newest inspection is of ${dateInWords(newest.startedOn)}`;
  return {
    evidenceIsEnough: {
      holds:
        (inspected !== null && inspected < evidenceWithinYears.number) ||
        (results.age !== null && results.age < resultsWithinYears.number),
      words: `${by}; ${results.words}.`,
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
