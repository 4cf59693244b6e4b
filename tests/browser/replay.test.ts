import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { deskAndNarrow, inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  sidewaysScroll,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const address = '/authorities/larkshire/trajectory/replay';

describe('the forecasts replayed', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let member: Reader;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    member = await site.signIn('scrutiny-member@larkshire.example');
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(
    query: string,
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: member.storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + address + query);
      await use(page);
    } finally {
      await context.close();
    }
  }

  for (const [how, options] of Object.entries(deskAndNarrow(400))) {
    test(`a member reads what was forecast, what happened and what to learn from it, ${how}`, async () => {
      await read('', options, async (page) => {
        const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
        assert.match(text, /Forecasts of 31 August 2021 for Larkshire, and what happened/);
        assert.match(text, /On 31 August 2024 \d+% of the primary schools were good or better/);
        assert.match(text, /What to learn from it .*On average of 6 dates/);
        assert.equal(await page.locator('main a[href*="/schools/"]').count(), 0, 'no school is named');
        assert.equal(
          await page.locator('figure svg:visible').count(),
          3,
          'primary, secondary and special, each drawn once',
        );
        assert.deepEqual([await sidewaysScroll(page), await unreachableRegions(page)], [0, []]);
      });
    });
  }

  test('axe finds nothing, whatever there is to see, and no word of a table is broken', async () => {
    for (const query of ['', '?count=own', '?as-at=31+Sept', '?as-at=1+March+2005', '?as-at=1+March+2025'])
      for (const width of [1280, 320])
        await read(query, { viewport: { width, height: 900 } }, async (page) => {
          assert.deepEqual(
            [await accessibilityProblems(page), await sidewaysScroll(page), await brokenWords(page)],
            [[], 0, []],
            `${query}, ${String(width)}`,
          );
        });
  });

  test('another day is asked for by form, and what cannot be a day is kept with what is wrong', async () => {
    await read('', { javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Forecasts of').fill('31 August 2018');
      await page.getByLabel('Count', { exact: true }).selectOption('own');
      await page.getByRole('button', { name: 'Show' }).click();
      assert.match(await textOf(page), /Forecasts of 31 August 2018/);
      assert.equal(await page.getByLabel('Count', { exact: true }).inputValue(), 'own');
      await page.getByLabel('Forecasts of').fill('the year before last');
      await page.getByRole('button', { name: 'Show' }).click();
      assert.match(await textOf(page), /“the year before last” is not a date/);
      assert.equal(await page.getByLabel('Forecasts of').inputValue(), 'the year before last');
      await page.getByRole('link', { name: /See the forecasts of/ }).click();
      assert.match(await textOf(page), /Forecasts of 31 August 2021/);
    });
  });

  test('a day of which nothing can be told says why', async () => {
    for (const [asAt, words] of [
      ['2005-03-01', /Too little is known of 1 March 2005/],
      ['2025-03-01', /no overall grades after 31 August 2024/],
    ] as const)
      await read(`?as-at=${asAt}`, {}, async (page) => {
        assert.match(await textOf(page), words);
      });
  });

  test('a head may not open it', async () => {
    const head = await site.signIn('headteacher@larkshire.example');
    assert.equal((await head.fetch(address)).status, 403);
  });
});
