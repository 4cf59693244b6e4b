import { createHash } from 'node:crypto';
import type * as plotTypes from '@observablehq/plot';

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

let drawing: Promise<Drawing> | undefined;

/** Loads what charts are drawn with (about 0.7 s, once): ask for it before the first reader does. */
export function prepareDrawing(): Promise<Drawing> {
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
): Promise<string> {
  const key = createHash('sha256').update(kind).update(JSON.stringify(chart)).digest('hex').slice(0, 16);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const tools = await prepareDrawing();
  const svg = finish(build(tools, chart), chart, key, tools.document);
  if (kept.size >= mostKept) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(key, svg);
  return svg;
}

function finish(svg: Element, words: ChartWords, key: string, document: Document): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')) {
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) part.removeAttribute(name);
  }
  const named = (tag: 'title' | 'desc', text: string): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.id = `${tag}-${key}`;
    element.textContent = text;
    return element;
  };
  svg.prepend(named('title', words.title), named('desc', words.description));
  svg.setAttribute('class', 'mt-chart');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `title-${key} desc-${key}`);
  return svg.outerHTML.replaceAll(/(\.\d\d)\d+/g, '$1');
}
