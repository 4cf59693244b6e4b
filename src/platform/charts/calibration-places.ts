import type { ChartWidth } from './draw.ts';
import { textWidth, wrapWords } from './label-places.ts';
import { evenTicks } from './tick-places.ts';

interface Point {
  readonly forecast: number;
  readonly happened: number;
  readonly low: number;
  readonly high: number;
  readonly schools: number;
}

interface Shown {
  readonly points: readonly Point[];
  readonly above: string;
  readonly below: string;
}

const sizes = {
  wide: { width: 760, left: 58, right: 24, square: 460, letter: 14, least: 4, most: 11 },
  narrow: { width: 360, left: 48, right: 20, square: 292, letter: 12, least: 3, most: 8 },
};
const ends = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1];
const squares = [0, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1];
const line = 17;
/** The widest of the usual system fonts beside what letters are taken to be. */
const wider = 1.2;

/** Where everything on a calibration chart stands, in pixels; both axes are the same, so the diagonal is one line. */
export function calibrationPlaces({ points, above, below }: Shown, chartWidth: ChartWidth) {
  const size = sizes[chartWidth];
  const top = 48;
  const [right, bottom] = [size.width - size.right, top + size.square];
  const { end, spread } = scaleOf(points);
  const numbers = points.map(({ schools }) => schools);
  const alike = points.length > 1 && Math.min(...numbers) > 0.98 * Math.max(...numbers);
  const along = spread ? (chance: number) => Math.sqrt(chance / end) : (chance: number) => chance / end;
  const x = (chance: number): number => size.left + along(chance) * (right - size.left);
  const y = (chance: number): number => bottom - along(chance) * size.square;
  const notes = [
    ...(end === 1 ? [] : [`Both scales end at ${chanceInWords(end)}, not at 100%.`]),
    ...(spread ? ['Small chances are drawn wider apart than large ones.'] : []),
    alike
      ? `Each point stands for about ${counted(points[0]?.schools ?? 0)} schools.`
      : 'The number beside a point: how many schools.',
  ].flatMap((words) => wrapWords(words, (size.width - 4) / 1.1, size.letter - 1));
  const notesFrom = bottom + 58;
  const regions = [above, below].map((words) => wrapWords(words, size.square * 0.42, size.letter));
  const [over = [], under = []] = regions;
  const high = (lines: readonly string[]): number => lines.length * size.letter * 1.2 + 12;
  const corners = [
    { left: size.left, right: size.left + size.square * 0.55, top, bottom: top + high(over) },
    { left: right - size.square * 0.55, right, top: bottom - high(under), bottom },
  ];
  return {
    ...size,
    right,
    top,
    bottom,
    height: notesFrom + (notes.length - 1) * line + 10,
    ticks: ticksOf(end, spread, x).map((chance) => ({
      x: x(chance),
      y: y(chance),
      words: chanceInWords(chance),
    })),
    notes: notes.map((words, index) => ({ words, y: notesFrom + index * line })),
    above: { words: over.join('\n') },
    below: { words: under.join('\n') },
    /** Over the corner in which the line ends, where no point can stand. */
    diagonal: { x: right, y: top - 12, words: 'the dashed line: as forecast' },
    points: placePoints(points, x, y, size, corners, alike).map((point) => ({
      ...point,
      named: point.hasRoom && !alike,
    })),
  };
}

/** The axes end near the largest number; where most chances are small beside it, square roots draw them apart. */
function scaleOf(points: readonly Point[]): { end: number; spread: boolean } {
  const largest = Math.max(0, ...points.flatMap(({ forecast, high }) => [forecast, high]));
  const end = ends.find((one) => largest <= one) ?? 1;
  const sorted = points.map(({ forecast }) => forecast).toSorted((a, b) => a - b);
  return { end, spread: (sorted[Math.floor(sorted.length / 2)] ?? end) < end / 6 };
}

/** Ticks whose words have room beside each other. */
function ticksOf(end: number, spread: boolean, x: (chance: number) => number): readonly number[] {
  if (!spread) return evenTicks(0, end, 6);
  const chosen: number[] = [];
  for (const chance of squares.filter((one) => one <= end).toReversed()) {
    const next = chosen.at(-1);
    if (next === undefined || x(next) - x(chance) >= 44) chosen.push(chance);
  }
  return chosen.toReversed();
}

function placePoints(
  points: readonly Point[],
  x: (chance: number) => number,
  y: (chance: number) => number,
  size: (typeof sizes)[ChartWidth],
  corners: readonly Box[],
  /** As many schools in each: points are small, and no number stands beside them. */
  alike: boolean,
) {
  const most = Math.max(1, ...points.map(({ schools }) => schools));
  const placed = points.map((point) => {
    const r = alike ? size.least + 2 : Math.max(size.least, size.most * Math.sqrt(point.schools / most));
    const label = counted(point.schools);
    return {
      x: x(point.forecast),
      y: y(point.happened),
      low: y(point.low),
      high: y(point.high),
      r,
      label,
      width: textWidth(label, size.letter) * wider,
    };
  });
  // Under the point, right of its range; where another stands there, over it or left of it; else the table says it.
  const taken = [
    ...corners,
    ...placed.map((point) => ({
      left: point.x - point.r,
      right: point.x + point.r,
      top: Math.min(point.high, point.y - point.r),
      bottom: Math.max(point.low, point.y + point.r),
    })),
  ];
  return placed.map((point) => {
    const places = [
      { labelX: point.x + point.r + 4, labelY: point.y + 8 },
      { labelX: point.x + point.r + 4, labelY: point.y - 8 },
      { labelX: point.x - point.r - 4 - point.width, labelY: point.y - 8 },
      { labelX: point.x - point.r - 4 - point.width, labelY: point.y + 8 },
    ];
    const boxOf = ({ labelX, labelY }: (typeof places)[number]) => ({
      left: labelX,
      right: labelX + point.width,
      top: labelY - size.letter * 0.6,
      bottom: labelY + size.letter * 0.6,
    });
    const free = places.find((place) => {
      const box = boxOf(place);
      const inside = box.left > size.left && box.right < size.width - size.right;
      return inside && !taken.some((other) => overlap(box, other));
    });
    const place = free ?? places[0] ?? { labelX: point.x, labelY: point.y };
    if (free !== undefined) taken.push(boxOf(free));
    return { ...point, ...place, hasRoom: free !== undefined };
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function counted(schools: number): string {
  return String(schools).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `0.005` gives `0.5%`. */
function chanceInWords(chance: number): string {
  return `${String(Number((100 * chance).toPrecision(3)))}%`;
}
