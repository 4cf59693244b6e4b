import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { chromiumArguments, findChromium, startSite, type Site } from './site.fixture.ts';

const executablePath = findChromium();

/** For `describe`: tests in the browser are skipped, with the reason, where there is none. */
export const inBrowser: { readonly skip: string | false } = {
  skip: executablePath === null ? 'No Chromium was found: set CHROMIUM to its path.' : false,
};

/** Throws where there is no Chromium: `inBrowser` skips what would ask. */
export async function openBrowser(): Promise<Browser> {
  if (executablePath === null) throw new Error('No Chromium was found.');
  return chromium.launch({ executablePath, args: chromiumArguments });
}

/** A site with the invented county, and a browser to read it with. */
export async function openSiteAndBrowser(): Promise<[Site, Browser]> {
  return Promise.all([startSite(), openBrowser()]);
}

/** The two ways in which pages are read: on a desk, and narrow without any script. */
export function deskAndNarrow(width: 320 | 400): Readonly<Record<string, BrowserContextOptions>> {
  return {
    'with script, 1280 pixels wide': { viewport: { width: 1280, height: 900 } },
    [`without script, ${String(width)} pixels wide`]: {
      viewport: { width, height: 2 * width },
      javaScriptEnabled: false,
    },
  };
}
