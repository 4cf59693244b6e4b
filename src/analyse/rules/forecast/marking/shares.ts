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
  /** Months from the day of the forecast to the day forecast: half a year, or whole years. */
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
  /** Due, but of a day between, or of about the same time as another that is counted. */
  readonly passedOver: number;
  readonly notCounted: readonly { readonly why: NotCounted; readonly shares: number }[];
}

const levels: readonly Level[] = [50, 80, 95];
const year = 12;

/** Shares of one group, forecast as far ahead. */
interface SharesAlike extends Pick<ShareMarks, 'group' | 'months'> {
  readonly shares: readonly KeptShare[];
}

/** Shares that can be marked, by what they are of and how far ahead. */
export interface SharesChosen {
  readonly chosen: readonly SharesAlike[];
  readonly passedOver: number;
  readonly notCounted: SharesMarked['notCounted'];
}

/**
 * Which of the shares that were forecast are marked: those of one denominator, of schools or of pupils, and of one target,
 * since none of them is another. Half a year ahead and whole years ahead, of each forecast the day nearest to it; and of
 * forecasts as far ahead those whose times do not overlap.
 *
 * @param kept in the order in which they were kept
 * @param whyNot why a share cannot be counted; `null` where it can
 */
export function chooseShares(
  kept: readonly KeptShare[],
  whyNot: (share: KeptShare) => NotCounted | null,
): SharesChosen {
  const due = kept.filter((share) => whyNot(share) === null);
  const chosen = [...Map.groupBy(due, keyOf).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const months = monthsAhead(first);
    const nearest = [...Map.groupBy(alike, ({ asAt }) => asAt).values()].flatMap((ofOneDay) =>
      ofOneDay.toSorted((a, b) => offBy(a, months) - offBy(b, months)).slice(0, 1),
    );
    return [{ group: first.group, months, shares: forecastsApart(nearest, months).counted }];
  });
  return {
    chosen: chosen.toSorted((a, b) => a.months - b.months),
    passedOver: due.length - chosen.reduce((sum, { shares }) => sum + shares.length, 0),
    notCounted: counted(kept.map(whyNot)),
  };
}

/** Marks the shares that were chosen against how they came to stand. */
export function markShares(
  { chosen, passedOver, notCounted }: SharesChosen,
  actualOf: (share: KeptShare) => ShareCounted | NotCounted,
): SharesMarked {
  const each = chosen.map((one) => ({
    ...one,
    marked: one.shares.map((share) => markShare(share, actualOf(share))),
  }));
  const left = counted(
    each.flatMap(({ marked }) => marked.map((one) => (typeof one === 'string' ? one : null))),
  );
  return {
    marks: each.flatMap(({ group, months, marked }) => {
      const sound = marked.filter((one) => typeof one !== 'string');
      return sound.length === 0 ? [] : [{ group, months, ...summed(sound) }];
    }),
    passedOver,
    notCounted: [...notCounted, ...left],
  };
}

function counted(reasons: readonly (NotCounted | null)[]): SharesMarked['notCounted'] {
  return (['not yet due', 'judged in another way since', 'nobody judged'] as const).flatMap((why) => {
    const shares = reasons.filter((one) => one === why).length;
    return shares === 0 ? [] : [{ why, shares }];
  });
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

/** Half a year, or whole years. */
function monthsAhead({ asAt, on }: Pick<KeptShare, 'asAt' | 'on'>): number {
  const years = daysBetween(asAt, on) / daysInYear;
  return years < 0.75 ? year / 2 : year * Math.round(years);
}

function offBy({ asAt, on }: Pick<KeptShare, 'asAt' | 'on'>, months: number): number {
  return Math.abs(daysBetween(asAt, on) - (months * daysInYear) / 12);
}

function keyOf(share: KeptShare): string {
  return JSON.stringify([share.group.kind, share.group.name, monthsAhead(share)]);
}
