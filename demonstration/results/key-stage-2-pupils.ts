import type { SchoolYear } from '#/schools/rules/dates.ts';
import { chanceFor, type Chance } from '../random.ts';
import type { Lineage } from '../county/lineage.ts';
import { qualityIn, type Quality } from '../life/quality.ts';
import { ks2Subjects, nationalKeyStage2, type Ks2Subject } from './national.ts';

/** One child at the end of key stage 2. No such child exists. */
export interface Ks2Pupil {
  readonly girl: boolean;
  readonly disadvantaged: boolean;
  readonly additionalLanguage: boolean;
  readonly nonMobile: boolean;
  readonly support: 'none' | 'support' | 'plan';
  /** Prior attainment group at key stage 1; `null` where it cannot be calculated. */
  /** Attainment at key stage 1; `null` where it is not known, as for everyone in 2024 and 2025. */
  readonly prior: 'L' | 'M' | 'H' | null;
  readonly priorPoints: number | null;
  readonly tested: boolean;
  /** Scaled scores 80 to 120; writing is judged by the teacher and has a score here only to be judged by. */
  readonly score: Readonly<Record<Ks2Subject, number>>;
  readonly science: boolean;
  /** Value added in each progress measure, 0 on average in England. */
  readonly progress: Readonly<Record<'READ' | 'WRIT' | 'MAT', number>>;
}

/** Spread of pupils' progress scores in England: what the published intervals are worked from. */
export const progressSpread = { READ: 6.1, WRIT: 5.6, MAT: 5.3 } as const;

const scoreSpread: Readonly<Record<Ks2Subject, number>> = { READ: 6.9, WRITTA: 7, MAT: 6.2, GPS: 7.8 };

/** How much of a pupil's result the start explains, and how much one year's cohort shares with the school. */
const priorWeight = 0.72;
const schoolWeight = 0.27;

/** The children who took their tests in a place of learning in a summer; none where it has no eleven-year-olds. */
export function ks2PupilsOf(lineage: Lineage, quality: Quality, year: SchoolYear): readonly Ks2Pupil[] {
  const number = cohortSize(lineage, year);
  if (number === 0) return [];
  const chance = chanceFor('key stage 2', lineage.id, year);
  const school = qualityIn(quality, year) * schoolWeight + chance.normal() * 0.1;
  const pupils: Ks2Pupil[] = [];
  for (let pupil = 0; pupil < number; pupil++) {
    pupils.push(
      lineage.kind === 'special' ? specialPupil(lineage, chance) : pupilIn(lineage, school, year, chance),
    );
  }
  return nationalKeyStage2[year]?.hasProgress === true ? pupils : pupils.map(withoutStart);
}

/** Where no progress was published, the children had taken no key stage 1. */
function withoutStart(pupil: Ks2Pupil): Ks2Pupil {
  return { ...pupil, prior: null, priorPoints: null };
}

function cohortSize(lineage: Lineage, year: SchoolYear): number {
  const years = {
    primary: 7,
    junior: 4,
    special: 14,
    infant: 0,
    secondary: 0,
    nursery: 0,
    'pupil referral unit': 0,
  };
  const across = years[lineage.kind];
  if (across === 0 || (lineage.kind === 'special' && lineage.id % 3 === 0)) return 0;
  const chance = chanceFor('cohort', lineage.id, year);
  const middle = lineage.pupils / across;
  // Intakes vary most where they are small.
  return Math.max(1, Math.round(middle + chance.normal() * Math.sqrt(middle) * 0.7));
}

function pupilIn(lineage: Lineage, school: number, year: SchoolYear, chance: Chance): Ks2Pupil {
  const national = nationalKeyStage2[year];
  if (national === undefined) throw new Error(`No key stage 2 results in ${year}.`);
  const disadvantaged = chance.happens(0.1 + 0.075 * lineage.quintile);
  const girl = chance.happens(0.49);
  const additionalLanguage = chance.happens(lineage.rural ? 0.03 : 0.12);
  const draw = chance.uniform();
  const support = draw < 0.035 ? 'plan' : draw < 0.185 ? 'support' : 'none';
  const start =
    chance.normal() * 0.92 +
    0.17 -
    (disadvantaged ? 0.42 : 0) -
    0.05 * (lineage.quintile - 3) -
    (support === 'plan' ? 1.6 : support === 'support' ? 0.75 : 0) +
    0.16;
  const common = chance.normal() * 0.45 + school - (disadvantaged ? 0.1 : -0.04);
  const z = {} as Record<Ks2Subject, number>;
  const score = {} as Record<Ks2Subject, number>;
  for (const subject of ks2Subjects) {
    const lean = subject === 'MAT' ? (girl ? -0.06 : 0.06) : girl ? 0.1 : -0.1;
    z[subject] = priorWeight * start + common + lean + chance.normal() * 0.48;
    const points = 100 + (z[subject] - national.cut[subject]) * scoreSpread[subject];
    score[subject] = Math.min(120, Math.max(80, Math.floor(points)));
  }
  const added = (subject: Ks2Subject, spread: number): number =>
    ((z[subject] - priorWeight * start) / 0.68) * spread * 0.98;
  const known = !chance.happens(0.03);
  return {
    girl,
    disadvantaged,
    additionalLanguage,
    nonMobile: chance.happens(0.93),
    support,
    prior: known ? (start < -1.25 ? 'L' : start > 0.42 ? 'H' : 'M') : null,
    priorPoints: known ? Math.max(3, Math.min(21, 16.1 + 3.1 * start)) : null,
    tested: !chance.happens(0.004),
    score,
    science: z.READ + z.MAT > -1.9,
    progress: {
      READ: added('READ', progressSpread.READ),
      WRIT: added('WRITTA', progressSpread.WRIT),
      MAT: added('MAT', progressSpread.MAT),
    },
  };
}

/**
 * Children in special schools mostly work below the tests: they count in percentages and have no scores. Of one school in
 * four few have a start to measure progress from, and the tables say that coverage is too low.
 */
function specialPupil(lineage: Lineage, chance: Chance): Ks2Pupil {
  const none = { READ: 0, WRITTA: 0, MAT: 0, GPS: 0 };
  return {
    girl: chance.happens(0.28),
    disadvantaged: chance.happens(0.5),
    additionalLanguage: chance.happens(0.06),
    nonMobile: chance.happens(0.8),
    support: 'plan',
    prior: chance.happens(lineage.id % 4 === 0 ? 0.35 : 0.85) ? 'L' : null,
    priorPoints: 2 + 3 * chance.uniform(),
    tested: false,
    score: none,
    science: false,
    progress: {
      READ: -2 + 4 * chance.normal(),
      WRIT: -3 + 4 * chance.normal(),
      MAT: -3 + 4 * chance.normal(),
    },
  };
}
