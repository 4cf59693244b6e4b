import { calibrationPlaces } from './calibration-places.ts';
import type { ChartWidth, ChartWords, Drawing } from './draw.ts';
import { drawForWidths } from './draw.ts';

/** Chances that were forecast against how often it then happened, in groups of schools. Chances are 0 to 1. */
export interface CalibrationChart extends ChartWords {
  /** `Chance that was forecast`. */
  readonly across: string;
  /** `Share of schools that then fell`. */
  readonly up: string;
  readonly points: readonly CalibrationPoint[];
  /** Where more happened than was forecast: `too hopeful: more fell than forecast`. */
  readonly above: string;
  /** Where less happened than was forecast: `too gloomy: fewer fell than forecast`. */
  readonly below: string;
}

export interface CalibrationPoint {
  readonly forecast: number;
  readonly happened: number;
  /** Range of shares that the number of schools leaves plausible. */
  readonly low: number;
  readonly high: number;
  /** How many schools had about this chance: written beside the point. */
  readonly schools: number;
}

const black = '#14191b';
const quiet = '#4a5356';
const colour = '#0b4a59';

/** Draws forecast chances against what happened, wide and narrow, as SVG. */
export function drawCalibration(chart: CalibrationChart): Promise<string> {
  return drawForWidths('calibration', chart, build);
}

function build({ plot, document }: Drawing, chart: CalibrationChart, width: ChartWidth): Element {
  const places = calibrationPlaces(chart, width);
  const { left, right, top, bottom, letter, ticks, points } = places;
  const words = { fontSize: letter, fill: black } as const;
  const region = { ...words, text: 'words', fontWeight: 700, lineHeight: 1.2 } as const;
  return plot.plot({
    document,
    width: places.width,
    height: places.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    r: { type: 'identity' },
    marks: [
      plot.areaY(
        [
          [left, bottom],
          [right, top],
        ],
        { x: '0', y1: '1', y2: bottom, fill: '#e3eef1' },
      ),
      plot.ruleX(ticks, { x: 'x', y1: top, y2: bottom, strokeOpacity: 0.12 }),
      plot.ruleY(ticks, { y: 'y', x1: left, x2: right, strokeOpacity: 0.12 }),
      plot.text(ticks, { ...words, x: 'x', y: bottom + 14, text: 'words' }),
      plot.text(ticks, { ...words, x: left - 6, y: 'y', text: 'words', textAnchor: 'end' }),
      plot.text([chart.up], { ...words, x: 2, y: 12, text: String, textAnchor: 'start', fontWeight: 700 }),
      plot.text([chart.across], {
        ...words,
        x: right,
        y: bottom + 36,
        text: String,
        textAnchor: 'end',
        fontWeight: 700,
      }),
      plot.text(places.notes, {
        x: 2,
        y: 'y',
        text: 'words',
        textAnchor: 'start',
        fontSize: letter - 1,
        fill: quiet,
      }),
      plot.link([0], { x1: left, y1: bottom, x2: right, y2: top, stroke: black, strokeDasharray: '6,4' }),
      plot.text([places.above], {
        ...region,
        x: left + 10,
        y: top + 10,
        textAnchor: 'start',
        lineAnchor: 'top',
      }),
      plot.text([places.below], {
        ...region,
        x: right - 10,
        y: bottom - 10,
        textAnchor: 'end',
        lineAnchor: 'bottom',
      }),
      plot.text([places.diagonal], {
        x: 'x',
        y: 'y',
        text: 'words',
        textAnchor: 'end',
        fontSize: letter,
        stroke: '#fff',
        strokeWidth: 4,
        fill: black,
      }),
      plot.link(points, { x1: 'x', x2: 'x', y1: 'low', y2: 'high', stroke: colour, strokeWidth: 2 }),
      plot.dot(points, { x: 'x', y: 'y', r: 'r', fill: colour, stroke: '#fff', strokeWidth: 1 }),
      plot.text(
        points.filter(({ named }) => named),
        {
          ...words,
          x: 'labelX',
          y: 'labelY',
          text: 'label',
          textAnchor: 'start',
          stroke: '#fff',
          strokeWidth: 3,
        },
      ),
    ],
  });
}
