import type { Finding } from './facts.ts';
import type { IndicatorId, Reading } from './reading.ts';
import { plural } from './words.ts';

function reading(readings: readonly Reading[], id: IndicatorId): Reading | undefined {
  return readings.find(({ indicator, state }) => indicator === id && state === 'read');
}

/** The points of some indicators, added. */
export function pointsOf(readings: readonly Reading[], ids: readonly IndicatorId[]): number {
  return readings
    .filter(({ indicator }) => ids.includes(indicator))
    .reduce((sum, { points }) => sum + points, 0);
}

/** Even the least favourable value that is likely would give no point. */
function isSure({ points, pointsCouldBe }: Reading): boolean {
  return points === 0 && pointsCouldBe[1] === 0;
}

function sureResults(readings: readonly Reading[]): readonly Reading[] {
  return [reading(readings, 'attainment'), reading(readings, 'progress')].filter(
    (candidate): candidate is Reading => candidate !== undefined && isSure(candidate),
  );
}

/**
 * Whether results support a good or outstanding outcome with confidence: no point from attainment, progress or trend,
 * and attainment or progress so sure that even the least favourable value likely would give none.
 */
export function confidentlyGood(readings: readonly Reading[]): Finding {
  const points = pointsOf(readings, ['attainment', 'progress', 'trend']);
  const sure = sureResults(readings);
  if (points > 0) return { holds: false, words: `Results give ${plural(points, 'point')}.` };
  const [first] = sure;
  return first === undefined
    ? { holds: false, words: 'Results give no point, but are not sure enough to support it.' }
    : { holds: true, words: `Results support it: ${first.reason}` };
}

/**
 * Whether results show that a school below good is getting better: no point from progress or trend, at most one from
 * attainment, and at least one clear sign: sure progress or attainment, or a trend clearly upwards.
 */
export function makingGoodProgress(readings: readonly Reading[]): Finding {
  const againstIt = pointsOf(readings, ['progress', 'trend']);
  const attainment = pointsOf(readings, ['attainment']);
  if (againstIt > 0 || attainment > 1) {
    return { holds: false, words: `Results give ${plural(againstIt + attainment, 'point')}.` };
  }
  const trend = reading(readings, 'trend');
  const upwards = trend !== undefined && (trend.interval?.low ?? 0) > 0 ? [trend] : [];
  const [sign] = [...sureResults(readings), ...upwards];
  return sign === undefined
    ? { holds: false, words: 'No result shows good progress clearly enough.' }
    : { holds: true, words: `Results show it: ${sign.reason}` };
}
