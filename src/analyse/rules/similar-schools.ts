import type { SimilarSchoolsSettings } from '#/law/similar-schools-schema.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { DimensionCompared, Intake, NearSchool, SimilarSchool } from '#/schools/rules/similar.ts';
import { whySimilar } from './similar-schools-words.ts';

/** The schools of one phase, each a point whose coordinates are facts of its intake in standard deviations. */
export interface IntakeSpace {
  readonly phase: Phase;
  /** In order of URN, so that nothing depends on the order in which they came. */
  readonly schools: readonly Intake[];
  readonly settings: SimilarSchoolsSettings;
  /** One row a school, one column a dimension, each times the square root of its weight; `NaN` for what is not known. */
  readonly points: Float64Array;
  /** Standard deviation of each dimension between schools, on its scale. */
  readonly spreads: readonly number[];
}

/** The space of all schools of a phase: made once, asked for any number of schools. */
export function intakeSpace(
  phase: Phase,
  all: readonly Intake[],
  settings: SimilarSchoolsSettings,
): IntakeSpace {
  const schools = all
    .filter((intake) => intake.phase === phase)
    .toSorted((a, b) => a.urn.localeCompare(b.urn));
  const { dimensions } = settings;
  const spreads = dimensions.map((dimension) => spreadOf(schools.map((one) => onScale(one, dimension))));
  const points = new Float64Array(schools.length * dimensions.length);
  schools.forEach((one, row) => {
    writePoint(points, row * dimensions.length, one, spreads, settings);
  });
  return { phase, schools, settings, points, spreads };
}

/**
 * The schools whose pupils are most like this one's: nearest first, the same always in the same order. Distance is the
 * root of the weighted mean of squared differences, each in standard deviations between schools of the phase. What is
 * not known of both counts as far apart as two schools taken at random are; with too little known two schools are not
 * compared at all. How the schools did plays no part: two with the same pupils and opposite results are alike.
 */
export function nearestIn(space: IntakeSpace, intake: Intake): readonly NearSchool[] {
  return nearRows(space, intake).map(({ other, distance }) => ({ urn: other.urn, distance }));
}

/** The same for one school among all, with why each is there; a school of another phase is never similar. */
export function similarSchools(
  intake: Intake,
  all: readonly Intake[],
  settings: SimilarSchoolsSettings,
): readonly SimilarSchool[] {
  const space = intakeSpace(intake.phase, all, settings);
  return nearRows(space, intake).map(({ other, distance }) => described(intake, other, distance, space));
}

function nearRows(
  space: IntakeSpace,
  intake: Intake,
): readonly { readonly other: Intake; readonly distance: number }[] {
  const own = new Float64Array(space.settings.dimensions.length);
  writePoint(own, 0, intake, space.spreads, space.settings);
  return nearestRows(space, own, intake.urn).flatMap(({ row, squared }) => {
    const other = space.schools[row];
    return other === undefined ? [] : [{ other, distance: Math.sqrt(squared) }];
  });
}

type Dimension = SimilarSchoolsSettings['dimensions'][number];

/** A fact on the scale on which schools are compared; `null` when it is not known or cannot be on that scale. */
function onScale(intake: Intake, { id, scale }: Dimension): number | null {
  const number = intake[id]?.number ?? null;
  if (number === null || scale === 'plain') return number;
  return number > 0 ? Math.log(number) : null;
}

/** Standard deviation. Summed in order of size: in whichever order the schools come, it is the same to the last digit. */
function spreadOf(values: readonly (number | null)[]): number {
  const known = Float64Array.from(values.filter((value) => value !== null)).sort();
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
}

function writePoint(
  points: Float64Array,
  at: number,
  intake: Intake,
  spreads: readonly number[],
  { dimensions }: SimilarSchoolsSettings,
): void {
  dimensions.forEach((dimension, column) => {
    const value = onScale(intake, dimension);
    const spread = spreads[column] ?? 0;
    // Where all schools are the same, a fact tells nothing apart.
    points[at + column] =
      value === null ? Number.NaN : spread > 0 ? (Math.sqrt(dimension.weight) * value) / spread : 0;
  });
}

interface Near {
  readonly row: number;
  readonly squared: number;
}

/** The nearest rows but the school's own, in order of distance, then of URN. */
function nearestRows(space: IntakeSpace, own: Float64Array, urn: string): readonly Near[] {
  const { points, settings, schools } = space;
  const width = settings.dimensions.length;
  const weights = Float64Array.from(settings.dimensions, ({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const unknown = settings.unknownApart.number ** 2;
  const least = settings.leastDimensions.number;
  const most = Math.min(settings.neighbours.number, schools.length);
  const distances = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
  const rows = new Int32Array(most).fill(-1);
  // The heaviest first, so that most schools are soon seen to be too far.
  const columns = Int32Array.from(weights.keys()).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const silent = columns.filter((column) => Number.isNaN(own[column]));
  const told = columns.filter((column) => !Number.isNaN(own[column]));
  // What is not known of the school itself is as far from every other.
  const base = silent.reduce((sum, column) => sum + (weights[column] ?? 0) * unknown, 0);
  let furthest = Number.POSITIVE_INFINITY;
  for (let row = 0; row < schools.length; row++) {
    let sum = base;
    let known = 0;
    for (let place = 0; place < told.length && sum < furthest; place++) {
      const column = told[place] ?? 0;
      const apart = (own[column] ?? Number.NaN) - (points[row * width + column] ?? Number.NaN);
      if (Number.isNaN(apart)) sum += (weights[column] ?? 0) * unknown;
      else {
        sum += apart * apart;
        known += 1;
      }
    }
    if (sum >= furthest || known < least || schools[row]?.urn === urn) continue;
    let place = most - 1;
    while (place > 0 && (distances[place - 1] ?? 0) > sum) {
      distances[place] = distances[place - 1] ?? 0;
      rows[place] = rows[place - 1] ?? -1;
      place -= 1;
    }
    distances[place] = sum;
    rows[place] = row;
    furthest = distances[most - 1] ?? furthest;
  }
  return Array.from(rows, (row, place) => ({ row, squared: (distances[place] ?? 0) / total })).filter(
    ({ row }) => row >= 0,
  );
}

function described(intake: Intake, other: Intake, distance: number, space: IntakeSpace): SimilarSchool {
  const { dimensions } = space.settings;
  const compared = dimensions.flatMap((dimension, column): readonly DimensionCompared[] => {
    const [mine, theirs] = [onScale(intake, dimension), onScale(other, dimension)];
    const spread = space.spreads[column] ?? 0;
    if (mine === null || theirs === null) return [];
    return [
      {
        dimension: dimension.id,
        own: intake[dimension.id]?.number ?? 0,
        other: other[dimension.id]?.number ?? 0,
        apart: spread > 0 ? Math.abs(mine - theirs) / spread : 0,
      },
    ];
  });
  const nearestFirst = compared.toSorted((a, b) => a.apart - b.apart);
  return {
    urn: other.urn,
    name: other.name,
    authority: other.authority,
    distance,
    dimensions: nearestFirst,
    unknown: dimensions
      .map(({ id }) => id)
      .filter((id) => !compared.some(({ dimension }) => dimension === id)),
    why: whySimilar(nearestFirst, dimensions),
  };
}
