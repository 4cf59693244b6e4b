import type { ChartWidth } from './draw.ts';
import type { FanChart } from './fan-figures.ts';
import { labelLevels, textWidth } from './label-places.ts';
import { evenTicks, timeTicks } from './tick-places.ts';

interface Day {
  readonly on: string;
}

const sizes = {
  wide: {
    width: 960,
    plot: 340,
    left: 54,
    labels: 240,
    letter: 14,
    dates: { years: 12, quarters: 6 },
    shares: 7,
  },
  narrow: {
    width: 360,
    plot: 380,
    left: 42,
    labels: 122,
    letter: 12,
    dates: { years: 4, quarters: 3 },
    shares: 7,
  },
};
const line = 17;
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Points with the run each may be joined in: a new one begins where the way of judging changed. */
export function runsOf<Point extends Day>(
  points: readonly Point[],
  breaks: readonly Day[],
): readonly (Point & { readonly run: number })[] {
  return points.map((point) => ({ ...point, run: breaks.filter(({ on }) => on <= point.on).length }));
}

/** Where everything on a fan chart stands, in pixels. */
export function fanPlaces(chart: FanChart, chartWidth: ChartWidth) {
  const { width, plot, left, labels, letter, ...ticks } = sizes[chartWidth];
  const { shares, days } = shown(chart);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const breaks = chart.breaks.filter(({ on }) => Date.parse(on) > first && Date.parse(on) < last);
  const right = width - labels;
  const x = (on: string): number =>
    left + ((Date.parse(on) - first) / Math.max(1, last - first)) * (right - left);
  const marks = topMarks([chart.today, ...breaks], x, width, letter - 1);
  const top = Math.max(...marks.map(({ level }) => level)) + 16;
  const bottom = top + plot;
  const { from, to } = scaleOf(shares);
  const y = (share: number): number => bottom - ((share - from) / (to - from)) * plot;
  const cut = from === 0 ? [] : [{ words: `The scale starts at ${String(from)}${chart.unit}, not at 0.` }];
  return {
    size: { width, left, height: bottom + 26 + cut.length * line },
    right,
    bottom,
    narrow: chartWidth === 'narrow',
    letter,
    x,
    y,
    marks,
    today: marks[0],
    axis: {
      shares: evenTicks(from, to, ticks.shares).map((share) => ({
        at: y(share),
        words: `${String(share)}${chart.unit}`,
      })),
      dates: timeTicks(first, last, ticks.dates).map(({ at, words }) => ({
        at: x(new Date(at).toISOString()),
        words,
      })),
      cut,
    },
    column: { left: right + 22, width: labels - 26, top: top - 8, bottom: bottom + 8, letter },
    /** A line that ends before the others says when, so that its number is not read as the newest. */
    dateUnlessLast: (on: string): string => (right - x(on) < 8 ? '' : ` (${month.format(Date.parse(on))})`),
  };
}

function shown({ today, known, forecast, targets, others }: FanChart) {
  const points = [...known, ...targets, ...others.flatMap((other) => other.points)];
  const shares = [
    ...points.map(({ share }) => share),
    ...forecast.flatMap(({ middle, ranges }) => [middle, ...ranges.flatMap(({ low, high }) => [low, high])]),
  ];
  return { shares, days: [today, ...points, ...forecast].map(({ on }) => Date.parse(on)) };
}

/** Whole tens with room around everything; from 0 where that is near. */
function scaleOf(shares: readonly number[]): { from: number; to: number } {
  const from = Math.floor((Math.min(...shares) - 3) / 10) * 10;
  const to = Math.ceil((Math.max(...shares) + 1) / 10) * 10;
  return { from: from <= 20 ? 0 : from, to: Math.min(100, to) };
}

/** Words above the chart for a day, inside the frame and at different levels where two are near. */
function topMarks(days: FanChart['breaks'], x: (on: string) => number, width: number, letter: number) {
  const placed = days.map(({ on, words }) => {
    const wide = textWidth(words, letter) * 1.2;
    return { at: x(on), words, width: wide, middle: Math.min(Math.max(x(on), wide / 2), width - wide / 2) };
  });
  const levels = labelLevels(placed.map((one) => ({ at: one.middle, width: one.width })));
  const highest = Math.max(0, ...levels);
  return placed.map((one, index) => ({ ...one, level: 10 + (highest - (levels[index] ?? 0)) * line }));
}
