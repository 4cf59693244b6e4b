import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import { oddAddresses } from './odd-addresses.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  focused,
  openFolds,
  sidewaysScroll,
  tablesCutOff,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import { resultsPages } from './results-pages.fixture.ts';
import type { Reader, Site } from './site.fixture.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

describe('in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let officer: Reader;
  const county = '/authorities/larkshire';
  /** Addresses of every kind of page, by what they are. */
  const pages = new Map<string, string>();

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    officer = await site.signIn('head-of-service@larkshire.example');
    await findPages();
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  /** One school of each kind that the pages show differently, found in the register's own download. */
  async function findPages(): Promise<void> {
    const first = await officer.fetch('/', { redirect: 'manual' });
    assert.equal(first.headers.get('location'), `${county}/home`, 'the one authority’s home page');
    pages.set('the home page', `${county}/home`);
    const csv = await (await officer.fetch(`${county}/risk-register.csv`)).text();
    const rows = csv.split('\r\n');
    const school = (kind: string, pattern: RegExp): void => {
      const urn = rows.find((row) => pattern.test(row))?.slice(0, 6);
      assert.ok(urn, `the demonstration has a school: ${kind}`);
      pages.set(`a school: ${kind}`, `${county}/schools/${urn}`);
    };
    pages.set('the choice of authority', '/?choose');
    pages.set('the overview', county);
    pages.set('the risk register', `${county}/risk-register`);
    const filter = 'phase=secondary&group=causing+concern&search=a';
    pages.set('the register, filtered', `${county}/risk-register?${filter}`);
    pages.set('the register, empty', `${county}/risk-register?search=no+school+is+called+this`);
    school('a primary causing concern', /,primary,.*,causing concern,/);
    school('a secondary', /,secondary,/);
    school('a special school', /,special,/);
    school('without sufficient evidence', /,insufficient evidence,/);
    school('with a report card', /report card/i);
    school('graded as its predecessor', /\(predecessor\)/);
    pages.set('how categories are decided', `${county}/how-categories-are-decided`);
    for (const [name, address] of resultsPages(county, pages)) pages.set(name, address);
    pages.set('another scheme', `${county}/how-categories-are-decided?scheme=staffordshire-a-d`);
    pages.set('who moved', `${county}/runs`);
    pages.set('a scheme to try', `${county}/schemes/try`);
    pages.set('the sources', '/sources');
    const sources = await (await officer.fetch('/sources')).text();
    pages.set('a source', /\/sources\/[0-9a-f]{12}/.exec(sources)?.[0] ?? '/sources/none');
    pages.set('an address that leads nowhere', '/nowhere');
    pages.set('an authority that is not there', '/authorities/nowhere');
  }

  async function onEachPage(
    options: Parameters<Browser['newContext']>[0],
    check: (page: Page, name: string) => Promise<readonly string[]>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: officer.storageState });
    const problems: string[] = [];
    try {
      const page = await context.newPage();
      for (const [name, address] of pages) {
        await page.goto(site.address + address);
        problems.push(...(await check(page, name)).map((problem) => `${name}: ${problem}`));
      }
    } finally {
      await context.close();
    }
    assert.deepEqual(problems, []);
  }

  async function withPage(
    address: string,
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: officer.storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + address);
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  test('no page has an accessibility fault on a wide screen', async () => {
    await onEachPage({ viewport: wide }, accessibilityProblems);
  });

  test('no page has an accessibility fault 320 pixels wide, which is also 1280 at 400% zoom', async () => {
    await onEachPage({ viewport: narrow }, accessibilityProblems);
  });

  test('at 1280 pixels no table is cut off and no word of one is broken in the middle', async () => {
    pages.set('the whole register', `${county}/risk-register?page=all`);
    try {
      await onEachPage({ viewport: wide }, async (page) => {
        await openFolds(page);
        return [
          ...(await tablesCutOff(page)).map((name) => `cut off: ${name}`),
          ...(await brokenWords(page)).map((word) => `broken: ${word}`),
        ];
      });
    } finally {
      pages.delete('the whole register');
    }
  });

  test('an address that nobody would write gives a page that makes sense, never a fault', async () => {
    for (const [address, status, says] of oddAddresses(county)) {
      const answer = await officer.fetch(address);
      const text = await answer.text();
      assert.deepEqual([answer.status, address], [status, address]);
      assert.match(text, says, address);
      assert.ok(!text.includes('<script') && !text.includes('\0'), address);
    }
  });

  test('no page scrolls sideways at 320 pixels, and what does inside it can be reached with the keyboard', async () => {
    await onEachPage({ viewport: narrow }, async (page) => {
      await openFolds(page);
      const over = await sidewaysScroll(page);
      return [...(over > 0 ? [`${String(over)} pixels too wide`] : []), ...(await unreachableRegions(page))];
    });
  });

  test('every page has one heading, a title that names it and Middle Tier, sources and the licence, and says that the county is invented', async () => {
    await onEachPage({ viewport: wide }, async (page, name) => {
      const problems: string[] = [];
      const headings = await page.locator('h1').allInnerTexts();
      if (headings.length !== 1) problems.push(`${String(headings.length)} first headings`);
      if (!(await page.title()).endsWith('– Middle Tier')) problems.push(`title ${await page.title()}`);
      const text = await textOf(page);
      if (!text.includes('Open Government Licence')) problems.push('no licence');
      if (/nowhere|not there/.test(name)) return problems;
      if (!text.includes('Invented data:')) problems.push('does not say that the data are invented');
      // A scheme that no analysis has used, and a form, draw on no file.
      if (/another scheme|to try/.test(name)) return problems;
      if (!text.includes('Sources of this page')) problems.push('no sources');
      return problems;
    });
  });

  test('nothing is fetched from anywhere else, nothing breaks the content policy, and no font of GOV.UK is used', async () => {
    await onEachPage({ viewport: wide }, async (page) => {
      const problems: string[] = [];
      const note = (text: string): void => {
        if (/Content Security Policy|violat/i.test(text)) problems.push(text);
      };
      page.on('console', (message) => {
        note(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(site.address)) problems.push(`asks for ${request.url()}`);
      });
      await page.reload();
      page.removeAllListeners();
      const fonts = await page.evaluate(() =>
        [...document.querySelectorAll('body *')].map((element) => getComputedStyle(element).fontFamily),
      );
      if (fonts.some((font) => /GDS|Transport/.test(font))) problems.push('uses the font of GOV.UK');
      return problems;
    });
  });

  test('without script every page says the same', async () => {
    const withScript = new Map<string, string>();
    await onEachPage({ viewport: wide }, async (page, name) => {
      withScript.set(name, await textOf(page));
      return [];
    });
    await onEachPage({ viewport: wide, javaScriptEnabled: false }, async (page, name) => {
      const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ').trim();
      return text === withScript.get(name) ? [] : ['says something else without script'];
    });
  });

  test('on paper there is no navigation and no filter, and the list is whole', async () => {
    await withPage(`${county}/risk-register`, { viewport: wide }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav:visible').count(), 0);
      assert.equal(await page.locator('form:visible').count(), 0);
      assert.ok(await page.locator('.mt-table--register').isVisible());
      assert.ok(await page.getByText('Invented data:').isVisible());
    });
  });

  test('what is folded on a screen is whole on paper', async () => {
    const address = pages.get('a school: a primary causing concern') ?? '';
    await withPage(address, { viewport: wide }, async (page) => {
      const seen = (): Promise<readonly boolean[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll('.mt-fold table')].map((table) =>
            table.checkVisibility({ contentVisibilityAuto: true }),
          ),
        );
      const onScreen = await seen();
      assert.ok(onScreen.length > 2 && onScreen.every((one) => !one), 'folded on the screen');
      await page.emulateMedia({ media: 'print' });
      // What is hidden this way is laid out again with the next frame.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      assert.ok((await seen()).every(Boolean), 'whole on paper');
    });
  });

  test('the keyboard alone skips to the content, searches, filters, applies, and removes a filter again', async () => {
    await withPage(`${county}/risk-register`, { viewport: wide, javaScriptEnabled: true }, async (page) => {
      const tabTo = async (found: (at: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> => {
        for (let presses = 0; presses < 150; presses += 1) {
          await page.keyboard.press('Tab');
          if (found(await focused(page))) return;
        }
        assert.fail('the keyboard never gets there');
      };
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).text, 'Skip to main content');
      await page.keyboard.press('Enter');
      assert.equal((await focused(page)).id, 'main-content');
      await tabTo((at) => at.id === 'search');
      await page.keyboard.type('school');
      await tabTo((at) => at.id === 'phase-2');
      await page.keyboard.press('Space');
      await tabTo((at) => at.tag === 'button' && at.text === 'Apply filters');
      await page.keyboard.press('Enter');
      await page.waitForURL(/phase=primary/);
      assert.match(page.url(), /search=school/);
      assert.equal(await page.locator('.moj-filter__tag').count(), 2);
      await tabTo((at) => at.text.startsWith('Remove this filter: Phase'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('phase='));
      assert.match(page.url(), /search=school/);
    });
  });

  test('a heading sorts the list, says so to a screen reader, and the way back returns to the list before', async () => {
    await withPage(`${county}/risk-register?phase=secondary`, { viewport: wide }, async (page) => {
      await page.getByRole('link', { name: /^School ?, sort/ }).click();
      await page.waitForURL(/sort=school/);
      assert.match(page.url(), /phase=secondary/);
      const sorted = page.locator('th[aria-sort]');
      assert.equal(await sorted.count(), 1);
      assert.equal(await sorted.getAttribute('aria-sort'), 'ascending');
      const names = await page.locator('tbody th a').allInnerTexts();
      assert.deepEqual(
        names,
        names.toSorted((a, b) => a.localeCompare(b, 'en-GB')),
      );
      await page.goBack();
      assert.doesNotMatch(page.url(), /sort=/);
    });
  });

  test('the download has exactly the rows of the filtered list', async () => {
    const query = '?phase=secondary&sort=school&page=all';
    await withPage(`${county}/risk-register${query}`, { viewport: wide }, async (page) => {
      const names = await page.locator('tbody th a').allInnerTexts();
      const link = await page.getByRole('link', { name: /Download this list/ }).getAttribute('href');
      const csv = await (await officer.fetch(link ?? '')).text();
      const rows = csv.split('\r\n').filter((row) => /^9\d{5},/.test(row));
      assert.equal(rows.length, names.length);
      assert.ok(names.every((name, index) => rows[index]?.includes(name) === true));
    });
  });
});
