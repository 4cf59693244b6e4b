import type { PhaseFigure, ReleaseDate } from '#/law/reference.ts';
import type { Group, MeasureId, Missing } from '#/schools/rules/value.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Phase, School, Sector } from '#/schools/rules/school.ts';

/** A column as its publisher has spelled it over the years; the first spelling is the one we show. */
export type Column = string | readonly [string, ...string[]];

export type DateFormat = '%d/%m/%Y' | '%d-%m-%Y' | '%Y%m%d';

/** What one official file looks like and which facts are in it: data, so that a new year is a few lines and no code. */
export interface Layout {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Folder under `src/published`, for example `ofsted`. */
  readonly source: string;
  /** Columns a file must have, each in any spelling, to be this layout. */
  readonly signature: readonly Column[];
  /** At least one of these as well; empty when the signature says enough. */
  readonly anyOf: readonly Column[];
  readonly urn: Column;
  readonly dates: DateFormat;
  readonly register?: RegisterFacts;
  readonly inspections?: readonly InspectionFacts[];
  readonly links?: LinkFacts;
  readonly results?: ResultFacts;
  readonly neighbours?: NeighbourFacts;
  /** Dates whose newest says how new the content is: publications or changes. */
  readonly newest: readonly Column[];
  /** Those dates may lie after the day of the file (links that take effect next term): a date that is stated wins. */
  readonly newestMayLieAhead?: true;
}

type RegisterText = Exclude<
  keyof School,
  | 'urn'
  | 'authorityCode'
  | 'phase'
  | 'sector'
  | 'status'
  | 'head'
  | 'category'
  | 'registerKnownLater'
  | 'sources'
  | RegisterDate
  | RegisterNumber
>;
type RegisterDate = 'openedOn' | 'closedOn';
type RegisterNumber =
  'lowestAge' | 'highestAge' | 'pupils' | 'capacity' | 'idaciQuintile' | 'easting' | 'northing';

/** What a register says of a school. */
export interface RegisterFacts {
  readonly text: Readonly<Partial<Record<RegisterText, Column>>>;
  readonly dates: Readonly<Partial<Record<RegisterDate, Column>>>;
  readonly numbers: Readonly<Partial<Record<RegisterNumber, Column>>>;
  /** Columns whose words, put together, name the head. */
  readonly head?: readonly Column[];
  /** The category of concern Ofsted last gave; blank says that the school is in none. */
  readonly category?: Column;
  readonly authorityCode: Column | null;
  readonly establishmentNumber: Column | null;
  /** Columns looked at in turn, with what each printed value means; a row whose phase none gives is set aside. */
  readonly phase: readonly (readonly [Column, Readonly<Record<string, Phase>>])[];
  /** Type of school as printed (lower case) to who runs it. A type that is not here is no state-funded school. */
  readonly sectors: Readonly<Record<string, Sector>>;
  /** `null`: the file lists open schools only. */
  readonly status: readonly [Column, Readonly<Record<string, School['status']>>] | null;
  /** Fields where blank says "there is none"; elsewhere blank says nothing and an earlier statement stands. */
  readonly blankMeansNone: readonly (RegisterText | RegisterDate)[];
}

/** One inspection told in one row, among others. */
export interface InspectionFacts {
  readonly kind: 'graded' | 'ungraded' | 'report card';
  /** `current`: the latest of its kind in this file. The copy from the file where it is current wins. */
  readonly slot: 'current' | 'previous';
  /** Told only in rows where this is filled: in a list of inspections of several kinds. */
  readonly given?: Column;
  /** `null` where the file gives no numbers. */
  readonly number: Column | null;
  readonly startedOn: Column;
  readonly publishedOn: Column | null;
  readonly urnAtTime: Column | null;
  /** Where the number at the time is not stated: an inspection before this school opened was of that one. */
  readonly before?: { readonly opened: Column; readonly urn: Column };
  readonly nameAtTime: Column | null;
  readonly typeAtTime: Column | null;
  readonly inspectionType: Column | null;
  readonly overall: readonly [Column, Readonly<Record<string, string>>] | null;
  readonly category: Column | null;
  readonly judgements: readonly JudgementFacts[];
  readonly outcome: Column | null;
  readonly converted: Column | null;
}

