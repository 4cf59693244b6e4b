import type { SchoolYear } from '#/schools/rules/dates.ts';
import { chanceFor, type Chance } from '../random.ts';
import type { Lineage } from '../county/lineage.ts';
import { qualityIn, type Quality } from '../life/quality.ts';
import { nationalKeyStage4 } from './national.ts';

/** One young person at the end of key stage 4. No such person exists. */
export interface Ks4Pupil {
  readonly girl: boolean;
  readonly disadvantaged: boolean;
  readonly additionalLanguage: boolean;
  readonly nonMobile: boolean;
  /** Attainment at key stage 2; `null` where it is not known, as for everyone in 2025. */
  readonly prior: 'LO' | 'AV' | 'HI' | null;
  /** Points at key stage 2: fine grades to 2019, scaled scores from 2022. */
  readonly priorPoints: number | null;
  readonly attainment8: number;
  /** Progress 8, `null` without prior attainment. */
  readonly progress8: number | null;
  readonly standardPass: boolean;
  readonly strongPass: boolean;
  readonly ebaccEntered: boolean;
  readonly ebaccPoints: number;
}

/** Spread of pupils' Progress 8 in England, from which the published intervals are worked. */
export const progress8Spread = 1.27;

const priorWeight = 0.72;
const schoolWeight = 0.24;
/** Attainment 8 points for one standard deviation between pupils. */
const attainment8Spread = 17.5;

/** The young people of a school who finished key stage 4 in a summer. */
export function ks4PupilsOf(lineage: Lineage, quality: Quality, year: SchoolYear): readonly Ks4Pupil[] {
  const special = lineage.kind === 'special';
  if (lineage.kind !== 'secondary' && (!special || lineage.highestAge < 16)) return [];
  const years = special ? 13 : lineage.sixthForm ? 5.6 : 5;
  const middle = lineage.pupils / years;
  const number = Math.max(
    2,
    Math.round(middle + chanceFor('cohort', lineage.id, year).normal() * Math.sqrt(middle) * 0.7),
  );
  const chance = chanceFor('key stage 4', lineage.id, year);
  const school = qualityIn(quality, year) * schoolWeight + chance.normal() * 0.05;
  const entry = Math.min(0.85, Math.max(0.05, 0.36 + 0.16 * chanceFor('entry', lineage.id).normal()));
  const pupils: Ks4Pupil[] = [];
  for (let pupil = 0; pupil < number; pupil++) {
    pupils.push(special ? specialPupil(chance) : pupilIn(lineage, school, entry, year, chance));
  }
  return nationalKeyStage4[year]?.progress8 === null ? pupils.map(withoutStart) : pupils;
}

/** Where no Progress 8 was published, they had taken no key stage 2. */
function withoutStart(pupil: Ks4Pupil): Ks4Pupil {
  return { ...pupil, prior: null, priorPoints: null };
}

/** From a standard normal start to about the means and spreads of England: 28.3 and 4.5, or 104 and 7. */
function priorPointsOf(start: number, year: SchoolYear): number {
  const points = year < 2022 ? 28.2 + 4.5 * start : 103.5 + 7 * start;
  const [least, most] = year < 2022 ? [15, 39] : [80, 120];
  return Math.round(10 * Math.max(least, Math.min(most, points))) / 10;
}

function pupilIn(
  lineage: Lineage,
  school: number,
  entry: number,
  year: SchoolYear,
  chance: Chance,
): Ks4Pupil {
  const national = nationalKeyStage4[year];
  if (national === undefined) throw new Error(`No key stage 4 results in ${year}.`);
  const disadvantaged = chance.happens(0.06 + 0.065 * lineage.quintile);
  const girl = chance.happens(0.49);
  const start = chance.normal() * 0.95 + 0.13 - (disadvantaged ? 0.45 : 0) - 0.04 * (lineage.quintile - 3);
  const added = school + (girl ? 0.11 : -0.11) + (disadvantaged ? -0.22 : 0.06) + chance.normal() * 0.64;
  const reached = priorWeight * start + added;
  const attainment8 = Math.max(0, Math.min(90, national.attainment8 + attainment8Spread * reached));
  const passing = reached + chance.normal() * 0.22;
  const known = !chance.happens(0.04);
  return {
    girl,
    disadvantaged,
    additionalLanguage: chance.happens(lineage.rural ? 0.03 : 0.09),
    nonMobile: chance.happens(0.96),
    prior: known ? (start < -1.1 ? 'LO' : start > 0.25 ? 'HI' : 'AV') : null,
    priorPoints: known ? priorPointsOf(start, year) : null,
    // Two decimals, as points come in quarters and halves; sums stay exact enough to add in any order.
    attainment8: Math.round(attainment8 * 4) / 4,
    progress8: known ? Math.round(added * 1.86 * 100) / 100 : null,
    standardPass: passing > national.standardCut,
    strongPass: passing > national.strongCut,
    ebaccEntered: chance.happens(Math.min(0.98, Math.max(0.01, entry + 0.2 * start))),
    ebaccPoints: Math.max(0, Math.round(attainment8 * 8.8) / 100),
  };
}

/** Most take courses below GCSE, so both measures are low; nobody reads them as failure. */
function specialPupil(chance: Chance): Ks4Pupil {
  const attainment8 = Math.max(0, Math.round((5 + 4 * chance.normal()) * 4) / 4);
  return {
    girl: chance.happens(0.28),
    disadvantaged: chance.happens(0.45),
    additionalLanguage: chance.happens(0.05),
    nonMobile: chance.happens(0.85),
    prior: chance.happens(0.9) ? 'LO' : null,
    // Most had no test at key stage 2, and no points of it.
    priorPoints: null,
    attainment8,
    progress8: chance.happens(0.9) ? Math.round((-1.4 + 0.9 * chance.normal()) * 100) / 100 : null,
    standardPass: false,
    strongPass: false,
    ebaccEntered: false,
    ebaccPoints: Math.round(attainment8 * 3) / 100,
  };
}
