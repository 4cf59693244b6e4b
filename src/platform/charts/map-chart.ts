import type { ChartWords, Drawing } from './draw.ts';
import { drawChart } from './draw.ts';
import { textWidth } from './label-places.ts';

/** Schools by where they are: a map without a background, true to scale. Metres on the National Grid. */
export interface MapChart extends ChartWords {
  readonly marks: readonly MapMark[];
  /** What a mark means, by its shape and tone; only those that are on the map. */
  readonly kinds: readonly MapKind[];
  /** Names of places, the most important first; those without room are left out. */
  readonly towns: readonly { readonly name: string; readonly easting: number; readonly northing: number }[];
}

export interface MapMark {
  readonly easting: number;
  readonly northing: number;
  /** Place in `kinds`. */
  readonly kind: number;
  /** Letter of its district, written in the mark. */
  readonly letter: string;
}

export interface MapKind {
  readonly words: string;
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond' | 'hexagon';
  readonly tone: 'high' | 'raised' | 'low' | 'none';
}

const size = { width: 960, least: 380, most: 1100, margin: 24, top: 56, foot: 46 };
const radius = 7;
const quiet = '#5b6467';
/** Dark enough for white letters; darkness and shape differ as well as colour. */
const fills: Readonly<Record<MapKind['tone'], string>> = {
  high: '#6b0f1a',
  raised: '#8a5a00',
  low: '#0b3d66',
  none: '#5b6467',
};

/** Draws schools on a map as SVG. */
export function drawMap(chart: MapChart): Promise<string> {
  return drawChart('map', chart, build);
}

function build({ plot, document }: Drawing, { marks, kinds, towns }: MapChart): Element {
  const frame = frameOf(marks);
  const placed = marks.map((mark) => ({ ...mark, ...frame.at(mark) }));
  const bar = scaleBar(frame.perMetre);
  const names = roomFor(
    towns.map((town) => ({ ...town, ...frame.at(town) })),
    frame.height,
  );
  const legend = legendOf(kinds);
  const foot = frame.height - size.foot / 2;
  const shape = (kind: MapKind) => ({ symbol: kind.shape, fill: fills[kind.tone], stroke: '#fff' });
  return plot.plot({
    document,
    width: size.width,
    height: frame.height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      plot.rect([0], {
        x1: 1,
        x2: size.width - 1,
        y1: 1,
        y2: frame.height - 1,
        stroke: quiet,
        strokeOpacity: 0.4,
      }),
      plot.ruleX(frame.eastings, { strokeOpacity: 0.08, y1: size.top - 12, y2: frame.height - size.foot }),
      plot.ruleY(frame.northings, { strokeOpacity: 0.08, x1: 1, x2: size.width - 1 }),
      // The first kind is the one to look for: it is drawn last, over the others.
      ...kinds.toReversed().flatMap((kind) => {
        const index = kinds.indexOf(kind);
        const same = placed.filter((mark) => mark.kind === index);
        return [
          plot.dot(same, { x: 'x', y: 'y', r: radius, strokeWidth: 0.75, ...shape(kind) }),
          plot.text(same, { x: 'x', y: 'y', text: 'letter', fontSize: 8, fontWeight: 700, fill: '#fff' }),
          plot.dot(legend.slice(index, index + 1), { x: 'x', y: 22, r: radius, ...shape(kind) }),
        ];
      }),
      plot.text(names, {
        x: 'x',
        y: 'y',
        dy: -14,
        text: 'name',
        fontSize: 14,
        fontStyle: 'italic',
        fill: '#14191b',
        stroke: '#fff',
        strokeWidth: 3,
      }),
      plot.text(legend, { x: 'x', y: 22, dx: 12, text: 'words', textAnchor: 'start', fontSize: 14 }),
      plot.ruleY([foot], { y: () => foot, x1: size.margin, x2: size.margin + bar.width, strokeWidth: 3 }),
      plot.ruleX([size.margin, size.margin + bar.width / 2, size.margin + bar.width], {
        y1: foot - 6,
        y2: foot + 6,
        strokeWidth: 1.5,
      }),
      plot.text([bar], {
        x: size.margin + bar.width + 8,
        y: foot,
        text: 'words',
        textAnchor: 'start',
        fontSize: 14,
      }),
      plot.text(['N'], {
        x: size.width - size.margin - 10,
        y: foot + 8,
        text: (word: string) => word,
        fontSize: 14,
        fontWeight: 700,
      }),
      plot.arrow([0], {
        x1: size.width - size.margin - 10,
        x2: size.width - size.margin - 10,
        y1: foot,
        y2: foot - 22,
        strokeWidth: 2,
        headLength: 12,
      }),
    ],
  });
}

