import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type * as plotTypes from '@observablehq/plot';
import { openKeptCharts, type KeptCharts } from './kept-charts.ts';

type Plot = typeof plotTypes;

/** What every chart says in words, whatever it draws. */
export interface ChartWords {
  /** The thing to notice, as a sentence: also the heading above the chart. */
  readonly title: string;
  /** What a reader who cannot see it needs to know of its shape. */
  readonly description: string;
}

export interface Drawing {
  readonly plot: Plot;
  readonly document: Document;
}

/** Charts are drawn once and kept by what is in them; the oldest go first. Each is about 5 kB. */
const kept = new Map<string, string>();
const mostKept = 4000;

/**
 * What is kept on the disk as well: charts of one school, of which there are many, and which show published facts alone.
 * A map or a scatter can show what is in confidence.
 */
const keptOnDisk = new Set(['timeline', 'results']);

let drawing: Promise<Drawing> | undefined;
let disk: Promise<KeptCharts | null> = Promise.resolve(null);

/**
 * Loads what charts are drawn with (about 0.7 s, once), and looks where those drawn before are kept: ask for it before
 * the first reader does.
 *
 * @param dataFolder left out: charts are kept in memory alone
 */
export async function prepareDrawing(dataFolder?: string): Promise<void> {
  if (dataFolder !== undefined) disk = openKeptCharts(join(dataFolder, 'charts')).catch(() => null);
  await Promise.all([disk, tools()]);
}

function tools(): Promise<Drawing> {
  drawing ??= load();
  return drawing;
}

async function load(): Promise<Drawing> {
  const [plot, { JSDOM }] = await Promise.all([import('@observablehq/plot'), import('jsdom')]);
  return { plot, document: new JSDOM('').window.document };
}

/**
 * A chart as SVG to put into a page: an image with a title and a description for those who do not see it, without
 * style or script, so that the strictest content policy allows it.
 */
export async function drawChart<Chart extends ChartWords>(
  kind: string,
  chart: Chart,
  build: (drawing: Drawing, chart: Chart) => Element,
  ofClass = 'mt-chart',
): Promise<string> {
  const key = createHash('sha256').update(kind).update(JSON.stringify(chart)).digest('hex').slice(0, 16);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const onDisk = keptOnDisk.has(kind) ? await disk : null;
  const found = await onDisk?.read(key);
  if (typeof found === 'string') return keep(key, found);
  const loaded = await tools();
  const svg = finish(build(loaded, chart), chart, key, ofClass, loaded.document);
  void onDisk?.write(key, svg);
  return keep(key, svg);
}

/** `wide`: 960 px, for a desk and for paper; `narrow`: 360 px, for a telephone and for a page enlarged four times. */
export type ChartWidth = 'wide' | 'narrow';

/**
 * The same chart drawn twice, so that its letters keep their size and nothing has to be scrolled: the style sheet shows
 * the one that has room (`charts.css`), and the other is not there for anybody.
 */
export async function drawForWidths<Chart extends ChartWords>(
  kind: string,
  chart: Chart,
  build: (drawing: Drawing, chart: Chart, width: ChartWidth) => Element,
): Promise<string> {
  const both = (['wide', 'narrow'] as const).map((width) =>
    drawChart(
      `${kind}, ${width}`,
      chart,
      (drawing, what) => build(drawing, what, width),
      `mt-chart mt-chart--${width}`,
    ),
  );
  return (await Promise.all(both)).join('');
}

function keep(key: string, svg: string): string {
  if (kept.size >= mostKept) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(key, svg);
  return svg;
}

const withoutMeaningHere = ['aria-label', 'aria-hidden', 'aria-description'];

/** The title and the description say it all; and no style may stand in a page. Walked, because to select takes longer. */
function clean(element: Element): void {
  for (const name of withoutMeaningHere) element.removeAttribute(name);
  for (const child of [...element.children]) {
    if (child.localName === 'style') child.remove();
    else clean(child);
  }
}

function finish(svg: Element, words: ChartWords, key: string, ofClass: string, document: Document): string {
  clean(svg);
  const named = (tag: 'title' | 'desc', text: string): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.id = `${tag}-${key}`;
    element.textContent = text;
    return element;
  };
  svg.prepend(named('title', words.title), named('desc', words.description));
  svg.setAttribute('class', ofClass);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `title-${key} desc-${key}`);
  return svg.outerHTML.replaceAll(/(\.\d\d)\d+/g, '$1');
}
