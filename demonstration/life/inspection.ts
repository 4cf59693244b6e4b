import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Establishment } from '../county/lineage.ts';

export type OldGrade = 1 | 2 | 3 | 4;

/** Judgements below the overall grade; `null` where the framework had none or they do not apply. */
export interface Judgements {
  readonly qualityOfEducation: OldGrade | null;
  readonly behaviour: OldGrade | null;
  readonly personalDevelopment: OldGrade | null;
  readonly leadership: OldGrade;
  readonly earlyYears: OldGrade | null;
  readonly sixthForm: OldGrade | null;
  /** `null` before the framework asked. */
  readonly safeguarding: boolean | null;
}

export type CardGrade =
  'Urgent improvement' | 'Needs attention' | 'Expected standard' | 'Strong standard' | 'Exceptional';

export interface ReportCard {
  readonly safeguardingMet: boolean;
  readonly inclusion: CardGrade;
  readonly curriculum: CardGrade;
  readonly achievement: CardGrade;
  readonly attendance: CardGrade;
  readonly personalDevelopment: CardGrade;
  readonly earlyYears: CardGrade | null;
  readonly post16: CardGrade | null;
  readonly leadership: CardGrade;
}

/** One inspection in a school's life. Each file of Ofsted's shows some of these. */
export interface Inspected {
  readonly establishment: Establishment;
  readonly startedOn: IsoDate;
  readonly publishedOn: IsoDate;
  readonly kind: 'graded' | 'ungraded' | 'report card';
  /** Ofsted's number; given when all lives are known, in order of date. */
  number: string;
  readonly type: string;
  readonly typeGrouping: string;
  readonly eventGrouping: string;
  readonly overall: OldGrade | 'Not judged' | null;
  readonly category: 'NTI' | 'SWK' | 'SM' | 'RSI' | null;
  readonly judgements: Judgements | null;
  readonly card: ReportCard | null;
  /** Outcome of an ungraded inspection in Ofsted's words. */
  readonly outcome: string | null;
}
