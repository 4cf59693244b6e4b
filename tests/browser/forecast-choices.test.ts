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

const county = '/authorities/larkshire';
const address = `${county}/forecast-choices`;

describe('what forecasts use', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let director: Reader;
  let head: Reader;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    [director, head] = await Promise.all([
      site.signIn('director@larkshire.example'),
      site.signIn('headteacher@larkshire.example'),
    ]);
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(
    reader: Reader,
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page) => Promise<void>,
    from = address,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: reader.storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + from);
      await use(page);
    } finally {
      await context.close();
    }
  }

  const checked = async (page: Page) => [
    await accessibilityProblems(page),
    await sidewaysScroll(page),
    await brokenWords(page),
    await unreachableRegions(page),
  ];

  for (const [how, options] of Object.entries(deskAndNarrow(400))) {
    test(`a director reads what holds, what the choice means and what it does, ${how}`, async () => {
      await read(director, options, async (page) => {
        const text = await textOf(page);
        assert.match(text, /does not use the deprivation of the area.*Nobody has chosen yet/);
        assert.match(text, /Ethnicity and religion: of pupils, families, staff or the school/);
        assert.match(text, /within 18 months, in the forecast as at 30 April 2026/);
        assert.match(text, /\d+ schools of Larkshire with both chances/);
        const tables = page.locator('#effect ~ div table');
        assert.equal(await tables.count(), 2);
        assert.equal(await tables.last().locator('a[href*="/schools/"]').count(), 5);
      });
    });
  }

  test('a head reads what holds, and of no school what it does', async () => {
    await read(head, {}, async (page) => {
      const text = await textOf(page);
      assert.match(text, /does not use the deprivation of the area/);
      assert.match(text, /The director or the head of service chooses/);
      assert.equal(await page.locator('main a[href*="/schools/"], main form').count(), 0);
    });
  });

  test('axe finds nothing and no word is broken, for a director and for a head', async () => {
    for (const reader of [director, head])
      for (const width of [1280, 400, 320])
        await read(reader, { viewport: { width, height: 900 } }, async (page) => {
          assert.deepEqual(await checked(page), [[], 0, [], []], String(width));
        });
  });

  test('axe finds nothing either where what was typed is wrong', async () => {
    for (const width of [1280, 400])
      await read(director, { viewport: { width, height: 900 } }, async (page) => {
        await page.getByRole('button', { name: 'Keep this choice' }).click();
        await page.getByText('Nothing was chosen').waitFor();
        assert.deepEqual(await checked(page), [[], 0, [], []], String(width));
      });
  });

  test('a director comes to it from the early warning and from how categories are decided', async () => {
    for (const from of [`${county}/early-warning`, `${county}/how-categories-are-decided`])
      await read(
        director,
        {},
        async (page) => {
          await page.getByRole('link', { name: 'What forecasts use' }).click();
          assert.equal(new URL(page.url()).pathname, address);
        },
        from,
      );
  });

  test('a director chooses by the keyboard alone and without script: what is wrong is told first, and what was typed kept', async () => {
    const narrow = { javaScriptEnabled: false, viewport: { width: 400, height: 800 } };
    await read(director, narrow, async (page) => {
      await page.getByLabel('Why').focus();
      await page.keyboard.type('Agreed with heads');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Nothing was chosen').waitFor();
      assert.match(await textOf(page), /Nothing was chosen.*Choose whether deprivation of the area is used/);
      assert.equal(await page.getByLabel('Why').inputValue(), 'Agreed with heads');
      assert.equal(await sidewaysScroll(page), 0);
      await page.getByRole('link', { name: 'Choose whether deprivation of the area is used' }).press('Enter');
      // The link leads to the choices: the first is focused, and the arrow takes the second.
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      assert.ok(await page.getByLabel('Yes, use it').isChecked());
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Chosen by').waitFor();
      const text = await textOf(page);
      assert.match(text, /uses the deprivation of the area\. Chosen by .*: Agreed with heads\./);
      assert.match(text, /was made without it; it stays as it is/);
      await page.getByText('What changed here: 1 entry').click();
      assert.match(await textOf(page), /chose what forecasts use/);
      assert.equal(await sidewaysScroll(page), 0);
    });
    await read(head, {}, async (page) => {
      assert.match(await textOf(page), /Chosen by .*: Agreed with heads\./);
    });
  });
});
