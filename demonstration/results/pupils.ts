import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Lineage } from '../county/lineage.ts';
import { chanceFor } from '../random.ts';

/** Pupils of a school on the day of the January census. */
export interface Pupils {
  readonly all: number;
  readonly girls: number;
  readonly boys: number;
  readonly freeMeals: number;
  /** Of reception to year 11, who had free school meals at some time in the last six years. */
  readonly freeMealsEver: number;
  readonly receptionToYear11: number;
  readonly otherLanguage: number;
  readonly support: number;
  readonly plan: number;
}

/** The newest census: rolls of other years lead up to it. */
const newest: SchoolYear = 2026;

/** Pupils a school had in a year: as many as the register says in the newest, more or fewer before. */
export function pupilsIn(lineage: Lineage, year: SchoolYear): Pupils {
  const chance = chanceFor('roll', lineage.id);
  const lean = lineage.story === 'declining' ? -0.03 : lineage.story === 'rising' ? 0.015 : 0;
  const yearly = lean + chance.normal() * 0.008;
  const shares = {
    meals: 0.06 + 0.055 * lineage.quintile + (lineage.id % 13) * 0.004,
    language: Math.max(
      0.005,
      (lineage.rural ? 0.02 : 0.11) + chance.normal() * (lineage.rural ? 0.01 : 0.06),
    ),
    support: Math.max(0.04, 0.09 + 0.015 * lineage.quintile + chance.normal() * 0.02),
    plan: lineage.kind === 'special' ? 0.99 : Math.max(0.005, 0.03 + chance.normal() * 0.01),
  };
  const now = chanceFor('pupils', lineage.id, year);
  const before = 1 - yearly * (newest - year) + (year >= newest - 1 ? 0 : now.normal() * 0.01);
  const all = year >= newest - 1 ? lineage.pupils : Math.max(12, Math.floor(lineage.pupils * before + 0.5));
  const boys = Math.round(all * (0.46 + (lineage.id % 9) / 100));
  const outside = lineage.nurseryClass || lineage.sixthForm ? 0.88 : 1;
  const receptionToYear11 = Math.floor(all * outside + 0.5);
  const part = (share: number, of: number): number => Math.min(of, Math.floor(share * of + 0.5));
  const freeMeals = part(shares.meals, all);
  const plan = part(shares.plan, all);
  return {
    all,
    boys,
    girls: all - boys,
    freeMeals,
    freeMealsEver: part(shares.meals * 1.15, receptionToYear11),
    receptionToYear11,
    otherLanguage: part(shares.language, all),
    support: Math.min(all - plan, part(lineage.kind === 'special' ? 0.01 : shares.support, all)),
    plan,
  };
}
