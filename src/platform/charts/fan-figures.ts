import type { ChartWords } from './draw.ts';

/** A share over time: what happened, and from one day on what is forecast, with its ranges. Shares are 0 to 100. */
export interface FanChart extends ChartWords {
  /** The day of the forecast, with what is written at its line: `today, 31 August 2013`. */
  readonly today: { readonly on: string; readonly words: string };
  /** What happened, by date; it may go on after the day of the forecast, which is then marked against it. */
  readonly known: readonly FanPoint[];
  readonly forecast: readonly FanForecast[];
  /** Each holds until the next. */
  readonly targets: readonly FanPoint[];
  /** Other forecasts: of an officer, of another method, of an earlier date. */
  readonly others: readonly FanLine[];
  /** Days on which the way of judging changed: nothing is drawn across. Few words, they stand above the chart. */
  readonly breaks: readonly { readonly on: string; readonly words: string }[];
  readonly unit: string;
}

export interface FanForecast {
  /** `yyyy-mm-dd`. */
  readonly on: string;
  /** As likely to be exceeded as not. */
  readonly middle: number;
  readonly ranges: readonly FanRange[];
}

export interface FanRange {
  /** Of 100 outcomes so many are expected in it. */
  readonly level: 50 | 80 | 95;
  readonly low: number;
  readonly high: number;
}

export interface FanLine {
  /** Whose it is: `Norfolk’s own, 2013`. */
  readonly label: string;
  readonly points: readonly FanPoint[];
  readonly dashed?: boolean;
}

export interface FanPoint {
  /** `yyyy-mm-dd`. */
  readonly on: string;
  /** 0 to 100. */
  readonly share: number;
}
