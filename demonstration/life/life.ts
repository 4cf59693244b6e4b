import { addDays, type SchoolYear } from '#/schools/rules/dates.ts';
import { resultYears, termsOf } from '../calendar.ts';
import type { Establishment, Lineage } from '../county/lineage.ts';
import { chanceFor } from '../random.ts';
import { ks2PupilsOf, type Ks2Pupil } from '../results/key-stage-2-pupils.ts';
import { ks4PupilsOf, type Ks4Pupil } from '../results/key-stage-4-pupils.ts';
import { firstForm, takeNewForm } from './forms.ts';
import { earlierInspections, inspectMaybe } from './inspect.ts';
import type { Inspected } from './inspection.ts';
import type { Living } from './living.ts';
import { firstYear, lastYear, qualityOf } from './quality.ts';

/** One place of learning through the years: its forms in the register, its inspections, its results. */
export interface Life {
  readonly lineage: Lineage;
  readonly establishments: readonly Establishment[];
  /** Oldest first. */
  readonly inspections: readonly Inspected[];
  /** Pupils who finished a key stage, by school year; no one where the school has none of that age. */
  readonly ks2: ReadonlyMap<SchoolYear, readonly Ks2Pupil[]>;
  readonly ks4: ReadonlyMap<SchoolYear, readonly Ks4Pupil[]>;
}

/** Lives one lineage through from the autumn of 2009. Depends on nothing but the lineage itself. */
export function lifeOf(lineage: Lineage): Life {
  const quality = qualityOf(lineage);
  const years = resultYears.filter((year) => takesTestsIn(lineage, year));
  const living: Living = {
    lineage,
    quality,
    ks2: new Map(years.map((year) => [year, ks2PupilsOf(lineage, quality, year)])),
    ks4: new Map(years.map((year) => [year, ks4PupilsOf(lineage, quality, year)])),
    establishments: [firstForm(lineage)],
    inspections: [],
    standing: { grade: null, lastRoutine: null, gradedNext: false, timesBelowGood: 0 },
    chance: chanceFor('life', lineage.id),
  };
  if (lineage.opensOn === null) earlierInspections(living);
  for (let year = firstYear; year <= lastYear; year++) {
    for (const term of termsOf(year)) {
      takeNewForm(living, term);
      inspectMaybe(living, term);
    }
  }
  return living;
}

function takesTestsIn(lineage: Lineage, year: SchoolYear): boolean {
  const summer = `${year}-05-15`;
  if (lineage.closesOn !== null && lineage.closesOn < summer) return false;
  if (lineage.opensOn === null) return true;
  // A new school has no eleven-year-olds for its first years; an amalgamated one has them at once.
  return lineage.openedBecause === 'Result of Amalgamation'
    ? lineage.opensOn <= summer
    : addDays(lineage.opensOn, 1600) <= summer;
}
