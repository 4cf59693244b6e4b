import type { ChartWidth, Drawing } from './draw.ts';
import { drawForWidths } from './draw.ts';
import { endLabelMarks } from './end-labels.ts';
import type { FanChart, FanPoint, FanRange } from './fan-figures.ts';
import { endLabels, nowMarks } from './fan-labels.ts';
import { fanPlaces, runsOf } from './fan-places.ts';
import { bands, black, colour, dashes, otherColours, quiet, symbols, target } from './fan-tones.ts';
import { shareInWords } from './share-words.ts';

export type { FanChart } from './fan-figures.ts';

/** Draws what happened and what is forecast, wide and narrow, as SVG. */
export function drawFan(chart: FanChart): Promise<string> {
  return drawForWidths('fan', chart, build);
}

function build(drawing: Drawing, chart: FanChart, width: ChartWidth): Element {
  const { plot, document } = drawing;
  const places = fanPlaces(chart, width);
  const { size, letter, axis, today } = places;
  const fan = fanOf(chart);
  const lines = linesOf(chart);
  const at = { x: ({ on }: FanPoint) => places.x(on), y: ({ share }: FanPoint) => places.y(share) };
  return plot.plot({
    document,
    width: size.width,
    height: size.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      plot.ruleY(axis.shares, { y: 'at', x1: size.left, x2: places.right, strokeOpacity: 0.15 }),
      plot.text(axis.shares, {
        x: size.left - 6,
        y: 'at',
        text: 'words',
        textAnchor: 'end',
        fontSize: letter,
      }),
      plot.text(axis.dates, { x: 'at', y: places.bottom + 14, text: 'words', fontSize: letter }),
      plot.ruleX(axis.dates, { x: 'at', y1: places.bottom, y2: places.bottom + 5 }),
      plot.text(axis.cut, {
        x: 4,
        y: size.height - 10,
        text: 'words',
        textAnchor: 'start',
        fontSize: letter - 1,
        fill: quiet,
      }),
      // Where the scale does not begin at nothing, its foot is cut.
      plot.link(axis.cut.length === 0 ? [] : [0, 4], {
        x1: size.left - 5,
        x2: size.left + 5,
        y1: (rise: number) => places.bottom + 1 - rise,
        y2: (rise: number) => places.bottom - 5 - rise,
        stroke: black,
      }),
      ...bands.map(({ level, fill }) => {
        const strip = fan.flatMap(({ on, run, ranges }) =>
          ranges.filter((range) => range.level === level).map((range) => ({ ...range, on, run })),
        );
        return plot.areaY(strip, {
          x: (one: { on: string }) => places.x(one.on),
          y1: (one: FanRange) => places.y(one.low),
          y2: (one: FanRange) => places.y(one.high),
          z: 'run',
          fill,
          stroke: colour,
          strokeWidth: 0.75,
          strokeOpacity: 0.7,
        });
      }),
      ...places.marks.map((mark) =>
        plot.ruleX([mark], {
          x: 'at',
          y1: mark.level + 8,
          y2: places.bottom,
          stroke: mark === today ? black : quiet,
          strokeDasharray: mark === today ? 'none' : '1,4',
          strokeWidth: mark === today ? 1 : 1.5,
        }),
      ),
      ...places.marks.map((mark) =>
        plot.text([mark], {
          x: 'middle',
          y: 'level',
          text: 'words',
          fontSize: letter - 1,
          fontWeight: mark === today ? 700 : 400,
          fill: mark === today ? black : quiet,
          stroke: '#fff',
          strokeWidth: 4,
        }),
      ),
      plot.line(chart.targets, { ...at, curve: 'step-after', stroke: target, strokeDasharray: '3,3' }),
      plot.dot(chart.targets, {
        ...at,
        symbol: 'diamond',
        r: 5,
        fill: '#fff',
        stroke: target,
        strokeWidth: 2,
      }),
      plot.line(
        fan.map(({ on, middle, run }) => ({ on, share: middle, run })),
        { ...at, z: 'run', stroke: colour, strokeWidth: 2 },
      ),
      ...lines.flatMap(({ points, stroke, strokeWidth, dash, symbol, mark }) => {
        const runs = runsOf(points, chart.breaks);
        const alone = runs.filter(({ run }) => runs.filter((one) => one.run === run).length === 1);
        return [
          plot.line(runs, {
            ...at,
            z: 'run',
            stroke,
            strokeWidth,
            ...(dash === null ? {} : { strokeDasharray: dash }),
          }),
          plot.dot(mark || runs.length <= 12 ? runs : alone, {
            ...at,
            r: 3.5,
            symbol,
            stroke,
            fill: mark ? '#fff' : stroke,
          }),
        ];
      }),
      plot.text(chart.targets.slice(0, -1), {
        ...at,
        dy: -13,
        text: ({ share }: FanPoint) => shareInWords(share, chart.unit),
        fontSize: letter - 1,
        fontWeight: 700,
        fill: target,
        stroke: '#fff',
        strokeWidth: 3,
      }),
      ...nowMarks(drawing, chart, places),
      ...endLabelMarks(drawing, endLabels(chart, places), places.column),
    ],
  });
}

/** The forecast begins in what is known on its day; runs keep it apart where the way of judging changes in between. */
function fanOf(chart: FanChart) {
  const last = chart.known.filter(({ on }) => on <= chart.today.on).at(-1);
  const [first] = chart.forecast;
  const start =
    last === undefined || first === undefined || last.on >= first.on
      ? []
      : [
          {
            on: last.on,
            middle: last.share,
            ranges: first.ranges.map(({ level }) => ({ level, low: last.share, high: last.share })),
          },
        ];
  return runsOf([...start, ...chart.forecast], chart.breaks);
}

function linesOf(chart: FanChart) {
  const others = chart.others.map(({ points, dashed }, index) => ({
    points,
    stroke: otherColours[index % 3] ?? quiet,
    strokeWidth: 2,
    dash: dashed === true ? (dashes[index % 3] ?? '7,4') : null,
    symbol: symbols[index % 3] ?? 'square',
    mark: true,
  }));
  const known = {
    points: chart.known,
    stroke: black,
    strokeWidth: 3,
    dash: null,
    symbol: 'circle',
    mark: false,
  };
  return [...others, known] as const;
}
