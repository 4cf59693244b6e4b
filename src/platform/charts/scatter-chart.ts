import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';
import { textWidth } from './label-places.ts';

/** Two numbers of each of many schools, with lines that say what was to be expected. */
export interface ScatterChart extends ChartWords {
  readonly x: ScatterScale;
  readonly y: ScatterScale;
  readonly points: readonly ScatterPoint[];
  /** Lines across the chart, each named at its right end. */
  readonly curves: readonly ScatterCurve[];
}

export interface ScatterScale {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** `marked`: filled, larger, and with its number, which the list under the chart explains. */
  readonly mark: 'marked' | 'plain';
  readonly label: string;
}

export interface ScatterCurve {
  readonly name: string;
  readonly line: 'solid' | 'dashed' | 'dotted';
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const size = { width: 960, height: 440, left: 64, right: 150, top: 28, bottom: 52 };
const colour = '#123f49';
const quiet = '#5b6467';
const strong = '#8a3b00';
const dashes = { solid: 'none', dashed: '7,4', dotted: '2,3' };

/** Draws schools by two numbers as SVG. */
export function drawScatter(chart: ScatterChart): Promise<string> {
  return drawChart('scatter', chart, build);
}

function build({ plot, document }: Drawing, { x, y, points, curves }: ScatterChart): Element {
  const within = curves.map((curve) => ({
    ...curve,
    points: curve.points.filter((point) => point.y >= y.from && point.y <= y.to),
  }));
  const tick = (scale: ScatterScale) => (n: number) => `${n < 0 ? `−${String(-n)}` : String(n)}${scale.unit}`;
  const marked = points.filter(({ mark }) => mark === 'marked');
  return plot.plot({
    document,
    width: size.width,
    height: size.height,
    marginLeft: size.left,
    marginRight: size.right,
    marginTop: size.top,
    marginBottom: size.bottom,
    x: { domain: [x.from, x.to], axis: null },
    y: { domain: [y.from, y.to], axis: null },
    marks: [
      plot.gridX({ strokeOpacity: 0.1, ticks: 8 }),
      plot.gridY({ strokeOpacity: 0.1, ticks: 6 }),
      plot.axisX({
        ticks: 8,
        tickSize: 0,
        fontSize: 14,
        label: x.label,
        labelArrow: 'none',
        labelAnchor: 'center',
        labelOffset: 44,
        tickFormat: tick(x),
      }),
      plot.axisY({
        ticks: 6,
        tickSize: 0,
        fontSize: 14,
        label: y.label,
        labelArrow: 'none',
        tickFormat: tick(y),
      }),
      ...within.flatMap((curve) => [
        plot.line(curve.points, {
          x: 'x',
          y: 'y',
          stroke: quiet,
          strokeWidth: curve.line === 'solid' ? 2 : 1.5,
          strokeDasharray: dashes[curve.line],
        }),
        plot.text(curve.points.slice(-1), {
          x: 'x',
          y: 'y',
          dx: 6,
          text: () => curve.name,
          textAnchor: 'start',
          fontSize: 13,
          fill: quiet,
        }),
      ]),
      plot.dot(
        points.filter(({ mark }) => mark === 'plain'),
        { x: 'x', y: 'y', r: 3.5, fill: '#fff', fillOpacity: 0.6, stroke: colour, strokeWidth: 1.25 },
      ),
      plot.dot(marked, { x: 'x', y: 'y', r: 5.5, symbol: 'diamond', fill: strong, stroke: strong }),
      plot.text(labelled(marked, x, y), {
        x: 'x',
        y: 'y',
        dx: 8,
        text: 'label',
        textAnchor: 'start',
        fontSize: 12,
        fontWeight: 700,
        fill: strong,
        stroke: '#fff',
        strokeWidth: 3,
      }),
    ],
  });
}

/** The marks whose numbers have room beside them: in a crowd the list under the chart has to do. */
function labelled(
  marked: readonly ScatterPoint[],
  x: ScatterScale,
  y: ScatterScale,
): readonly ScatterPoint[] {
  const perX = (size.width - size.left - size.right) / (x.to - x.from);
  const perY = (size.height - size.top - size.bottom) / (y.to - y.from);
  const taken: { left: number; right: number; height: number }[] = marked.map((point) => ({
    left: point.x * perX - 5,
    right: point.x * perX + 5,
    height: point.y * perY,
  }));
  return marked.filter((point) => {
    const left = point.x * perX + 6;
    const right = left + textWidth(point.label, 12) + 4;
    const height = point.y * perY;
    const free = taken.every(
      (other) => other.right < left || other.left > right || Math.abs(other.height - height) > 12,
    );
    if (free) taken.push({ left, right, height });
    return free;
  });
}
