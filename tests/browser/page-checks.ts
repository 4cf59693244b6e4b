import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page: each with the places, so that the test's message says what to mend. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await openFolds(page);
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults, readonly string[]>(
    (values) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    rules,
  );
  return results.violations.map(
    (violation) =>
      `${violation.id} (${violation.help}): ${violation.nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** Opens what is folded, so that it is looked at too. */
export function openFolds(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** How many pixels the page as a whole is wider than the window: 0 unless it must be scrolled sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Regions that scroll sideways and cannot be reached with the keyboard. */
export function unreachableRegions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        return (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth;
      })
      .filter((element) => element.getAttribute('tabindex') !== '0')
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Words of tables that a line ends in the middle of: a column is too narrow for them. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const broken = new Set<string>();
    for (const cell of document.querySelectorAll('th, td')) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (const word of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]{3,}/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.add(word[0]);
        }
      }
    }
    return [...broken];
  });
}

/** Tables that a screen of this width cuts off. */
export function tablesCutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.mt-scroll')]
      .filter((region) => region.scrollWidth > region.clientWidth)
      .map((region) => region.getAttribute('aria-label') ?? ''),
  );
}

/** Everything a reader can read, in order. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' ').trim());
}

/** Where the keyboard is. */
export function focused(
  page: Page,
): Promise<{ readonly tag: string; readonly text: string; readonly id: string }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return {
      tag: element?.tagName.toLowerCase() ?? '',
      text: element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '',
      id: element?.id ?? '',
    };
  });
}
