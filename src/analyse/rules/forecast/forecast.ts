import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/**
 * What a full inspection is forecast to find, by the framework of the day. Three questions, never joined into one line:
 * overall grades ended in September 2024, and grades of report cards are not grades of before.
 */
export type ForecastTarget =
  'below good' | 'any area below expected' | 'leadership and governance below expected';

/** A chance with the range in which it lies in 8 cases of 10, all from 0 to 1. */
export interface Chance {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}

export const horizonsInMonths = [12, 18, 24] as const;
export type Horizon = (typeof horizonsInMonths)[number];

export interface HorizonForecast {
  readonly months: Horizon;
  /** A full inspection is known of by then. */
  readonly inspected: Chance;
  /** It is, and finds what the target says. */
  readonly found: Chance;
}

/** One thing that moves the chance, in plain words. Amounts add up: they are differences of the logarithm of odds. */
export interface Contribution {
  /** Term of the model, for example `progress-at-key-stage-2`. */
  readonly term: string;
  readonly part: 'timing' | 'outcome';
  /** A sentence with its number, such as `Last inspected 4.2 years ago`. */
  readonly words: string;
  /** Above 0 raises the chance, compared with the average school the forecast is made for. */
  readonly amount: number;
}

/** Which model made a forecast: its name, the day to which it was fitted, and a digest of all its numbers. */
export interface ModelVersion {
  readonly id: string;
  readonly fittedAsAt: IsoDate;
  readonly digest: string;
}

/** The chance that the next inspection of one school disappoints, made only of what was known on the date. */
export interface EarlyWarning {
  readonly urn: Urn;
  readonly asAt: IsoDate;
  readonly model: ModelVersion;
  readonly target: ForecastTarget;
  readonly horizons: readonly HorizonForecast[];
  /** Largest first, those that raise the chance and those that lower it. */
  readonly contributions: readonly Contribution[];
  /** What is unusual for schools like it, in sentences. */
  readonly unusual: readonly string[];
  /** What makes this forecast less sure than most, in sentences; empty where nothing does. */
  readonly lessSure: readonly string[];
  /**
   * The chance within 18 months with deprivation of the area, whether or not the authority chose it; `null` where that is
   * not known.
   */
  readonly withDeprivation: number | null;
  /** The chance within 18 months without it, whatever was chosen. */
  readonly withoutDeprivation: number;
}

/** A school of which no chance can be told, and why: it never silently drops out. */
export interface NoWarning {
  readonly urn: Urn;
  readonly why: string;
}

/** Which schools a trajectory is of. */
export interface TrajectoryGroup {
  readonly kind: 'all' | 'phase' | 'district' | 'type';
  /** As pages name it: `All schools`, `primary`, `Breckland`, `Academies`. */
  readonly name: string;
}

/** Grades of predecessors count until the school has one of its own, or only its own count. */
export type Denominator = 'with predecessors’ grades' | 'own grades only';

export type Level = 50 | 80 | 95;

export interface Range {
  readonly level: Level;
  /** Shares from 0 to 1. */
  readonly low: number;
  readonly high: number;
}

/** What a planner tries: what would be if one thing happened to a school on a day. */
export interface WhatIf {
  readonly urn: Urn;
  readonly on: IsoDate;
  readonly happens:
    | 'is inspected'
    | 'closes'
    | 'becomes an academy'
    | 'leaves its category'
    | 'is judged good or better'
    | 'is judged below good';
}

/** A share forecast for one day, of schools or of pupils. */
export interface SharePoint {
  readonly on: IsoDate;
  /** Schools (or pupils) the share is of: those judged by then, expected. */
  readonly of: number;
  readonly middle: number;
  readonly ranges: readonly Range[];
  /** Share aimed at for the day, and the chance of reaching it; `null` where there is no target for the day. */
  readonly target: number | null;
  readonly chanceOfTarget: number | null;
}

/** How a share stands or stood on a day, counted. */
export interface ShareKnown {
  readonly on: IsoDate;
  readonly reached: number;
  readonly judged: number;
  readonly notJudged: number;
}

/** How the chance of one school to count as good moves over the dates: the schools behind each step. */
export interface SchoolPath {
  readonly urn: Urn;
  readonly name: string;
  /** The chance to count on each date of the trajectory, in their order, from 0 to 1. */
  readonly chances: readonly number[];
  /** Now counted as good, not good, or not judged yet. */
  readonly now: 'good' | 'not good' | 'not judged';
}

export interface Trajectory {
  readonly group: TrajectoryGroup;
  readonly denominator: Denominator;
  readonly asAt: IsoDate;
  readonly target: ForecastTarget;
  readonly now: ShareKnown;
  /** How the schools open on the day stood before it, oldest first, as far back as the question can be asked. */
  readonly known: readonly ShareKnown[];
  readonly schools: readonly SharePoint[];
  readonly pupils: readonly SharePoint[];
}

/** Everything forecast for an authority as at a day, by one model: what is kept and later marked. */
export interface AuthorityForecast {
  readonly asAt: IsoDate;
  readonly model: ModelVersion;
  readonly target: ForecastTarget;
  /** The authority had chosen that deprivation of the area is used. */
  readonly deprivation: boolean;
  /** One for every school open on the day, in order of reference number. */
  readonly warnings: readonly (EarlyWarning | NoWarning)[];
  /** Days of the trajectory; the chances of every path are for these. */
  readonly dates: readonly IsoDate[];
  readonly paths: readonly SchoolPath[];
  readonly trajectories: readonly Trajectory[];
  /** Identities of the files it rests on. */
  readonly sources: readonly string[];
}
