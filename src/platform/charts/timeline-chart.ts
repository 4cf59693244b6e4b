import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';
import { labelLevels, textWidth } from './label-places.ts';

export interface TimelineEvent {
  /** `yyyy-mm-dd`. */
  readonly on: string;
  /** Row of the chart it stands on. */
  readonly row: string;
  /** What is written above its mark. */
  readonly label: string;
  /** `own`: filled; `before`: of a predecessor, hollow. */
  readonly mark: 'own' | 'before';
}

/** Dated events on one axis, a row for each kind. */
export interface TimelineChart extends ChartWords {
  readonly rows: readonly string[];
  readonly events: readonly TimelineEvent[];
  readonly from: string;
  readonly to: string;
  /** Days on which the way of judging changed. */
  readonly changes: readonly { readonly on: string; readonly words: string }[];
}

const size = {
  width: 960,
  left: 110,
  right: 70,
  top: 32,
  bottom: 32,
  letter: 13,
  small: 12,
  row: 30,
  level: 17,
};

interface Placed extends TimelineEvent {
  readonly date: Date;
  readonly y: number;
  readonly labelX: Date;
  readonly labelY: number;
}

/** Draws events on one axis of time as SVG. */
export function drawTimeline(chart: TimelineChart): Promise<string> {
  return drawChart('timeline', chart, build);
}

function build({ plot, document }: Drawing, chart: TimelineChart): Element {
  const { placed, rowLines, changes, height } = place(chart);
  const years = wholeYears(chart.from, chart.to);
  return plot.plot({
    document,
    width: size.width,
    height,
    marginLeft: size.left,
    marginRight: size.right,
    marginTop: size.top,
    marginBottom: size.bottom,
    x: { type: 'utc', domain: [new Date(chart.from), new Date(chart.to)], axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      plot.ruleX(years, { strokeOpacity: 0.12 }),
      plot.axisX(
        years.filter((_, index) => years.length <= 14 || index % 2 === 0),
        {
          fontSize: size.letter,
          label: null,
          tickSize: 0,
          tickFormat: (date: Date) => String(date.getUTCFullYear()),
        },
      ),
      plot.ruleX(chart.changes, {
        x: (change: { on: string }) => new Date(change.on),
        strokeDasharray: '2,4',
      }),
      plot.text(changes, { x: 'labelX', y: 'labelY', text: 'words', fontSize: size.small }),
      plot.ruleY(rowLines, { y: 'y', strokeOpacity: 0.5 }),
      plot.text(rowLines, {
        y: 'y',
        frameAnchor: 'left',
        dx: -8,
        textAnchor: 'end',
        text: 'row',
        fontSize: 14,
        fontWeight: 600,
      }),
      plot.dot(placed, {
        x: 'date',
        y: 'y',
        r: 6,
        stroke: '#123f49',
        strokeWidth: 2,
        fill: (event: Placed) => (event.mark === 'own' ? '#123f49' : '#fff'),
      }),
      plot.text(placed, {
        x: 'labelX',
        y: 'labelY',
        text: 'label',
        fontSize: size.letter,
        stroke: '#fff',
        strokeWidth: 4,
        fill: 'currentColor',
      }),
    ],
  });
}

/** Each row is as high as the labels above it need; labels near an edge are moved inside. */
function place(chart: TimelineChart) {
  const first = Date.parse(chart.from);
  const perMillisecond = (size.width - size.left - size.right) / (Date.parse(chart.to) - first);
  const at = (date: string): number => size.left + (Date.parse(date) - first) * perMillisecond;
  const label = (date: string, words: string, letter: number) => {
    const width = textWidth(words, letter);
    return { at: Math.min(Math.max(at(date), width / 2), size.width - width / 2), width };
  };
  const dateAt = (x: number): Date => new Date(first + (x - size.left) / perMillisecond);

  const changeLabels = chart.changes.map((change) => label(change.on, change.words, size.small));
  const changeLevels = labelLevels(changeLabels);
  const changes = chart.changes.map((change, index) => ({
    ...change,
    labelX: dateAt(changeLabels[index]?.at ?? 0),
    labelY: 12 + (changeLevels[index] ?? 0) * size.level,
  }));
  let top = size.top + Math.max(0, ...changeLevels) * size.level;
  const rowLines: { row: string; y: number }[] = [];
  const placed: Placed[] = [];
  for (const row of chart.rows) {
    const events = chart.events.filter((event) => event.row === row);
    const labels = events.map((event) => label(event.on, event.label, size.letter));
    const levels = labelLevels(labels);
    const y = top + size.row + Math.max(0, ...levels) * size.level;
    events.forEach((event, index) => {
      placed.push({
        ...event,
        date: new Date(event.on),
        y,
        labelX: dateAt(labels[index]?.at ?? 0),
        labelY: y - 17 - (levels[index] ?? 0) * size.level,
      });
    });
    rowLines.push({ row, y });
    top = y + size.row / 2;
  }
  return { placed, rowLines, changes, height: top + size.bottom };
}

function wholeYears(from: string, to: string): readonly Date[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => new Date(Date.UTC(first + index, 0, 1)),
  );
}
