import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';
import { spreadApart, textWidth } from './label-places.ts';

/** One number by year for one population; `null` where there is none. */
export interface ResultsLine {
  readonly name: string;
  /** `own`: solid with filled marks; `beside`: what it is held against, dashed and grey. */
  readonly role: 'own' | 'beside';
  /** One for each of the chart's years, in their order. */
  readonly points: readonly ResultsPoint[];
}

export interface ResultsPoint {
  readonly number: number | null;
  /** What is written beside the point: `58%`. */
  readonly shown: string;
  /** Range of plausible values. */
  readonly interval: readonly [number, number] | null;
}

/** Results by year. Nothing is drawn across a year without a number or across a break. */
export interface ResultsChart extends ChartWords {
  readonly years: readonly string[];
  readonly lines: readonly ResultsLine[];
  /** Places in `years` before which the measure changed, so that no line crosses. */
  readonly breaksBefore: readonly number[];
  readonly scale: { readonly from: number; readonly to: number; readonly unit: string };
  /** Height of a line to hold the numbers against, with its words: 0 is England's average progress. */
  readonly level: { readonly at: number; readonly words: string } | null;
}

const ownColours = ['#123f49', '#8a3b00', '#4b2e83'];
const besideColour = '#5b6467';
/** One pattern for each line beside, so that they are told apart without colour. */
const dashes = ['6,4', '2,3', '10,3,2,3'] as const;
const symbols = ['circle', 'square', 'triangle'] as const;
const size = { width: 960, height: 320, left: 48, right: 170, top: 28, bottom: 36 };

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly segment: number;
  readonly shown: string;
  readonly interval: readonly [number, number] | null;
}

/** Draws results by year as SVG. */
export function drawResults(chart: ResultsChart): Promise<string> {
  return drawChart('results', chart, build);
}

function build({ plot, document }: Drawing, chart: ResultsChart): Element {
  const { scale, years } = chart;
  const own = chart.lines.filter((line) => line.role === 'own');
  const beside = chart.lines.filter((line) => line.role === 'beside');
  const lines = chart.lines.map((line) => ({
    line,
    marks: marksOf(line, chart, own.length > 1 ? (own.indexOf(line) - (own.length - 1) / 2) * 0.14 : 0),
    colour: line.role === 'beside' ? besideColour : (ownColours[own.indexOf(line)] ?? besideColour),
    symbol: symbols[(line.role === 'own' ? own : beside).indexOf(line)] ?? 'circle',
    dash: line.role === 'own' ? null : (dashes[beside.indexOf(line)] ?? '6,4'),
  }));
  const perPixel = (scale.to - scale.from) / (size.height - size.top - size.bottom);
  const newest = Math.max(...lines.map(({ marks }) => Math.round(marks.at(-1)?.x ?? 0)));
  const ends = lines.flatMap(({ line, marks, colour }) => {
    const last = marks.at(-1);
    if (last === undefined) return [];
    // A line that ends before the others says in which year, so that its number is not read as the newest.
    const ended = Math.round(last.x) < newest ? ` (${years[Math.round(last.x)] ?? ''})` : '';
    return [{ ...last, text: `${line.name} ${last.shown}${ended}`, colour }];
  });
  const heights = spreadApart(
    ends.map((end) => end.y),
    16 * perPixel,
  );
  const right = years.length - 1 + 0.2;
  return plot.plot({
    document,
    width: size.width,
    height: size.height,
    marginLeft: size.left,
    marginRight: Math.max(size.right, ...ends.map(({ text }) => textWidth(text, 14) * 1.1 + 12)),
    marginTop: size.top,
    marginBottom: size.bottom,
    x: { domain: [-0.3, Math.max(right, 0.5)], axis: null },
    y: { domain: [scale.from, scale.to], axis: null },
    marks: [
      plot.gridY({ strokeOpacity: 0.15, ticks: 5 }),
      plot.axisY({
        ticks: 5,
        tickSize: 0,
        fontSize: 14,
        label: null,
        tickFormat: (n: number) => `${signed(n, scale.from)}${scale.unit}`,
      }),
      plot.axisX(
        years.map((_, index) => index),
        { fontSize: 14, label: null, tickSize: 0, tickFormat: (index: number) => years[index] ?? '' },
      ),
      ...(chart.level === null
        ? []
        : [plot.ruleY([chart.level.at], { stroke: besideColour, strokeDasharray: '2,3' })]),
      plot.ruleX(chart.breaksBefore, {
        x: (place: number) => place - 0.5,
        stroke: besideColour,
        strokeDasharray: '1,4',
      }),
      plot.text(chart.breaksBefore, {
        x: (place: number) => place - 0.5,
        frameAnchor: 'top',
        dy: -14,
        fontSize: 13,
        text: () => 'measure changed',
      }),
      ...lines.flatMap(({ line, marks, colour, symbol, dash }) => [
        plot.ruleX(
          marks.filter((mark) => mark.interval !== null),
          {
            x: 'x',
            y1: (mark: Mark) => mark.interval?.[0],
            y2: (mark: Mark) => mark.interval?.[1],
            stroke: colour,
            strokeWidth: 5,
            strokeOpacity: 0.3,
          },
        ),
        plot.lineY(marks, {
          x: 'x',
          y: 'y',
          z: 'segment',
          stroke: colour,
          strokeWidth: 2,
          ...(dash === null ? {} : { strokeDasharray: dash }),
        }),
        plot.dot(marks, {
          x: 'x',
          y: 'y',
          r: 4,
          symbol,
          fill: line.role === 'own' ? colour : '#fff',
          stroke: colour,
          strokeWidth: 1.5,
        }),
        ...(own.length === 1 && beside.indexOf(line) < 1
          ? [
              plot.text(marks.slice(0, -1), {
                x: 'x',
                y: 'y',
                text: 'shown',
                dy: besideOf(line, chart) ? 18 : -14,
                fontSize: 13,
                fill: colour,
                stroke: '#fff',
                strokeWidth: 4,
              }),
            ]
          : []),
      ]),
      ...ends.map((end, index) =>
        plot.text([end], {
          x: right,
          y: heights[index] ?? end.y,
          text: 'text',
          textAnchor: 'start',
          dx: 6,
          fontSize: 14,
          fontWeight: 600,
          fill: end.colour,
        }),
      ),
    ],
  });
}

/** Points with numbers, each in the run of years it may be joined to. */
function marksOf(line: ResultsLine, chart: ResultsChart, shift: number): readonly Mark[] {
  let segment = 0;
  return line.points.flatMap((point, index) => {
    if (point.number === null || chart.breaksBefore.includes(index)) segment += 1;
    return point.number === null
      ? []
      : [{ x: index + shift, y: point.number, segment, shown: point.shown, interval: point.interval }];
  });
}

/** Labels of the lower line go under it, so that the two do not collide. */
function besideOf(line: ResultsLine, chart: ResultsChart): boolean {
  const other = chart.lines.find((one) => one !== line);
  const mean = (one: ResultsLine | undefined): number => {
    const numbers = one?.points.flatMap((point) => (point.number === null ? [] : [point.number])) ?? [];
    return numbers.reduce((sum, n) => sum + n, 0) / Math.max(1, numbers.length);
  };
  return other !== undefined && mean(line) < mean(other);
}

function signed(number: number, from: number): string {
  const text = String(Math.abs(number));
  if (number === 0 || from >= 0) return text;
  return number < 0 ? `−${text}` : `+${text}`;
}
