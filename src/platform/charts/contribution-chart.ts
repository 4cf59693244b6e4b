import type { ChartWidth, ChartWords, Drawing } from './draw.ts';
import { drawForWidths } from './draw.ts';
import { textWidth, wrapWords } from './label-places.ts';

/** What makes a chance lower or higher: a bar for each reason, left or right of the line where it makes no difference. */
export interface ContributionChart extends ChartWords {
  /** What a bar to the left means: `makes it less likely`. */
  readonly lower: string;
  /** What a bar to the right means: `makes it more likely`. */
  readonly higher: string;
  /** In the order in which they are to be read. */
  readonly rows: readonly Contribution[];
}

export interface Contribution {
  /** The reason in plain words, with its number: `Judged good 6 years ago`. */
  readonly label: string;
  /** Natural logarithm of a ratio of odds or chances: below 0 makes it less likely. Bars are as long as this. */
  readonly amount: number;
  /** What is written at the end of the bar: `2.1 times as likely`. */
  readonly says: string;
}

const black = '#14191b';
const quiet = '#4a5356';
const fills = {
  lower: { fill: '#b7d2da', stroke: '#0b4a59' },
  higher: { fill: '#8a3b00', stroke: '#8a3b00' },
};
/** `least`: what each side of the line has at least, for the words over it; `says`: most that is written on one line. */
const sizes = {
  wide: { width: 960, labels: 370, letter: 14, says: 200, bar: 22, least: 250 },
  /** Reasons stand over their bars. */
  narrow: { width: 360, labels: 0, letter: 13, says: 88, bar: 26, least: 124 },
};
const lineHeight = 1.25;
/** Between a bar and its words; and over and under each row. */
const gap = 8;
const padding = 8;
/** Letters of the widest of the usual system fonts, plain and bold, beside what they are taken to be. */
const wider = { plain: 1.1, bold: 1.2 };

/** Draws reasons as bars left and right of a line, wide and narrow, as SVG. */
export function drawContributions(chart: ContributionChart): Promise<string> {
  return drawForWidths('contributions', chart, build);
}

function build({ plot, document }: Drawing, chart: ContributionChart, width: ChartWidth): Element {
  const size = sizes[width];
  const { bars, zero, headings, height } = place(chart, width);
  const written = { textAnchor: 'start', fontSize: size.letter, fill: black } as const;
  return plot.plot({
    document,
    width: size.width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      plot.ruleY(bars.slice(1), { y: 'top', x1: 0, x2: size.width, strokeOpacity: 0.15 }),
      ...headings.map(({ anchor, ...heading }) =>
        plot.text([heading], {
          ...written,
          x: 'x',
          y: 'y',
          text: 'words',
          textAnchor: anchor,
          lineHeight,
          fontWeight: 700,
          fill: quiet,
        }),
      ),
      ...bars.flatMap((bar) => [
        plot.rect([bar], {
          x1: Math.min(zero, bar.end),
          x2: Math.max(zero, bar.end),
          y1: bar.middle - size.bar / 2,
          y2: bar.middle + size.bar / 2,
          strokeWidth: 1.5,
          ...fills[bar.higher ? 'higher' : 'lower'],
        }),
        plot.text([bar], {
          ...written,
          x: bar.end + (bar.higher ? gap : -gap),
          y: 'middle',
          text: 'written',
          textAnchor: bar.higher ? 'start' : 'end',
          fontWeight: 700,
          lineHeight: 1.05,
        }),
        plot.text([bar], { ...written, x: 2, y: 'wordsAt', text: 'words', lineHeight }),
      ]),
      // Not through the reasons where they stand over their bars.
      plot.ruleX(bars, { x: zero, y1: 'lineTop', y2: 'bottom', stroke: black, strokeWidth: 1.5 }),
    ],
  });
}

function place({ rows, lower, higher }: ContributionChart, width: ChartWidth) {
  const size = sizes[width];
  const stacked = size.labels === 0;
  const wrapped = rows.map((row) => ({
    ...row,
    higher: row.amount >= 0,
    words: linesOf(row.label, stacked ? size.width - 4 : size.labels - 24, size.letter, 'plain'),
    written: linesOf(row.says, size.says, size.letter, 'bold'),
  }));
  const { zero, perUnit } = middleLine(wrapped, size);
  const headings = [
    { words: `←\u00a0${lower}`, room: zero - size.labels - gap, x: zero - gap, anchor: 'end' as const },
    { words: `${higher}\u00a0→`, room: size.width - zero - gap, x: zero + gap, anchor: 'start' as const },
  ].map((heading) => ({ ...heading, lines: linesOf(heading.words, heading.room, size.letter, 'bold') }));
  const line = size.letter * lineHeight;
  const head = Math.max(...headings.map(({ lines }) => lines.length)) * line + 8;
  let top = head;
  const bars = wrapped.map((row) => {
    const text = row.words.length * line;
    const start = top + padding;
    const height = stacked ? text + 4 + size.bar : Math.max(size.bar, text);
    const middle = stacked ? start + text + 4 + size.bar / 2 : start + height / 2;
    const bar = {
      higher: row.higher,
      top,
      bottom: start + height + padding,
      lineTop: stacked ? middle - size.bar / 2 - 3 : top,
      middle,
      end: zero + row.amount * perUnit,
      words: row.words.join('\n'),
      wordsAt: stacked ? start + text / 2 : middle,
      written: row.written.join('\n'),
    };
    top = bar.bottom;
    return bar;
  });
  return {
    bars,
    zero,
    headings: headings.map(({ lines, x, anchor }) => ({
      x,
      anchor,
      words: lines.join('\n'),
      y: head - 6 - (lines.length * line) / 2,
    })),
    height: top,
  };
}

function linesOf(text: string, room: number, letter: number, weight: keyof typeof wider): readonly string[] {
  return wrapWords(text, room / wider[weight], letter);
}

/**
 * Where the line of no difference stands, and how long a bar is for an amount of 1: the same on both sides, as long as
 * the words at the ends of the bars and over the sides leave room.
 */
function middleLine(
  rows: readonly { readonly amount: number; readonly higher: boolean; readonly written: readonly string[] }[],
  size: (typeof sizes)[ChartWidth],
): { zero: number; perUnit: number } {
  const side = (higher: boolean) => {
    const some = rows.filter((row) => row.higher === higher);
    const words = some.flatMap(({ written }) =>
      written.map((line) => textWidth(line, size.letter) * wider.bold),
    );
    return {
      most: Math.max(0, ...some.map(({ amount }) => Math.abs(amount))),
      words: Math.max(0, ...words) + gap + 2,
    };
  };
  const [left, right] = [side(false), side(true)];
  const all = size.width - size.labels;
  const most = left.most + right.most;
  const wanted = most === 0 ? all / 2 : left.words + (left.most / most) * (all - left.words - right.words);
  const onLeft = Math.min(Math.max(wanted, size.least), all - size.least);
  const lengths = [(onLeft - left.words) / left.most, (all - onLeft - right.words) / right.most].filter(
    Number.isFinite,
  );
  return {
    zero: size.labels + onLeft,
    perUnit: lengths.length === 0 ? 0 : Math.max(0, Math.min(...lengths)),
  };
}
