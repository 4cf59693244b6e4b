import type { Drawing } from './draw.ts';
import { spreadWithin, wrapWords } from './label-places.ts';

/** Words for a line or a band, to stand in the column right of the drawing. Pixels. */
export interface EndLabel {
  /** Where what it names ends. */
  readonly x: number;
  readonly y: number;
  /** A new line begins where it has one, and wherever the column is full. */
  readonly text: string;
  readonly fill: string;
  readonly bold: boolean;
}

export interface LabelColumn {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly letter: number;
}

/** How much wider letters are in the widest of the usual system fonts than they are taken to be. */
const widths = { plain: 1.1, bold: 1.2 };
const lineHeight = 1.2;

/** Marks for labels moved apart so that none overlaps, each tied to its end by a thin line. */
export function endLabelMarks({ plot }: Drawing, labels: readonly EndLabel[], column: LabelColumn) {
  const { left, letter } = column;
  const wrapped = labels.map((label) => {
    const width = column.width / widths[label.bold ? 'bold' : 'plain'];
    const lines = label.text.split('\n').flatMap((part) => wrapWords(part, width, letter));
    return { ...label, words: lines.join('\n'), height: lines.length * letter * lineHeight + 4 };
  });
  const middles = spreadWithin(
    wrapped.map(({ y, height }) => ({ at: y, height })),
    column.top,
    column.bottom,
  );
  const placed = wrapped.map((label, index) => ({ ...label, middle: middles[index] ?? label.y }));
  return [
    plot.link(placed, {
      x1: (label: EndLabel) => label.x + 4,
      y1: 'y',
      x2: left - 4,
      y2: 'middle',
      stroke: 'fill',
      strokeWidth: 1,
      strokeOpacity: 0.6,
    }),
    ...placed.map((label) =>
      plot.text([label], {
        x: left,
        y: 'middle',
        text: 'words',
        textAnchor: 'start',
        fontSize: letter,
        fontWeight: label.bold ? 700 : 400,
        lineHeight,
        fill: label.fill,
      }),
    ),
  ];
}
