import type { SchoolYear } from './dates.ts';
import type { Phase } from './school.ts';
import type { Urn } from './urn.ts';
import type { Group, MeasureId } from './value.ts';

/** One fact of who a school's pupils are, with the school year it is of; `null` where the source names no year. */
export interface IntakeFigure {
  readonly number: number;
  readonly year: SchoolYear | null;
}

/**
 * Who a school's pupils are, never how it did. `null` means that no file known on the date says. Percentages are of the
 * pupils on roll, worked out of the counts.
 */
export interface Intake {
  readonly urn: Urn;
  readonly name: string;
  /** Slug. */
  readonly authority: string | null;
  readonly phase: Phase;
  readonly pupils: IntakeFigure | null;
  /** Attainment of the pupils when they came, in the unit of the phase's own measure. */
  readonly priorAttainment: IntakeFigure | null;
  /** Eligible for free school meals in the last six years, %. */
  readonly disadvantaged: IntakeFigure | null;
  /** First language not English, %. */
  readonly eal: IntakeFigure | null;
  readonly senSupport: IntakeFigure | null;
  readonly senPlan: IntakeFigure | null;
  /** 1 least deprived to 5 most. */
  readonly idaciQuintile: IntakeFigure | null;
}

export type IntakeDimension =
  'pupils' | 'priorAttainment' | 'disadvantaged' | 'eal' | 'senSupport' | 'senPlan' | 'idaciQuintile';

/** One fact of two schools beside each other. */
export interface DimensionCompared {
  readonly dimension: IntakeDimension;
  readonly own: number;
  readonly other: number;
  /** Standard deviations between schools of the phase from one to the other, 0 or more; for size on a log scale. */
  readonly apart: number;
}

/** A school with much the same pupils. */
export interface NearSchool {
  readonly urn: Urn;
  /** Standard deviations between schools of the phase, over all that counts; 0 is alike in everything. */
  readonly distance: number;
}

/** The same, and why it is there. */
export interface SimilarSchool extends NearSchool {
  readonly name: string;
  readonly authority: string | null;
  /** What is known of both, most alike first. */
  readonly dimensions: readonly DimensionCompared[];
  /** What is not known of one of the two, and so could not be compared. */
  readonly unknown: readonly IntakeDimension[];
  /** One sentence: what the two have in common and where they differ. */
  readonly why: string;
}

/** What the similar schools reached in one year, each pupil counting the same. */
export interface SimilarMean {
  readonly measure: MeasureId;
  readonly group: Group;
  readonly year: SchoolYear;
  readonly number: number;
  readonly schools: number;
  readonly pupils: number;
}

/** The schools with the most similar pupils as known on the date, and the means of their results. */
export interface SimilarSchools {
  /** Nearest first. */
  readonly schools: readonly NearSchool[];
  /** In order of measure, group and year. */
  readonly means: readonly SimilarMean[];
  /** Of how many schools of the phase they are the nearest. */
  readonly among: number;
  /** Identities of the files the means rest on. */
  readonly sources: readonly string[];
}
