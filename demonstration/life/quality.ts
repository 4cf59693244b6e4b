import type { SchoolYear } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import type { Lineage, Story } from '../county/lineage.ts';

/** First school year simulated. Inspections begin in its autumn term. */
export const firstYear: SchoolYear = 2010;
export const lastYear: SchoolYear = 2026;

/** How good a school is underneath, by school year; 0 is the ordinary English school, 1 one standard deviation better. */
export type Quality = ReadonlyMap<SchoolYear, number>;

/**
 * A slow level of its own, shocks that fade (a new head, a lost year), the county's own rise after 2014, and the
 * school's story. Nobody sees this number: results and inspections are drawn from it with their own luck.
 */
export function qualityOf(lineage: Lineage): Quality {
  const chance = chanceFor('quality', lineage.id);
  const level = chance.normal() * 0.6 - 0.12 * (lineage.quintile - 3);
  const turn = chance.whole(2014, 2020);
  const quality = new Map<SchoolYear, number>();
  let shock = chance.normal() * 0.4;
  for (let year = firstYear; year <= lastYear; year++) {
    shock = 0.7 * shock + chance.normal() * 0.3;
    quality.set(
      year,
      storied(lineage.story, level, shock, year, turn) + countyRise(year) + secondaryLag(lineage, year),
    );
  }
  return quality;
}

export function qualityIn(quality: Quality, year: SchoolYear): number {
  return quality.get(year) ?? 0;
}

function storied(story: Story, level: number, shock: number, year: SchoolYear, turn: SchoolYear): number {
  switch (story) {
    case 'ordinary':
      return level + shock;
    case 'strong':
      return 1.25 + 0.4 * level + 0.5 * shock;
    case 'declining':
      return 0.5 + 0.3 * level + 0.5 * shock - 0.32 * Math.max(0, Math.min(7, year - turn - 1));
    case 'stuck':
      return -1.35 + 0.2 * level + 0.4 * shock;
    case 'turned round':
      return (year <= turn ? -1.7 : Math.min(0.6, -1.7 + 0.5 * (year - turn))) + 0.4 * shock;
    case 'rising':
      return -0.8 + 0.3 * level + 0.4 * shock + 0.17 * Math.max(0, year - 2013);
  }
}

/** Secondary schools are further behind at the start, as they were in Norfolk in 2013. */
function secondaryLag(lineage: Lineage, year: SchoolYear): number {
  if (lineage.kind !== 'secondary') return 0;
  return year >= 2018 ? -0.08 : -0.42;
}

/** The county starts behind England and catches up between 2014 and 2020. */
function countyRise(year: SchoolYear): number {
  if (year <= 2013) return -0.35;
  return year >= 2020 ? 0.05 : -0.35 + 0.057 * (year - 2013);
}
