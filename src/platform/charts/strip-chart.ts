import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';

/** Each school a dot among all: the quarters of everyone above, the schools shown under them. */
export interface StripChart extends ChartWords {
  /** Who the quarters are of: `15,317 schools in England`. */
  readonly everyone: string;
  /** Numbers below which 5%, 25%, 50%, 75% and 95% of everyone lie. */
  readonly quantiles: readonly [number, number, number, number, number];
  readonly dots: readonly StripDot[];
  readonly scale: { readonly from: number; readonly to: number; readonly unit: string };
}

export interface StripDot {
  readonly number: number;
  /** Few pupils: hollow, because chance moves it most. */
  readonly few: boolean;
}

const size = { width: 960, left: 24, right: 24, top: 66, bottom: 34, least: 60, radius: 4 };
const colour = '#123f49';
const quiet = '#5b6467';
const fills = ['#e6eff1', '#b9d0d6', '#b9d0d6', '#e6eff1'];

/** Draws a distribution as quarters, and schools as dots under it, as SVG. */
export function drawStrip(chart: StripChart): Promise<string> {
  return drawChart('strip', chart, build);
}

function build({ plot, document }: Drawing, { dots, quantiles, scale, everyone }: StripChart): Element {
  const [p5, p25, p50, p75] = quantiles;
  const bars = [p5, p25, p50, p75].map((from, index) => ({
    from,
    to: quantiles[index + 1] ?? from,
    fill: fills[index] ?? '#fff',
  }));
  const labels = [
    { at: p25, words: 'lowest quarter', anchor: 'end', dx: -6 },
    { at: p50, words: 'middle', anchor: 'middle', dx: 0 },
    { at: p75, words: 'highest quarter', anchor: 'start', dx: 6 },
  ] as const;
  const height = size.least + tallestPile(dots, scale) * (2 * size.radius + 1);
  return plot.plot({
    document,
    width: size.width,
    height: height + size.top + size.bottom,
    marginLeft: size.left,
    marginRight: size.right,
    marginTop: size.top,
    marginBottom: size.bottom,
    x: { domain: [scale.from, scale.to], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      plot.gridX({ strokeOpacity: 0.12, ticks: 10 }),
      plot.axisX({
        ticks: 10,
        tickSize: 0,
        fontSize: 14,
        label: null,
        tickFormat: (n: number) => `${n < 0 ? `−${String(-n)}` : String(n)}${scale.unit}`,
      }),
      plot.rect(bars, {
        x1: 'from',
        x2: 'to',
        y1: 34,
        y2: 56,
        fill: 'fill',
        stroke: colour,
        strokeWidth: 1,
      }),
      plot.ruleX([p25, p50, p75], {
        strokeOpacity: 0.5,
        strokeDasharray: '2,3',
        y1: 56,
        y2: height + size.top,
      }),
      plot.text([everyone], {
        frameAnchor: 'left',
        y: 10,
        fontSize: 14,
        fontWeight: 600,
        text: (words: string) => words,
        textAnchor: 'start',
      }),
      ...labels.map((label) =>
        plot.text([label], {
          x: 'at',
          y: 26,
          dx: label.dx,
          text: 'words',
          textAnchor: label.anchor,
          fontSize: 13,
          fill: quiet,
        }),
      ),
      plot.dotX(
        dots,
        plot.dodgeY('bottom', {
          x: 'number',
          r: size.radius,
          padding: 0.5,
          stroke: colour,
          strokeWidth: 1.25,
          fill: (dot: StripDot) => (dot.few ? '#fff' : colour),
        }),
      ),
    ],
  });
}

/** How many dots stand over one another where they are most: as many as share the width of one. */
function tallestPile(dots: readonly StripDot[], scale: StripChart['scale']): number {
  const width = (scale.to - scale.from) / ((size.width - size.left - size.right) / (2 * size.radius + 1));
  const sorted = dots.map(({ number }) => number).toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  sorted.forEach((number, index) => {
    while (number - (sorted[first] ?? number) > width * 3) first += 1;
    most = Math.max(most, (index - first + 1) / 2);
  });
  return Math.ceil(most);
}
