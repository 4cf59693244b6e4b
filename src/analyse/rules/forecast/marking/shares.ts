import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import { meanAbsoluteError } from '#/statistics/interval-scores.ts';
import { meanOf } from '#/statistics/scores.ts';
import { daysInYear } from '../calendar.ts';
import type { Denominator, ForecastTarget, Level, SharePoint, TrajectoryGroup } from '../forecast.ts';
import { forecastsApart } from './apart.ts';

/** A share that was forecast and kept. */
export interface KeptShare extends Pick<SharePoint, 'on' | 'middle' | 'ranges'> {
  readonly asAt: IsoDate;
  readonly target: ForecastTarget;
  readonly group: Pick<TrajectoryGroup, 'kind' | 'name'>;
  readonly denominator: Denominator;
  readonly of: 'schools' | 'pupils';
}

/** A share as it was counted when the day had come: schools, or pupils. */
export interface ShareCounted {
  readonly reached: number;
  readonly judged: number;
}

/** Why a share cannot be counted on a day. */
export type NotCounted = 'not yet due' | 'judged in another way since' | 'nobody judged';

/** A share that was forecast, beside how it came to stand. */
export interface MarkedShare extends KeptShare {
  readonly actual: ShareCounted;
  /** Forecast minus actual, from −1 to 1: above 0 the forecast was too hopeful. */
  readonly error: number;
  /** For each range, whether it holds what came. */
  readonly held: readonly { readonly level: Level; readonly holds: boolean }[];
}

/** How right the shares of one group were, so far ahead. */
export interface ShareMarks {
  readonly group: KeptShare['group'];
  /** Months from the day of the forecast to the day forecast, to the nearest half-year. */
  readonly months: number;
  readonly counted: readonly MarkedShare[];
  /** Mean distance, from 0 to 1. */
  readonly error: number;
  /** Mean of forecast minus actual: above 0 too hopeful. */
  readonly lean: number;
  readonly held: readonly { readonly level: Level; readonly holds: number }[];
}

export interface SharesMarked {
  readonly marks: readonly ShareMarks[];
  /** Due, but as near in time to another forecast that is counted that they would count the same twice. */
  readonly passedOver: number;
  readonly notCounted: readonly { readonly why: NotCounted; readonly shares: number }[];
}

const levels: readonly Level[] = [50, 80, 95];
const halfYear = 6;

/**
 * Marks shares that were forecast against how they came to stand: those of one denominator, of schools or of pupils, and of
 * one target, since none of them is another. Forecasts as far ahead are counted so far apart that their times do not overlap.
 *
 * @param kept in the order in which they were kept
 */
export function markShares(
  kept: readonly KeptShare[],
  actualOf: (share: KeptShare) => ShareCounted | NotCounted,
): SharesMarked {
  const each = kept.map((share) => markShare(share, actualOf(share)));
  const due = each.filter((one) => typeof one !== 'string');
  let passedOver = 0;
  const marks = [...Map.groupBy(due, keyOf).values()].flatMap((alike): readonly ShareMarks[] => {
    const [first] = alike;
    if (first === undefined) return [];
    const months = monthsAhead(first);
    // Within a half-year several days may be forecast: the one nearest to it is marked.
    const nearest = [...Map.groupBy(alike, ({ asAt }) => asAt).values()].flatMap((ofOneDay) =>
      ofOneDay.toSorted((a, b) => offBy(a, months) - offBy(b, months)).slice(0, 1),
    );
    const apart = forecastsApart(nearest, months);
    passedOver += apart.passedOver.length;
    return [{ group: first.group, months, ...summed(apart.counted) }];
  });
  return {
    marks: marks.toSorted((a, b) => a.months - b.months),
    passedOver,
    notCounted: (['not yet due', 'judged in another way since', 'nobody judged'] as const).flatMap((why) => {
      const shares = each.filter((one) => one === why).length;
      return shares === 0 ? [] : [{ why, shares }];
    }),
  };
}

function markShare(share: KeptShare, actual: ShareCounted | NotCounted): MarkedShare | NotCounted {
  if (typeof actual === 'string') return actual;
  if (actual.judged === 0) return 'nobody judged';
  const came = actual.reached / actual.judged;
  return {
    ...share,
    actual,
    error: share.middle - came,
    held: share.ranges.map(({ level, low, high }) => ({ level, holds: low <= came && came <= high })),
  };
}

function summed(counted: readonly MarkedShare[]): Omit<ShareMarks, 'group' | 'months'> {
  return {
    counted,
    error: meanAbsoluteError(
      counted.map(({ middle, error }) => ({ forecast: middle, actual: middle - error })),
    ),
    lean: meanOf(counted, ({ error }) => error),
    held: levels.map((level) => ({
      level,
      holds: counted.filter(({ held }) => held.some((one) => one.level === level && one.holds)).length,
    })),
  };
}

/** Months ahead, to the nearest half-year: at least one half. */
function monthsAhead({ asAt, on }: Pick<KeptShare, 'asAt' | 'on'>): number {
  return halfYear * Math.max(1, Math.round((2 * daysBetween(asAt, on)) / daysInYear));
}

function offBy({ asAt, on }: Pick<KeptShare, 'asAt' | 'on'>, months: number): number {
  return Math.abs(daysBetween(asAt, on) - (months * daysInYear) / 12);
}

function keyOf(share: KeptShare): string {
  return JSON.stringify([share.group.kind, share.group.name, monthsAhead(share)]);
}
