import type { SourceRef } from '#/schools/rules/value.ts';

export type IndicatorId =
  | 'last-inspection'
  | 'judgement-profile'
  | 'two-inspections'
  | 'overdue-inspection'
  | 'attainment'
  | 'progress'
  | 'trend'
  | 'disadvantage-gap'
  | 'attendance'
  | 'exclusions'
  | 'roll'
  | 'early-years'
  | 'finance'
  | 'leadership'
  | 'governance'
  | 'staffing';

/** A range of plausible values, for example 90% of what the evidence allows. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of the evidence's probability inside, 0 to 1. */
  readonly level: number;
}

/** One reading of the evidence: an indicator, with its points and its reason. */
export interface Reading {
  readonly indicator: IndicatorId;
  readonly title: string;
  /** `no evidence` gives no points and says why; it is never read as good or as bad. */
  readonly state: 'read' | 'no evidence';
  /** What was measured, ready to show: `58% (pooled, 61 pupils)`. */
  readonly shown: string;
  readonly number: number | null;
  readonly unit: '%' | 'points' | 'years' | 'grade' | 'score' | null;
  /** What it was held against, in words: `England 64% (2017/18)`. */
  readonly threshold: string;
  /** Concern points, whole numbers from 0 to `maximum`. More is worse, for every indicator. */
  readonly points: number;
  readonly maximum: number;
  /** Fewest and most points the uncertainty of the value allows. */
  readonly pointsCouldBe: readonly [number, number];
  readonly interval: Interval | null;
  /** `2015/16 to 2017/18`, or the date of the inspection. */
  readonly period: string | null;
  readonly sources: readonly SourceRef[];
  /** One sentence a head can read, with its number. */
  readonly reason: string;
}