export interface JudgementFacts {
  readonly area: string;
  readonly column: Column;
  readonly gradedOn: Column | null;
  /** Printed grade (lower case) to the grade kept. What is not here is a problem; blank and `NULL` are no judgement. */
  readonly grades: Readonly<Record<string, string>>;
}

export interface LinkFacts {
  readonly to: Column;
  readonly name: Column;
  readonly type: Column;
  readonly establishedOn: Column;
}

/** Kinds of school for which England's tables of absence and pupils have a row each. */
export type KindOfSchool = PhaseFigure['phase'];

/** Which authorities are most like each: one row an authority, whose code stands where others have a school's number. */
export interface NeighbourFacts {
  /** Codes of the others, nearest first; the column after each says in words how near. */
  readonly others: readonly Column[];
}

export type Level =
  'school' | 'authority' | 'England, all schools' | 'England, state-funded' | `England, ${KindOfSchool}`;

/** Figures of a school year: one row a school, with rows for authorities and England among them. */
export interface ResultFacts {
  readonly recordType: Column;
  readonly levels: Readonly<Record<string, Level>>;
  /** What a row is whose record type is none of the levels; without it, such a row is set aside. */
  readonly otherwise?: Level;
  /** A column with the kind of school as printed, and those kinds (lower case) that are not state-funded. */
  readonly notStateFunded?: readonly [Column, readonly string[]];
  readonly authorityCode: Column;
  readonly measures: readonly MeasureFacts[];
  /** Printed codes (upper case) and what each means. A blank cell is ''; a row that ends before the column is `absent`. */
  readonly missing: Readonly<Record<string, Missing>>;
  readonly year: YearEvidence;
  /** Under which `reference/release-dates.json` has the days on which these tables could first be read. */
  readonly publication: ReleaseDate['publication'];
}

export interface MeasureFacts {
  readonly measure: MeasureId;
  readonly group: Group;
  readonly column: Column;
  /** The first that holds a number. A share tells of it where no column does: so many pupils are so many per cent of it. */
  readonly cohort: readonly (Column | CohortOfShare)[];
  readonly interval: readonly [Column, Column] | null;
  /** Numbers outside are not believed. */
  readonly range: readonly [number, number];
}

/** Pupils counted and what share of the cohort they are; the cohort follows to within the rounding of the share. */
export interface CohortOfShare {
  readonly pupils: Column;
  readonly share: Column;
}

/** The tables do not state their school year; this is what gives it away. */
export interface YearEvidence {
  /** Years these tables were published for schools, in order. */
  readonly years: readonly SchoolYear[];
  /** Columns repeated with an earlier year as suffix (`READPROG_17`): the file is of the first year after the newest. */
  readonly suffixed: readonly string[];
  /** A column that, when there (or `filled`: when it holds numbers; `empty`: when it is there and holds none), leaves only these years. */
  readonly signs: readonly {
    readonly column: Column;
    readonly when: 'there' | 'filled' | 'empty';
    readonly years: readonly SchoolYear[];
  }[];
  /**
   * How England's own row, or the mean of all its schools weighted by pupils, is held against England's published
   * figures (`reference/national-figures.json`).
   */
  readonly england: null | {
    /** What to compare: at least three measures must be near. */
    readonly measures: readonly MeasureId[];
    readonly weight: Column;
    /** Level of the row to compare. */
    readonly level: Level;
    /** Furthest any one figure may be from the published one: in England's own row, and in a mean of schools. */
    readonly rowTolerance: number;
    readonly meanTolerance: number;
    /** Fewest schools with figures that count as all England; `null`: a mean of schools proves nothing. */
    readonly schoolsForMean: number | null;
  };
  /** How England's rows by kind of school are held against `reference/phase-figures.json`: at least three must be near. */
  readonly kinds?: {
    readonly compared: readonly (readonly [MeasureId, KindOfSchool])[];
    /** Counts are compared as percentages of this column. */
    readonly shareOf?: Column;
    readonly tolerance: number;
  };
}

export function isShare(cohort: Column | CohortOfShare): cohort is CohortOfShare {
  return typeof cohort === 'object' && 'share' in cohort;
}

/** Every spelling of a column. */
export function spellings(column: Column): readonly string[] {
  return typeof column === 'string' ? [column] : column;
}

/** The licence of every file read so far. */
export const openGovernmentLicence = 'Open Government Licence v3.0';
