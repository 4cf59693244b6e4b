import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const css = readFileSync(new URL('styles/palette.css', import.meta.url), 'utf8');

type Rgb = readonly [number, number, number];

function colour(name: string): Rgb {
  const [, hex = ''] = new RegExp(`--mt-${name}:\\s*#([0-9a-f]{6})`).exec(css) ?? [];
  assert.equal(hex.length, 6, `--mt-${name} is in the palette`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Severe colour blindness of three kinds: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, 2009. */
const blindness: Readonly<Record<string, readonly Rgb[]>> = {
  'red-blind': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'green-blind': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'blue-blind': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb {
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  return matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * lr + y * lg + z * lb))) as unknown as Rgb;
}

const groups = ['concern', 'improvement', 'watch', 'leader', 'unknown'];

test('the words of every category tag stand out from its back by more than WCAG’s enhanced 7 to 1', () => {
  for (const group of groups) {
    const ratio = contrast(colour(`${group}-text`), colour(`${group}-back`));
    assert.ok(ratio >= 7, `${group}: ${ratio.toFixed(1)}`);
  }
});

test('the border of a tag, which is in the colour of its words, stands out from the page', () => {
  for (const group of groups) assert.ok(contrast(colour(`${group}-text`), colour('paper')) >= 7, group);
});

test('quiet text and the accent can be read on every ground they are used on', () => {
  for (const ground of ['paper', 'surface', 'accent-soft']) {
    assert.ok(contrast(colour('quiet'), colour(ground)) >= 4.5, `quiet on ${ground}`);
    assert.ok(contrast(colour('accent'), colour(ground)) >= 7, `accent on ${ground}`);
  }
});

test('the four shades of concern keep different colours for readers with each kind of colour blindness', () => {
  for (const [kind, matrix] of Object.entries(blindness)) {
    const seen = ['concern', 'improvement', 'watch', 'leader'].map((group) => ({
      group,
      text: seenBy(matrix, colour(`${group}-text`)),
      back: seenBy(matrix, colour(`${group}-back`)),
    }));
    for (const [index, a] of seen.entries()) {
      for (const b of seen.slice(index + 1)) {
        const apart = Math.hypot(
          ...a.back.map((value, i) => value - (b.back[i] ?? 0)),
          ...a.text.map((value, i) => value - (b.text[i] ?? 0)),
        );
        assert.ok(apart > 0.04, `${kind}: ${a.group} and ${b.group} are ${apart.toFixed(3)} apart`);
      }
    }
  }
});
