import { chanceOfLogit, logit } from '#/statistics/logit.ts';
import { chanceAtLeast, countQuantile, type CountDistribution } from '#/statistics/poisson-binomial.ts';
import { shockedCount } from '#/statistics/shocked-count.ts';
import { shockedShare } from '#/statistics/shocked-share.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Level, Range, SharePoint } from '../forecast.ts';
import type { TrajectoryShock } from './model.ts';
import type { SchoolChances } from './school-chances.ts';

const levels: readonly Level[] = [50, 80, 95];
/** Places a share of pupils is told apart in: steps of 0.2 percentage points. */
const partsOfPupils = 500;

/** The shock so many quarters ahead: in proportion between horizons, by the square root before the first. */
export function shockAfter(shocks: readonly TrajectoryShock[], quarters: number): number {
  const both = shocks.map((shock) => ({
    at: shock.quarters,
    sd: Math.hypot(shock.england, shock.authority),
  }));
  const [first] = both;
  if (first === undefined) return 0;
  if (quarters <= first.at) return first.sd * Math.sqrt(quarters / first.at);
  const next = both.findIndex(({ at }) => at >= quarters);
  const [before, after] = [both[next - 1], both[next]];
  if (before === undefined || after === undefined) return both.at(-1)?.sd ?? 0;
  return before.sd + ((quarters - before.at) / (after.at - before.at)) * (after.sd - before.sd);
}

/**
 * Chances are means over what England may do; the distribution wants them as at no shock. For a normal shock the logits
 * are spread by this factor (Zeger, Liang and Albert 1988, Biometrics 44, 1049–1060).
 */
function atNoShock(chance: number, sd: number): number {
  if (chance <= 0 || chance >= 1) return chance;
  return chanceOfLogit(logit(chance) * Math.sqrt(1 + 0.346 * sd * sd));
}

/** From so many schools on, no cumulative probability of the quick way is further than 3e-4 from that of the exact one. */
const manySchools = 100;

function countOf(chances: Float64Array, sd: number): CountDistribution {
  if (chances.length < manySchools) return shockedCount(chances, sd);
  return shockedShare(chances, new Float64Array(chances.length).fill(1), sd, chances.length);
}

/** A share of schools, or of pupils where sizes are given, for a day; `null` where none can have been judged by then. */
export function sharePoint(
  on: IsoDate,
  chances: readonly SchoolChances[],
  sd: number,
  target: number | null,
  sizes: readonly number[] | null = null,
): SharePoint | null {
  const weight = (index: number): number => sizes?.[index] ?? 1;
  const of = chances.reduce((sum, { judged }, index) => sum + judged * weight(index), 0);
  if (of === 0) return null;
  const good = Float64Array.from(chances, (one) => atNoShock(one.good, sd));
  const all = chances.reduce((sum, _, index) => sum + weight(index), 0);
  const distribution =
    sizes === null ? countOf(good, sd) : shockedShare(good, Float64Array.from(sizes), sd, partsOfPupils);
  // A place in the distribution as a share of those judged: those not judged yet cannot be good.
  const share = (place: number): number =>
    Math.min(1, sizes === null ? place / of : ((place / partsOfPupils) * all) / of);
  const places = sizes === null ? of : (partsOfPupils * of) / all;
  const quantile = (part: number): number => share(countQuantile(distribution, part));
  return {
    on,
    of,
    middle: quantile(0.5),
    ranges: levels.map((level): Range => ({
      level,
      low: quantile((1 - level / 100) / 2),
      high: quantile((1 + level / 100) / 2),
    })),
    target,
    chanceOfTarget: target === null ? null : chanceAtLeast(distribution, Math.ceil(target * places - 1e-9)),
  };
}
