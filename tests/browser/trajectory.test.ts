import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { deskAndNarrow, inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  focused,
  sidewaysScroll,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const address = '/authorities/larkshire/trajectory';
const ofGrades = '?as-at=2023-08-31';

describe('the trajectory', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  const readers = new Map<string, Reader>();

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    for (const who of ['director', 'head-of-service', 'scrutiny-member', 'challenge-partner'])
      readers.set(who, await site.signIn(`${who}@larkshire.example`));
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(
    who: string,
    query: string,
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const reader = readers.get(who);
    assert.ok(reader !== undefined);
    const context = await browser.newContext({ ...options, storageState: reader.storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + address + query);
      await use(page);
    } finally {
      await context.close();
    }
  }

  for (const [how, options] of Object.entries(deskAndNarrow(400))) {
    test(`a member reads what is expected, how likely the target is and what came last time, ${how}`, async () => {
      await read('scrutiny-member', ofGrades, options, async (page) => {
        const text = await textOf(page);
        assert.match(
          text,
          /By 31 August 2025 we expect \d+% of schools \(of the \d+ judged by then\) to be good or better/,
        );
        assert.match(text, /The chance of reaching the target of [\d.]+% on 31 August 2025 is about/);
        assert.match(text, /Last time, as at 31 August 2022/);
        assert.equal(await page.locator('main a[href*="/schools/"]').count(), 0, 'no school is named');
        assert.equal(await page.locator('figure svg:visible').count(), 1);
        assert.deepEqual([await sidewaysScroll(page), await unreachableRegions(page)], [0, []]);
      });
    });
  }

  test('axe finds nothing for anybody, whatever there is to see', async () => {
    for (const [who, query] of [
      ['head-of-service', ''],
      ['director', `${ofGrades}&of=pupils&count=own`],
      ['challenge-partner', ofGrades],
      ['scrutiny-member', '?group=district%3ANowhere'],
      ['head-of-service', '?school=&day=soon&happens='],
    ] as const)
      for (const width of [1280, 400])
        await read(who, query, { viewport: { width, height: 900 } }, async (page) => {
          assert.deepEqual(
            [await accessibilityProblems(page), await sidewaysScroll(page), await brokenWords(page)],
            [[], 0, []],
            `${who}, ${query}, ${String(width)}`,
          );
        });
  });

  test('report cards are asked about in their own words', async () => {
    await read('head-of-service', '', {}, async (page) => {
      const text = await textOf(page);
      assert.match(text, /to have every area at expected or above/);
      assert.doesNotMatch(await page.locator('figure').innerText(), /good or better/);
    });
  });

  test('what if is tried without script and taken away again; what cannot be tried is kept with what is wrong', async () => {
    await read('head-of-service', ofGrades, { javaScriptEnabled: false }, async (page) => {
      const school = page.locator('section[aria-labelledby=steps] tbody th a').first();
      const [name, urn] = [await school.innerText(), ((await school.getAttribute('href')) ?? '').slice(-6)];
      await page.getByLabel('School', { exact: true }).fill(urn);
      await page.getByLabel('What happens').selectOption('is judged good or better');
      await page.getByLabel('On which day').fill('the spring');
      await page.getByRole('button', { name: 'Try it' }).click();
      assert.match(await textOf(page), /Nothing more is tried .*Say on which day/);
      assert.equal(await page.getByLabel('School', { exact: true }).inputValue(), urn);
      await page.getByLabel('On which day').fill('1 March 2024');
      await page.getByRole('button', { name: 'Try it' }).click();
      assert.equal(new URL(page.url()).search, `${ofGrades}&if=${urn}_2024-03-01_good`);
      assert.match(await textOf(page), /instead of .*, a difference of .*The chance of the target goes from/);
      assert.match(await page.locator('figure').innerText(), /With what is tried/);
      await page.getByLabel('By', { exact: true }).selectOption('2024-08-31');
      await page.getByRole('button', { name: 'Show' }).click();
      assert.match(new URL(page.url()).search, /if=.*_good/, 'what is tried goes along');
      await page.getByRole('link', { name: `Remove ${name}` }).click();
      assert.doesNotMatch(await textOf(page), /instead of/);
    });
  });

  test('the keyboard goes through the choices in their order', async () => {
    await read('scrutiny-member', ofGrades, {}, async (page) => {
      await page.getByLabel('By', { exact: true }).focus();
      const ids: string[] = [];
      for (let step = 0; step < 4; step += 1) {
        await page.keyboard.press('Tab');
        ids.push((await focused(page)).id);
      }
      assert.deepEqual(ids, ['group', 'of', 'count', 'as-at']);
    });
  });

  test('the director sets a share and withdraws it for a reason; everything wrong is told at once', async () => {
    await read('director', '', { javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'Set the share' }).click();
      assert.equal(await page.locator('.govuk-error-summary li').count(), 3);
      await page.locator('#target-on').fill('31 August 2028');
      await page.locator('#target-share').fill('71.5');
      await page.locator('#target-restsOn').fill('For this test');
      await page.getByRole('button', { name: 'Set the share' }).click();
      assert.match(await textOf(page), /31 August 2028 71\.5% Told with the next forecast that is kept/);
      const option = page.locator('#target-which option', { hasText: '71.5%' });
      await page.locator('#target-which').selectOption(await option.getAttribute('value'));
      await page.getByRole('button', { name: 'Withdraw it' }).click();
      assert.match(await textOf(page), /Say why it is no longer aimed at/);
      await page.locator('#target-why').fill('The test is over');
      await page.getByRole('button', { name: 'Withdraw it' }).click();
      assert.doesNotMatch(await textOf(page), /71\.5%/);
    });
  });

  test('a member is shown no form of targets', async () => {
    await read('scrutiny-member', '', {}, async (page) => {
      assert.equal(await page.getByRole('button', { name: 'Set the share' }).count(), 0);
    });
  });
});
