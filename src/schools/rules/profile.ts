import type { Evidence } from './evidence.ts';
import type { CategoryOfConcern, Inspection, ReportCardGrade } from './inspection.ts';
import { fullInspectionsKnown, whyNoInspection } from './inspection-words.ts';
import type { Phase } from './school.ts';
import { phases } from './school.ts';
import { isStuck } from './stuck-school.ts';

/**
 * What a school is counted under: its latest full inspection, a predecessor's until its own. Report cards give no
 * overall grade and stand apart; old grades are not mapped to new ones. Grade 3 is counted as `requires improvement`
 * whatever its word on the day. `not yet inspected` is said of schools that Ofsted lists without an inspection; of others
 * no file known on the date could tell.
 */
export type Outcome =
  | 'outstanding'
  | 'good'
  | 'requires improvement'
  | 'inadequate'
  | 'not judged'
  | 'report card'
  | 'not yet inspected'
  | 'no inspection file';

export const outcomes: readonly Outcome[] = [
  'outstanding',
  'good',
  'requires improvement',
  'inadequate',
  'not judged',
  'report card',
  'not yet inspected',
  'no inspection file',
];

/** A share that can always be recomputed. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Unrounded, 0 to 100; `null` when the denominator is 0. */
  readonly percentage: number | null;
}

export interface PhaseProfile {
  readonly phase: Phase | 'all phases';
  readonly schools: number;
  /** Pupils of the schools that state them. */
  readonly pupils: number;
  /** Schools whose number of pupils no source states: left out of every share of pupils. */
  readonly schoolsWithoutPupils: number;
  readonly bySchools: Readonly<Record<Outcome, Share>>;
  readonly byPupils: Readonly<Record<Outcome, Share>>;
  /** Of the schools with an overall grade: those without one (not judged, report card, no inspection known) are not in the denominator. */
  readonly goodOrBetter: { readonly schools: Share; readonly pupils: Share };
  /** Latest full inspection was of a predecessor. */
  readonly gradedAsPredecessor: Share;
  /** No register known on the date tells of them, only a later one. */
  readonly knownLater: Share;
  readonly reportCards: {
    readonly schools: number;
    readonly areas: readonly {
      readonly area: string;
      readonly grades: readonly { readonly grade: string; readonly schools: Share }[];
    }[];
  };
  /** As Ofsted states them at the latest full inspection. */
  readonly categoriesOfConcern: readonly { readonly category: CategoryOfConcern; readonly schools: Share }[];
  /** Below good twice running, by the Department's rule. */
  readonly stuck: Share;
}

export interface AuthorityProfile {
  readonly all: PhaseProfile;
  /** Phases that have schools, in the order of `phases`. */
  readonly byPhase: readonly PhaseProfile[];
}

/** The profile of a set of schools by phase. Every school is counted exactly once in each phase's outcomes. */
export function profileOf(evidence: readonly Evidence[]): AuthorityProfile {
  return profileOfCounted(evidence.map(countSchool));
}

/** The same of schools that were counted before. */
export function profileOfCounted(counted: readonly CountedSchool[]): AuthorityProfile {
  return {
    all: summarise('all phases', counted),
    byPhase: phases
      .map((phase) =>
        summarise(
          phase,
          counted.filter((school) => school.phase === phase),
        ),
      )
      .filter(({ schools }) => schools > 0),
  };
}

/** What a profile needs of a school: little, so that it can be kept of every school of England. */
export interface CountedSchool {
  readonly phase: Phase;
  readonly pupils: number | null;
  /** The latest full inspection; judgements of a report card alone. */
  readonly latest: Pick<Inspection, 'kind' | 'overall' | 'category' | 'ofThisSchool' | 'judgements'> | null;
  readonly outcome: Outcome;
  readonly stuck: boolean;
  readonly knownLater: boolean;
}

