import type { SchoolYear, IsoDate } from '#/schools/rules/dates.ts';
import type { Establishment, Lineage } from '../county/lineage.ts';
import type { Chance } from '../random.ts';
import type { Ks2Pupil } from '../results/key-stage-2-pupils.ts';
import type { Ks4Pupil } from '../results/key-stage-4-pupils.ts';
import type { Inspected, OldGrade } from './inspection.ts';
import type { Quality } from './quality.ts';

/** What the inspectorate goes by: when it last came, what it found, and whether it must come back soon. */
export interface Standing {
  grade: OldGrade | null;
  lastRoutine: IsoDate | null;
  gradedNext: boolean;
  /** Inspections in a row that found it to require improvement. */
  timesBelowGood: number;
}

/** A school while its life is being lived through, term by term. */
export interface Living {
  readonly lineage: Lineage;
  readonly quality: Quality;
  readonly ks2: ReadonlyMap<SchoolYear, readonly Ks2Pupil[]>;
  readonly ks4: ReadonlyMap<SchoolYear, readonly Ks4Pupil[]>;
  readonly establishments: Establishment[];
  readonly inspections: Inspected[];
  readonly standing: Standing;
  readonly chance: Chance;
}
