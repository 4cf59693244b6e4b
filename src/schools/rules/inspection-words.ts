import type { IsoDate } from './dates.ts';
import { yearsBetween } from './dates.ts';
import type { Evidence } from './evidence.ts';
import type { Inspection } from './inspection.ts';

/**
 * From this day grade 3 is called `requires improvement`, before it `satisfactory`: the same figure, another meaning,
 * so no line is drawn through it. A test holds this day against `reference/inspection-frameworks.json`.
 */
export const requiresImprovementFrom: IsoDate = '2012-09-01';

/**
 * Why no full inspection is known: Ofsted lists the school without one, or no file known on the date could tell, and
 * then nobody may say that it was not inspected.
 */
export function whyNoInspection({
  inspectionsKnownFrom,
}: Pick<Evidence, 'inspectionsKnownFrom'>): 'not yet inspected' | 'no inspection file' {
  return inspectionsKnownFrom === 'ofsted' ? 'not yet inspected' : 'no inspection file';
}

/** The last inspection in few words, for lists: no grade is made up where the framework gave none. */
export interface LastInspection {
  readonly words: string;
  readonly startedOn: IsoDate;
  readonly ageYears: number;
}

/** A grade from 1 to 4 in the words of the day it was given. */
export function gradeInWords(grade: 1 | 2 | 3 | 4, on: IsoDate): string {
  if (grade === 1) return 'outstanding';
  if (grade === 2) return 'good';
  if (grade === 4) return 'inadequate';
  return on < requiresImprovementFrom ? 'satisfactory' : 'requires improvement';
}

/**
 * The outcome of an inspection in the words of its own framework: the overall grade where there was one, what was said
 * where there was none. Report cards give a grade for each area and no summary, so none is made.
 */
export function overallInWords(inspection: Inspection): string {
  if (inspection.kind === 'ungraded') return inspection.outcome ?? 'ungraded, outcome not stated';
  if (inspection.kind === 'report card') return 'report card: no overall grade';
  if (inspection.overall === 'not judged') return 'no overall grade given';
  if (inspection.overall === null) return 'overall grade not stated';
  return gradeInWords(inspection.overall, inspection.startedOn);
}

/** Newest first; of two on one day, the one published later. Order in the evidence does not matter. */
export function newestFirst(a: Inspection, b: Inspection): number {
  return (
    b.startedOn.localeCompare(a.startedOn) ||
    b.knownOn.localeCompare(a.knownOn) ||
    b.number.localeCompare(a.number)
  );
}

interface Known {
  readonly asAt: IsoDate;
  readonly all: readonly Inspection[];
  readonly full: readonly Inspection[];
}

/** By the identity of the list, which never changes: nearly every rule asks for it again. */
const known = new WeakMap<readonly Inspection[], Known>();

function knownOf({ inspections }: Pick<Evidence, 'inspections'>, asAt: IsoDate): Known {
  const before = known.get(inspections);
  if (before?.asAt === asAt) return before;
  const all = inspections.filter((inspection) => inspection.knownOn <= asAt).toSorted(newestFirst);
  const found = { asAt, all, full: all.filter((inspection) => inspection.kind !== 'ungraded') };
  known.set(inspections, found);
  return found;
}

/** Inspections that anyone outside could have known of on the date, newest first. */
export function inspectionsKnown(evidence: Evidence, asAt: IsoDate): readonly Inspection[] {
  return knownOf(evidence, asAt).all;
}

/** Full inspections, those that grade (or describe area by area), known on the date, newest first. */
export function fullInspectionsKnown(evidence: Evidence, asAt: IsoDate): readonly Inspection[] {
  return knownOf(evidence, asAt).full;
}

/** The last full inspection known on the date, a predecessor's included and said to be one; `null` when there is none. */
export function lastInspection(evidence: Evidence, asAt: IsoDate): LastInspection | null {
  const [latest] = fullInspectionsKnown(evidence, asAt);
  if (latest === undefined) return null;
  const words = overallInWords(latest);
  return {
    words: latest.ofThisSchool ? words : `${words} (predecessor)`,
    startedOn: latest.startedOn,
    ageYears: yearsBetween(latest.startedOn, asAt),
  };
}
