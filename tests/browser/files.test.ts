import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { deskAndNarrow, inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import { accessibilityProblems, sidewaysScroll, unreachableRegions } from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const county = '/authorities/larkshire';

const readers = deskAndNarrow(320);

describe('files in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let officer: Reader;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    officer = await site.signIn('analyst@larkshire.example');
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: officer.storageState });
    try {
      const page = await context.newPage();
      const refusals: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) refusals.push(message.text());
      });
      await use(page);
      assert.deepEqual(refusals, [], 'the content policy refuses nothing that the pages need');
    } finally {
      await context.close();
    }
  }

  async function sound(page: Page, scripted: boolean): Promise<void> {
    const problems = [
      // axe is a script itself: where there is none, only the page's width is looked at.
      ...(scripted ? await accessibilityProblems(page) : []),
      ...((await sidewaysScroll(page)) > 0 ? ['must be scrolled sideways'] : []),
      ...(await unreachableRegions(page)),
    ];
    assert.deepEqual(problems, [], page.url());
  }

  for (const [who, options] of Object.entries(readers)) {
    const scripted = options.javaScriptEnabled !== false;

    test(`${who}: a file of the authority's own is given, described, checked, kept and undone`, async () => {
      await read(options, async (page) => {
        const go = async (name: string, to: RegExp): Promise<void> => {
          await Promise.all([page.waitForURL(to), page.getByRole('button', { name }).click()]);
          await sound(page, scripted);
        };
        await page.goto(`${site.address}${county}/supplied`);
        await sound(page, scripted);
        await page.getByRole('link', { name: 'Supply a file' }).click();
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByText('Choose a file.').first().waitFor();
        await sound(page, scripted);
        const column = `Places ${who}`;
        const rows = `URN,${column}\n900001,30\n900002,many\n`.replaceAll(/, (?=\d)/g, ' ');
        await page
          .locator('#file')
          .setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
        await page.locator('#given-by').fill('Place planning');
        await go('Continue', /\/columns$/);
        await page.locator('#stated-on').fill('1 September 2027');
        await page.locator('#column-2').selectOption('places');
        await go('Check the file', /\/check$/);
        assert.match(await page.locator('main').innerText(), /50% \(1 of 2\)[\s\S]*“many” is not a number/);
        await go('Keep this file', /\/supplied\/\d+$/);
        await page.getByRole('link', { name: 'Undo this file' }).click();
        await page.locator('#reason').fill('only a trial');
        await sound(page, scripted);
        await go('Undo this file', /\/supplied\/\d+$/);
        assert.match(await page.locator('main').innerText(), /Undone .* only a trial/);
      });
    });

    test(`${who}: official files are uploaded, and the page says what became of each`, async () => {
      await read(options, async (page) => {
        await page.goto(`${site.address}/imports/add`);
        await sound(page, scripted);
        await page.locator('#year').fill('soon');
        await page.getByRole('button', { name: 'Import' }).click();
        await page.getByText('“soon” is not a school year').first().waitFor();
        assert.equal(await page.locator('#year').inputValue(), 'soon', 'what was typed stays');
        await sound(page, scripted);
        await page.locator('#year').fill('');
        const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') };
        await page.locator('#files').setInputFiles([file]);
        await Promise.all([
          page.waitForURL(/uploaded/),
          page.getByRole('button', { name: 'Import' }).click(),
        ]);
        await page.getByText('Set aside.').waitFor();
        await sound(page, scripted);
        for (const address of ['/imports', '/official-files']) {
          await page.goto(site.address + address);
          await sound(page, scripted);
        }
      });
    });
  }

  test('a form sent from anywhere else does nothing', async () => {
    for (const headers of [{}, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const body = new URLSearchParams({ reason: 'mischief' });
      const answer = await officer.fetch(`${county}/supplied/1/undo`, {
        method: 'POST',
        headers,
        body,
      });
      assert.equal(answer.status, 403);
    }
    const page = await officer.fetch(`${county}/supplied/1`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(await page.text(), /mischief/);
  });
});
