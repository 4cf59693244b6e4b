import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Chance } from '../random.ts';
import type { Lineage } from '../county/lineage.ts';
import type { CardGrade, Judgements, OldGrade, ReportCard } from './inspection.ts';
import type { Regime } from './regimes.ts';

/** Grade for a performance under a regime. */
export function gradeFor(performance: number, regime: Regime): OldGrade {
  if (performance >= regime.outstanding) return 1;
  if (performance >= regime.good) return 2;
  return performance >= regime.notInadequate ? 3 : 4;
}

/** Judgements below the overall grade: mostly the same, behaviour and personal development rather better. */
export function judgementsFor(
  lineage: Lineage,
  overall: OldGrade | null,
  performance: number,
  regime: Regime,
  on: IsoDate,
  chance: Chance,
): Judgements {
  const near = (lean: number): OldGrade => {
    const grade = gradeFor(performance + lean + chance.normal() * 0.28, regime);
    if (overall === null) return grade;
    // A part may differ from the whole by one, and no part of an outstanding school is below good.
    return Math.min(4, Math.max(1, Math.min(overall + 1, Math.max(overall - 1, grade)))) as OldGrade;
  };
  const newFramework = on >= '2019-09-01';
  const quality = near(-0.12);
  const leadership = overall === 4 ? 4 : near(0.08);
  return {
    // The overall grade follows the quality of education.
    qualityOfEducation: newFramework ? (overall ?? quality) : null,
    behaviour: newFramework ? near(0.45) : null,
    personalDevelopment: newFramework ? near(0.6) : null,
    leadership,
    earlyYears: lineage.lowestAge <= 4 && on >= '2014-09-01' ? near(0.25) : null,
    sixthForm: lineage.sixthForm && on >= '2014-09-01' ? near(0.2) : null,
    safeguarding: on >= '2016-08-01' ? !(overall === 4 && chance.happens(0.6)) : null,
  };
}

/** Category of concern. Before 2012 the milder one was a notice to improve; from November 2025 it is `RSI`. */
export function categoryFor(
  overall: OldGrade | null,
  judgements: Judgements,
  on: IsoDate,
  chance: Chance,
): 'NTI' | 'SWK' | 'SM' | null {
  const failing =
    overall === 4 ||
    (overall === null && (judgements.qualityOfEducation === 4 || judgements.leadership === 4));
  if (!failing) return null;
  if (judgements.leadership === 4 && chance.happens(0.4)) return 'SM';
  return on < '2012-01-01' ? 'NTI' : 'SWK';
}

/** Words for an ungraded inspection: of its own time, and never a grade. */
export function outcomeFor(
  grade: 1 | 2,
  performance: number,
  regime: Regime,
  on: IsoDate,
  chance: Chance,
): string {
  const felt = performance + chance.normal() * 0.15;
  if (on >= '2024-09-01') {
    if (felt < regime.good + 0.1) return 'Some aspects not as strong';
    return felt > regime.outstanding - 0.45 && grade === 2
      ? 'Improved significantly'
      : 'Standards maintained';
  }
  if (grade === 1) {
    return felt < regime.outstanding - 0.75
      ? 'School remains Outstanding (Concerns) - S5 Next'
      : 'School remains Outstanding';
  }
  if (felt < regime.good + 0.12) return 'School remains Good (Concerns) - S5 Next';
  return felt > regime.outstanding - 0.2
    ? 'School remains Good (Improving) - S5 Next'
    : 'School remains Good';
}

/** A report card: each area has its own grade, and nothing sums them up. */
export function reportCardFor(lineage: Lineage, performance: number, chance: Chance): ReportCard {
  const area = (lean: number): CardGrade => {
    const felt = performance + lean + chance.normal() * 0.45;
    if (felt < -2.3) return 'Urgent improvement';
    if (felt < -0.95) return 'Needs attention';
    if (felt < 0.45) return 'Expected standard';
    return felt < 2 ? 'Strong standard' : 'Exceptional';
  };
  return {
    safeguardingMet: performance > -2.2,
    inclusion: area(0.2),
    curriculum: area(0),
    achievement: area(-0.15),
    attendance: area(0.1),
    personalDevelopment: area(0.35),
    earlyYears: lineage.lowestAge <= 4 && lineage.kind !== 'nursery' ? area(0.2) : null,
    post16: lineage.sixthForm ? area(0.15) : null,
    leadership: area(0.1),
  };
}

/** Categories after November 2025, as the inspectorate's guide gives them. */
export function reportCardCategory(card: ReportCard): 'SM' | 'RSI' | null {
  const urgent = [
    card.inclusion,
    card.curriculum,
    card.achievement,
    card.attendance,
    card.personalDevelopment,
    card.earlyYears,
    card.post16,
  ].includes('Urgent improvement');
  const leadership = card.leadership === 'Urgent improvement';
  const unsafe = !card.safeguardingMet;
  if (leadership && (urgent || unsafe)) return 'SM';
  return leadership || urgent || unsafe ? 'RSI' : null;
}