/** Equal scale east and north: as large as fits the width, and no taller than a page. */
function frameOf(marks: readonly MapMark[]) {
  const eastings = marks.map(({ easting }) => easting);
  const northings = marks.map(({ northing }) => northing);
  const [west, east] = [Math.min(...eastings), Math.max(...eastings)];
  const [south, north] = [Math.min(...northings), Math.max(...northings)];
  const inner = {
    width: size.width - 4 * size.margin,
    height: size.most - size.top - size.foot - 2 * size.margin,
  };
  // Half a kilometre at least, so that a single school is not a map of its gate.
  const perMetre = Math.min(
    inner.width / Math.max(500, east - west),
    inner.height / Math.max(500, north - south),
  );
  const height = Math.max(size.least, (north - south) * perMetre + size.top + size.foot + 2 * size.margin);
  const middle = { x: size.width / 2, y: (size.top + height - size.foot) / 2 };
  const at = ({ easting, northing }: Pick<MapMark, 'easting' | 'northing'>) => ({
    x: middle.x + (easting - (west + east) / 2) * perMetre,
    y: middle.y - (northing - (south + north) / 2) * perMetre,
  });
  const tenKilometres = (from: number, to: number): readonly number[] => {
    const first = Math.ceil(from / 10_000) * 10_000;
    return Array.from(
      { length: Math.max(0, Math.ceil((to - first) / 10_000)) },
      (_, index) => first + index * 10_000,
    );
  };
  const halfWidth = size.width / 2 / perMetre;
  const halfHeight = (height - size.top - size.foot) / 2 / perMetre;
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return {
    perMetre,
    height,
    at,
    eastings: tenKilometres(x - halfWidth, x + halfWidth).map((easting) => at({ easting, northing: y }).x),
    northings: tenKilometres(y - halfHeight, y + halfHeight).map(
      (northing) => at({ easting: x, northing }).y,
    ),
  };
}

/** A round distance about an eighth of the map wide. */
function scaleBar(perMetre: number) {
  const kilometres =
    [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1].find((one) => one * 1000 * perMetre <= size.width / 6) ?? 0.1;
  return { width: kilometres * 1000 * perMetre, words: `${String(kilometres)} km` };
}

/** Names that do not run into one another or out of the map. */
function roomFor<Named extends { name: string; x: number; y: number }>(
  names: readonly Named[],
  height: number,
): readonly Named[] {
  const kept: Named[] = [];
  const half = ({ name }: Named): number => textWidth(name, 14) / 2 + 6;
  for (const one of names) {
    const inside =
      one.x - half(one) > 0 &&
      one.x + half(one) < size.width &&
      one.y > size.top &&
      one.y < height - size.foot;
    const free = kept.every(
      (other) => Math.abs(one.y - other.y) > 20 || Math.abs(one.x - other.x) > half(one) + half(other),
    );
    if (inside && free) kept.push(one);
  }
  return kept;
}

/** The kinds in a row above the map. */
function legendOf(kinds: readonly MapKind[]): readonly { readonly x: number; readonly words: string }[] {
  let x = size.margin;
  return kinds.map(({ words }) => {
    const here = { x, words };
    x += textWidth(words, 14) * 1.05 + 44;
    return here;
  });
}