/** How a school is counted, as known on the date of its evidence. */
export function countSchool(evidence: Evidence): CountedSchool {
  const latest = fullInspectionsKnown(evidence, evidence.asAt)[0] ?? null;
  return {
    phase: evidence.school.phase,
    pupils: evidence.school.pupils,
    latest: latest === null ? null : inShort(latest),
    outcome: latest === null ? whyNoInspection(evidence) : outcomeOf(latest),
    stuck: isStuck(evidence).stuck,
    knownLater: evidence.school.registerKnownLater,
  };
}

function inShort({ kind, overall, category, ofThisSchool, judgements }: Inspection): CountedSchool['latest'] {
  return { kind, overall, category, ofThisSchool, judgements: kind === 'report card' ? judgements : [] };
}

/** What the latest full inspection is counted under. */
export function outcomeOf(latest: Inspection): Exclude<Outcome, ReturnType<typeof whyNoInspection>> {
  if (latest.kind === 'report card') return 'report card';
  if (latest.overall === 1) return 'outstanding';
  if (latest.overall === 2) return 'good';
  if (latest.overall === 3) return 'requires improvement';
  return latest.overall === 4 ? 'inadequate' : 'not judged';
}

function summarise(phase: Phase | 'all phases', schools: readonly CountedSchool[]): PhaseProfile {
  const stated = schools.filter(({ pupils }) => pupils !== null);
  const pupils = pupilsOf(stated);
  const graded = schools.filter(({ latest }) => typeof latest?.overall === 'number');
  const good = graded.filter(({ outcome }) => outcome === 'outstanding' || outcome === 'good');
  const categories: readonly CategoryOfConcern[] = ['SM', 'SWK', 'RSI', 'NTI'];
  return {
    phase,
    schools: schools.length,
    pupils,
    schoolsWithoutPupils: schools.length - stated.length,
    bySchools: forEachOutcome((outcome) =>
      share(schools.filter((school) => school.outcome === outcome).length, schools.length),
    ),
    byPupils: forEachOutcome((outcome) =>
      share(pupilsOf(stated.filter((school) => school.outcome === outcome)), pupils),
    ),
    goodOrBetter: {
      schools: share(good.length, graded.length),
      pupils: share(pupilsOf(good), pupilsOf(graded)),
    },
    gradedAsPredecessor: share(
      schools.filter(({ latest }) => latest?.ofThisSchool === false).length,
      schools.length,
    ),
    knownLater: share(schools.filter(({ knownLater }) => knownLater).length, schools.length),
    reportCards: summariseReportCards(schools),
    categoriesOfConcern: categories
      .map((category) => ({
        category,
        schools: share(schools.filter(({ latest }) => latest?.category === category).length, schools.length),
      }))
      .filter(({ schools: { numerator } }) => numerator > 0),
    stuck: share(schools.filter(({ stuck }) => stuck).length, schools.length),
  };
}

const reportCardGrades: readonly (ReportCardGrade | 'Met' | 'Not met')[] = [
  'Exceptional',
  'Strong standard',
  'Expected standard',
  'Needs attention',
  'Urgent improvement',
  'Met',
  'Not met',
];

function summariseReportCards(schools: readonly CountedSchool[]): PhaseProfile['reportCards'] {
  const judgements = schools.flatMap(({ latest }) =>
    latest?.kind === 'report card' ? latest.judgements : [],
  );
  const areas = [...new Set(judgements.map(({ area }) => area))].toSorted();
  return {
    schools: schools.filter(({ outcome }) => outcome === 'report card').length,
    areas: areas.map((area) => {
      const grades = judgements.filter((judgement) => judgement.area === area).map(({ grade }) => grade);
      const graded = grades.filter((grade) => grade !== 'not applicable');
      return {
        area,
        grades: reportCardGrades
          .map((grade) => ({
            grade,
            schools: share(graded.filter((given) => given === grade).length, graded.length),
          }))
          .filter(({ schools: { numerator } }) => numerator > 0),
      };
    }),
  };
}

function forEachOutcome(of: (outcome: Outcome) => Share): Record<Outcome, Share> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, Share>;
}

function pupilsOf(schools: readonly CountedSchool[]): number {
  return schools.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0);
}

function share(numerator: number, denominator: number): Share {
  return { numerator, denominator, percentage: denominator === 0 ? null : (100 * numerator) / denominator };
}
