import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { deskAndNarrow, inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  sidewaysScroll,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const logs = '/authorities/larkshire/logs';

const readers = deskAndNarrow(400);

describe('logs in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let keeper: Reader;
  let others: readonly Reader[];

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    keeper = await site.signIn('information-officer@larkshire.example');
    others = await Promise.all(
      ['clerk', 'analyst', 'data-officer'].map((role) => site.signIn(`${role}@larkshire.example`)),
    );
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(
    options: BrowserContextOptions,
    use: (page: Page) => Promise<void>,
    { storageState } = keeper,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState });
    try {
      await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async function sound(page: Page, scripted: boolean): Promise<void> {
    const problems = [
      ...(scripted ? await accessibilityProblems(page) : []),
      ...((await sidewaysScroll(page)) > 0 ? ['must be scrolled sideways'] : []),
      ...(await unreachableRegions(page)),
      ...(scripted ? await brokenWords(page) : []),
    ];
    assert.deepEqual(problems, [], page.url());
  }

  for (const [who, options] of Object.entries(readers)) {
    const scripted = options.javaScriptEnabled !== false;

    test(`${who}: what was changed is found by words and read as sentences, and looking is itself logged`, () =>
      read(options, async (page) => {
        await page.goto(`${site.address}${logs}/changes`);
        await sound(page, scripted);
        await page.fill('#words', 'Headteacher');
        await page.click('text=Look');
        assert.match(page.url(), /words=Headteacher/);
        const [first = ''] = await page.locator('.mt-log__words').allTextContents();
        assert.match(first, /headteacher/i);
        await sound(page, scripted);
        await page.goto(`${site.address}${logs}/reading`);
        assert.match(await textOf(page), /read the change log/);
        await sound(page, scripted);
      }));

    test(`${who}: a day that is none is told beside its box, with what was typed`, () =>
      read(options, async (page) => {
        await page.goto(`${site.address}${logs}/changes?from=yesterday&words=role`);
        assert.match((await page.locator('#from-error').textContent()) ?? '', /“yesterday” is not a date/);
        assert.equal(await page.inputValue('#words'), 'role');
        await sound(page, scripted);
      }));

    test(`${who}: everything held about one person is one link away from an entry of theirs`, () =>
      read(options, async (page) => {
        await page.goto(`${site.address}${logs}/reading`);
        await page.locator('text=Everything held about').first().click();
        await page.waitForURL(/\/everything$/);
        assert.match(await textOf(page), /What they read in confidence/);
        await sound(page, scripted);
      }));

    test(`${who}: the page of a record says what became of it, in sentences, to whoever may read them`, async () => {
      const pages = [
        ['/schools/900079/our-view', /asked a school: .*Why: /],
        ['/runs', /ran an analysis: the analysis as at .*schools by /],
        ['/supplied/1', /kept a file: .*rows, given by /],
      ] as const;
      for (const [index, [address, sentence]] of pages.entries()) {
        const look = async (page: Page): Promise<void> => {
          await page.goto(`${site.address}/authorities/larkshire${address}`);
          await page.locator('summary', { hasText: 'What changed here' }).click();
          assert.match((await page.locator('details[open] .mt-log').textContent()) ?? '', sentence);
          await sound(page, scripted);
        };
        await read(options, look, others[index]);
      }
    });

    test(`${who}: everything held about a person is one link away from their page, and says what is not in it`, () =>
      read(options, async (page) => {
        await page.goto(`${site.address}/authorities/larkshire/people?search=head`);
        await page.locator('main tbody a').first().click();
        await page.locator('text=Everything held about').click();
        await page.waitForURL(/\/everything$/);
        assert.match(await textOf(page), /may not read what schools and the authority write to one another/);
        await sound(page, scripted);
      }));

    test(`${who}: how long records are kept is one table; what is said wrongly is kept and told`, () =>
      read(options, async (page) => {
        await page.goto(`${site.address}${logs}/retention`);
        await sound(page, scripted);
        await page.fill('#years', '0');
        await page.fill('#why', 'Our schedule');
        await page.click('text=Keep them so long');
        assert.match((await page.locator('#years-error').textContent()) ?? '', /from 1 to 100/);
        assert.equal(await page.inputValue('#why'), 'Our schedule');
        await sound(page, scripted);
      }));
  }
});
