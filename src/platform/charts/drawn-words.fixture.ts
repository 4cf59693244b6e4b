import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';
import { textWidth } from './label-places.ts';

/** A line of words as it stands on a chart, in pixels. */
export interface DrawnWords {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface DrawnChart {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
  readonly words: readonly DrawnWords[];
}

/** The charts in a piece of a page, each with its words where they stand. */
export function drawnCharts(html: string): readonly DrawnChart[] {
  const { document } = new JSDOM(html).window;
  return [...document.querySelectorAll('svg')].map((svg) => ({
    svg,
    width: Number(svg.getAttribute('width')),
    height: Number(svg.getAttribute('height')),
    words: [...svg.querySelectorAll('text')].flatMap(linesOf),
  }));
}

/** The wide and the narrow one. */
export function wideAndNarrow(html: string): readonly [DrawnChart, DrawnChart] {
  const [wide, narrow, ...others] = drawnCharts(html);
  assert.ok(wide !== undefined && narrow !== undefined);
  assert.equal(others.length, 0);
  return [wide, narrow];
}

/** Fails where words stand outside the frame, or on other words. */
export function assertLegible({ width, height, words }: DrawnChart): void {
  for (const { text, left, right, top, bottom } of words)
    assert.ok(
      left >= 0 && right <= width && top >= 0 && bottom <= height,
      `“${text}” is outside: ${JSON.stringify({ left, right, top, bottom, width, height })}`,
    );
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1))
      assert.ok(!overlaps(one, other), `“${one.text}” and “${other.text}” overlap`);
  });
}

function overlaps(a: DrawnWords, b: DrawnWords): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Fails where a chart is not an image with a name and a description, or carries what the content policy forbids. */
export function assertSaysItInWords({ svg }: DrawnChart, title: string, description: string): void {
  assert.equal(svg.getAttribute('role'), 'img');
  const named = (svg.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => svg.querySelector(`#${id}`)?.textContent);
  assert.deepEqual(named, [title, description]);
  assert.equal(svg.querySelectorAll('style, script, [style]').length, 0);
}

/** Lines of one text; each is as high as its letters, a capital's 0.7 em. */
function linesOf(text: Element): readonly DrawnWords[] {
  const size = Number(inherited(text, 'font-size'));
  const anchor = inherited(text, 'text-anchor');
  const bold = inherited(text, 'font-weight') === '700' ? 1.1 : 1;
  let x = 0;
  let y = 0;
  for (let element: Element | null = text; element !== null; element = element.parentElement) {
    const moved = /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '');
    x += Number(moved?.[1] ?? 0);
    y += Number(moved?.[2] ?? 0);
  }
  const parts = text.children.length === 0 ? [text] : [...text.children];
  let base = y;
  return parts.map((part) => {
    base += size * (em(part.getAttribute('y')) + em(part.getAttribute('dy')));
    const words = part.textContent;
    const wide = textWidth(words, size) * bold;
    const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
    return { text: words, left, right: left + wide, top: base - 0.72 * size, bottom: base };
  });
}

function em(length: string | null): number {
  return Number((length ?? '0').replace('em', ''));
}

function inherited(element: Element, name: string): string | null {
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    if (one.hasAttribute(name)) return one.getAttribute(name);
  return null;
}
