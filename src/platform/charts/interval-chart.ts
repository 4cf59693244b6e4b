import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';
import { textWidth } from './label-places.ts';

/** A number for each of several populations, each on a line of its own with its range. */
export interface IntervalChart extends ChartWords {
  readonly rows: readonly IntervalRow[];
  readonly scale: { readonly from: number; readonly to: number; readonly unit: string };
  /** A number that all are held against, drawn down the chart, with its words. */
  readonly level: { readonly at: number; readonly words: string } | null;
}

export interface IntervalRow {
  readonly name: string;
  /** `null`: there is none, and `shown` says why. */
  readonly number: number | null;
  readonly shown: string;
  /** Range of plausible values. */
  readonly interval: readonly [number, number] | null;
  /** The one that the page is about: filled and bold; the others are hollow. */
  readonly own: boolean;
}

const size = { width: 960, row: 28, top: 34, bottom: 30, letter: 14, most: 360 };
const colour = '#123f49';
const quiet = '#5b6467';

/** Draws numbers with their ranges, one under the other, as SVG. */
export function drawIntervals(chart: IntervalChart): Promise<string> {
  return drawChart('intervals', chart, build);
}

function build({ plot, document }: Drawing, { rows, scale, level }: IntervalChart): Element {
  const width = (of: (row: IntervalRow) => string): number =>
    Math.min(
      size.most,
      Math.max(60, ...rows.map((row) => textWidth(of(row), size.letter) * (row.own ? 1.2 : 1.08))),
    ) + 12;
  const numbers = rows.flatMap((row, y) => (row.number === null ? [] : [{ ...row, y }]));
  const places = rows.map((row, y) => ({ ...row, y }));
  return plot.plot({
    document,
    width: size.width,
    height: size.top + rows.length * size.row + size.bottom,
    marginLeft: width((row) => row.name),
    marginRight: width((row) => row.shown),
    marginTop: size.top,
    marginBottom: size.bottom,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      plot.gridX({ strokeOpacity: 0.15, ticks: 6 }),
      plot.axisX({
        ticks: 6,
        tickSize: 0,
        fontSize: size.letter,
        label: null,
        tickFormat: (n: number) => `${n < 0 ? `−${String(-n)}` : String(n)}${scale.unit}`,
      }),
      plot.ruleY(places, { y: 'y', strokeOpacity: 0.08 }),
      ...(level === null
        ? []
        : [
            plot.ruleX([level.at], { stroke: quiet, strokeDasharray: '6,4', strokeWidth: 1.5 }),
            plot.text([level], {
              x: 'at',
              frameAnchor: 'top',
              dy: -18,
              text: 'words',
              fontSize: 13,
              fill: quiet,
            }),
          ]),
      plot.ruleY(
        numbers.filter((row) => row.interval !== null),
        {
          y: 'y',
          x1: (row: IntervalRow) => Math.max(scale.from, row.interval?.[0] ?? 0),
          x2: (row: IntervalRow) => Math.min(scale.to, row.interval?.[1] ?? 0),
          stroke: colour,
          strokeWidth: 5,
          strokeOpacity: 0.3,
        },
      ),
      plot.dot(numbers, {
        x: 'number',
        y: 'y',
        r: (row: IntervalRow) => (row.own ? 6 : 4.5),
        fill: (row: IntervalRow) => (row.own ? colour : '#fff'),
        stroke: colour,
        strokeWidth: 2,
      }),
      ...[true, false].flatMap((own) => {
        const some = places.filter((row) => row.own === own);
        const written = { y: 'y', fontSize: size.letter, fontWeight: own ? 700 : 400 } as const;
        return [
          plot.text(some, { ...written, frameAnchor: 'left', dx: -10, textAnchor: 'end', text: 'name' }),
          plot.text(some, { ...written, frameAnchor: 'right', dx: 10, textAnchor: 'start', text: 'shown' }),
        ];
      }),
    ],
  });
}
