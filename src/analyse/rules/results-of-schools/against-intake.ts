import type { Measure } from '#/law/reference.ts';
import type { PlacedResult } from '#/schools/rules/results-of-schools.ts';
import { lineThrough, type Line } from '#/statistics/line.ts';
import { shrinkMean } from '#/statistics/shrinkage.ts';
import { sharesOfPupils } from './shares-of-pupils.ts';

/** A school's result and its intake; the intake is a number of the same or another year. */
export interface WithIntake {
  readonly result: PlacedResult;
  readonly intake: number;
}

/** What results go with what intake, among all the schools that have both. */
export interface IntakeLine {
  readonly schools: number;
  readonly line: Line;
  /** Standard deviation between schools of what intake does not account for, chance taken out: in the measure's unit. */
  readonly betweenSchools: number;
}

/** One school beside what its intake suggests. */
export interface SchoolAgainstIntake extends WithIntake {
  readonly suggested: number;
  /** Result less what intake suggests. */
  readonly difference: number;
  /** The difference that is believed of it, with few pupils drawn towards none, and its 95% range. */
  readonly believed: number;
  readonly interval: readonly [number, number];
  /** Better or worse where the whole range is on one side. */
  readonly verdict: 'better' | 'as suggested' | 'worse';
}

/** Each result with its school's intake; those without one are told apart. */
export function withIntake(
  results: readonly PlacedResult[],
  intakes: readonly PlacedResult[],
): { readonly pairs: readonly WithIntake[]; readonly without: readonly PlacedResult[] } {
  const known = new Map(intakes.map(({ urn, number }) => [urn, number]));
  const usable = (one: PlacedResult): boolean => known.has(one.urn) && (one.cohort ?? 0) > 0;
  return {
    pairs: results.filter(usable).map((result) => ({ result, intake: known.get(result.urn) ?? 0 })),
    without: results.filter((one) => !usable(one)),
  };
}

/** The line through all schools, each counting for its pupils; `null` where there are too few to draw one. */
export function intakeLine(pairs: readonly WithIntake[], measure: Measure): IntakeLine | null {
  if (pairs.length < 10) return null;
  const line = lineThrough(
    pairs.map(({ result, intake }) => ({ x: intake, y: result.number, weight: result.cohort ?? 0 })),
  );
  if (line === null) return null;
  const parts = pairs.flatMap(({ result, intake }) => {
    const error = chanceOf(result, line.at(intake), measure);
    return error === null
      ? []
      : [{ weight: result.cohort ?? 0, excess: (result.number - line.at(intake)) ** 2 - error ** 2 }];
  });
  const pupils = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (pupils === 0) return null;
  const variance = parts.reduce((sum, { weight, excess }) => sum + weight * excess, 0) / pupils;
  return { schools: pairs.length, line, betweenSchools: Math.sqrt(Math.max(0.01, variance)) };
}

/** Each school beside what its intake suggests, with how sure that is. */
export function againstIntake(
  pairs: readonly WithIntake[],
  { line, betweenSchools }: IntakeLine,
  measure: Measure,
): readonly SchoolAgainstIntake[] {
  return pairs.flatMap((pair) => {
    const suggested = line.at(pair.intake);
    const error = chanceOf(pair.result, suggested, measure);
    if (error === null) return [];
    const difference = pair.result.number - suggested;
    const belief = shrinkMean(difference, error, 0, betweenSchools);
    const { low, high } = belief.interval(0.95);
    return [
      {
        ...pair,
        suggested,
        difference,
        believed: belief.mean,
        interval: [low, high] as const,
        verdict: low > 0 ? ('better' as const) : high < 0 ? ('worse' as const) : ('as suggested' as const),
      },
    ];
  });
}

/** Standard error by chance of a school's result, in the measure's unit. */
function chanceOf({ cohort, interval }: PlacedResult, suggested: number, measure: Measure): number | null {
  const pupils = cohort ?? 0;
  if (pupils <= 0) return null;
  if (sharesOfPupils(measure)) {
    // Away from 0% and 100%, where a line may lead and chance would seem to be nothing.
    const share = Math.min(95, Math.max(5, suggested));
    return Math.sqrt((share * (100 - share)) / pupils);
  }
  if (interval !== null) return Math.max(1e-6, (interval[1] - interval[0]) / (2 * 1.959964));
  return measure.pupilSd === undefined ? null : measure.pupilSd.number / Math.sqrt(pupils);
}
