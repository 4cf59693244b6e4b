import { findInForce } from '#/law/dated.ts';
import type { Reference } from '#/law/reference.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** How a school can be expected to stand, in the words of grades and in those of report cards. */
export const judgedStandings = [
  'good or better',
  'below good',
  'every area at expected or above',
  'an area below expected',
] as const;

export type JudgedStanding = (typeof judgedStandings)[number];

/** The better of two standings: what a share of schools is aimed at. */
export type ReachedStanding = Extract<JudgedStanding, 'good or better' | 'every area at expected or above'>;

const graded = ['good or better', 'below good'] as const;
const onReportCards = ['every area at expected or above', 'an area below expected'] as const;

/**
 * The standings that somebody can expect on one day of another: those of the framework of the day it is written down, and
 * of the day it is expected for. Grades of report cards are not grades of before, so neither stands for the other.
 */
export function standingsToExpect(
  frameworks: Reference['frameworks'],
  writtenOn: IsoDate,
  expectedFor: IsoDate,
): readonly JudgedStanding[] {
  const kinds = [writtenOn, expectedFor].map((day) => findInForce(frameworks, day)?.kind);
  return [
    ...(kinds.includes('graded') ? graded : []),
    ...(kinds.includes('report card') ? onReportCards : []),
  ];
}

/** Whether a share of schools that stand so can be aimed at: nobody aims at schools below a line. */
export function isAimedAt(standing: JudgedStanding): standing is ReachedStanding {
  return standing === 'good or better' || standing === 'every area at expected or above';
}
