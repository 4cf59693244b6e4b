import type { PrintedForecast } from '#/law/reference.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Denominator, Range, ShareKnown, SharePoint, Trajectory, TrajectoryGroup } from '../forecast.ts';
import type { MethodTrajectory } from '../norfolk-2013/shares-by-method.ts';
import type { Moves } from './what-happened.ts';

/** A share forecast for a day, and by how many percentage points it was above what happened; below 0 it was too low. */
export interface Forecasted {
  /** 0 to 100. */
  readonly share: number;
  /** `null` while it is not known what happened. */
  readonly error: number | null;
}

/** How many counted as good or better on a day, as a share of 0 to 100 too. */
export interface Counted extends ShareKnown {
  readonly share: number;
}

/** One day: what each forecast said of it, and what happened. */
export interface ReplayedDay {
  readonly on: IsoDate;
  readonly happened: Counted | null;
  /** What the authority printed; `null` where it printed nothing of the day. */
  readonly printed: Forecasted | null;
  /** Percentage printed as aim. */
  readonly target: number | null;
  /** The method by rules; `null` where no school would be judged. */
  readonly method: (Forecasted & { readonly of: ShareKnown }) | null;
  readonly forecast: OwnForecasted | null;
}

/** A share as our own model forecast it. */
export interface OwnForecasted extends Forecasted {
  /** From 0 to 100. */
  readonly ranges: readonly Range[];
  /** Of reaching what was printed, from 0 to 1; `null` where nothing was. */
  readonly chanceOfPrinted: number | null;
}

/** A day of which it is known what happened. */
export type KnownDay = ReplayedDay & { readonly happened: Counted };

/** How far a line of forecasts was out, over the days of which it is known what happened. */
export interface LineScore {
  readonly days: number;
  /** Percentage points; above 0 it was too high on average. */
  readonly bias: number;
  /** Percentage points, whichever way. */
  readonly error: number;
  readonly worst: { readonly on: IsoDate; readonly share: number; readonly error: number };
}

export interface RangeScore {
  readonly level: Range['level'];
  /** Days on which what happened lay in the range. */
  readonly inside: number;
  readonly days: number;
}

/** The forecasts of one group of schools, replayed. */
export interface Replay {
  readonly group: TrajectoryGroup;
  readonly denominator: Denominator;
  /** How the schools of the day stood in the years before, oldest first. */
  readonly before: readonly Counted[];
  readonly now: Counted;
  readonly days: readonly ReplayedDay[];
  /** The last day of which it is known what happened. */
  readonly last: KnownDay | null;
  readonly moves: Moves | null;
  readonly scores: {
    readonly printed: LineScore | null;
    readonly method: LineScore | null;
    readonly forecast: LineScore | null;
    readonly ranges: readonly RangeScore[];
  };
}

/** What is held against one another. */
export interface ReplayOf {
  readonly before: readonly ShareKnown[];
  readonly now: ShareKnown;
  readonly method: MethodTrajectory;
  readonly forecast: Trajectory | null;
  readonly printed: PrintedForecast['figures'];
  readonly happened: readonly ShareKnown[];
  readonly moves: Moves | null;
}

/** Holds each forecast of a group of schools against what happened, day by day. */
export function replayOf({ before, now, method, forecast, printed, happened, moves }: ReplayOf): Replay {
  const counts = happened.filter(({ judged }) => judged > 0).map(counted);
  const days = method.points.map((of): ReplayedDay => {
    const { on } = of;
    const known = counts.find((one) => one.on === on) ?? null;
    const against = (share: number): Forecasted => ({
      share,
      error: known === null ? null : share - known.share,
    });
    const figure = printed.find((one) => one.on === on && one.phase === method.group.name);
    const point = forecast?.schools.find((one) => one.on === on);
    return {
      on,
      happened: known,
      printed: figure === undefined ? null : against(figure.prediction),
      target: figure?.target ?? null,
      method: of.judged === 0 ? null : { ...against(percentageOf(of)), of },
      forecast:
        point === undefined
          ? null
          : {
              ...against(100 * point.middle),
              ranges: inPercent(point),
              chanceOfPrinted: figure === undefined ? null : point.chanceOfTarget,
            },
    };
  });
  return {
    group: method.group,
    denominator: method.denominator,
    before: before.filter(({ judged }) => judged > 0).map(counted),
    now: counted(now),
    days,
    last: lastKnownDay(days),
    moves,
    scores: {
      printed: scoreOf(days, ({ printed: one }) => one),
      method: scoreOf(days, ({ method: one }) => one),
      forecast: scoreOf(days, ({ forecast: one }) => one),
      ranges: ([50, 80, 95] as const).flatMap((level) => rangeScore(days, level)),
    },
  };
}

function lastKnownDay(days: readonly ReplayedDay[]): KnownDay | null {
  const known = days.flatMap(({ happened, ...day }) => (happened === null ? [] : [{ ...day, happened }]));
  return known.at(-1) ?? null;
}

function counted(known: ShareKnown): Counted {
  return { ...known, share: percentageOf(known) };
}

/** 0 to 100. */
function percentageOf({ reached, judged }: Pick<ShareKnown, 'reached' | 'judged'>): number {
  return (100 * reached) / judged;
}

function inPercent({ ranges }: SharePoint): readonly Range[] {
  return ranges.map(({ level, low, high }) => ({ level, low: 100 * low, high: 100 * high }));
}

function scoreOf(
  days: readonly ReplayedDay[],
  lineOf: (day: ReplayedDay) => Forecasted | null,
): LineScore | null {
  const scored = days.flatMap((day) => {
    const { share, error } = lineOf(day) ?? { share: 0, error: null };
    return error === null ? [] : [{ on: day.on, share, error }];
  });
  const worst = scored.toSorted((a, b) => Math.abs(b.error) - Math.abs(a.error))[0];
  if (worst === undefined) return null;
  const mean = (of: (error: number) => number): number =>
    scored.reduce((sum, { error }) => sum + of(error), 0) / scored.length;
  return { days: scored.length, bias: mean((error) => error), error: mean(Math.abs), worst };
}

function rangeScore(days: readonly ReplayedDay[], level: Range['level']): readonly RangeScore[] {
  const held = days.flatMap(({ happened, forecast }) => {
    const range = forecast?.ranges.find((one) => one.level === level);
    if (happened === null || range === undefined) return [];
    const { share } = happened;
    return [share >= range.low && share <= range.high];
  });
  return held.length === 0 ? [] : [{ level, inside: held.filter(Boolean).length, days: held.length }];
}
