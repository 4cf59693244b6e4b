import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
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
import type { Reader, Site } from './site.fixture.ts';

const county = '/authorities/larkshire';
const list = `${county}/early-warning`;
const own = `${county}/schools/900079/forecast`;
const another = `${county}/schools/900485/forecast`;

describe('the early warning, in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let people: Readonly<Record<'service' | 'officer' | 'head', Reader>>;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    const [service, officer, head] = await Promise.all(
      ['head-of-service', 'intervention-officer', 'headteacher'].map((role) =>
        site.signIn(`${role}@larkshire.example`),
      ),
    );
    assert.ok(service && officer && head);
    people = { service, officer, head };
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function withPage(
    who: keyof typeof people,
    address: string,
    javaScriptEnabled: boolean,
    use: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { storageState } = people[who];
    const context = await browser.newContext({ javaScriptEnabled, storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + address);
      await use(page);
    } finally {
      await context.close();
    }
  }

  const pages = [
    ['service', list],
    ['service', `${list}?target=below+good&months=12&least=10&phase=primary`],
    ['service', `${list}?search=no+school+is+called+this`],
    ['officer', own],
    ['head', own],
    ['head', `${county}/schools/900079`],
    ['officer', `${county}/home`],
    ['head', `${county}/home`],
  ] as const;

  for (const [who, address] of pages) {
    test(`${address}, as ${who}: nothing that axe finds, and nothing cut off from 1280 to 320 pixels`, async () => {
      await withPage(who, address, true, async (page) => {
        await openFolds(page);
        for (const width of [1280, 400, 320]) {
          await page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await accessibilityProblems(page), [], `${String(width)} pixels`);
          assert.equal(await sidewaysScroll(page), 0, `${String(width)} pixels`);
          assert.deepEqual(await unreachableRegions(page), []);
          if (width === 1280) assert.deepEqual([await tablesCutOff(page), await brokenWords(page)], [[], []]);
        }
      });
    });
  }

  test('the list is narrowed, sorted and counted without JavaScript, and what was chosen stays in the address', async () => {
    await withPage('service', `${list}?target=below+good`, false, async (page) => {
      assert.match(
        await textOf(page),
        /good or better now\. We expect about [\d.]+ of them to be judged below good/,
      );
      await page.getByRole('link', { name: '12 months' }).click();
      await page.locator('#visits').fill('5');
      await page.locator('#visits').focus();
      assert.equal((await focused(page)).id, 'visits');
      await page.keyboard.press('Enter');
      await page.waitForURL(/visits=5/);
      assert.match(page.url(), /months=12/);
      assert.match(
        await textOf(page),
        /If you can visit 5 schools: the 5 with the highest chances hold about/,
      );
      await page.getByRole('link', { name: /^District\s?, sort/ }).click();
      await page.waitForURL(/sort=district/);
      assert.equal(await page.locator('th[aria-sort="ascending"]').count(), 1);
    });
  });

  test('an officer writes down what they expect, is told what is missing, and withdraws it; the head sees nothing of it', async () => {
    await withPage('officer', own, false, async (page) => {
      await page.locator('#why').fill('A <b>new</b> head.');
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.locator('.govuk-error-summary a[href="#standing"]').waitFor();
      assert.equal(await page.locator('#why').inputValue(), 'A <b>new</b> head.');
      await page.locator('#standing').check();
      await page.locator('#by').fill('31 August 2027');
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('A <b>new</b> head.').first().waitFor();
      assert.match(await textOf(page), /Change what you expect/);
    });
    await withPage('head', own, false, async (page) => {
      const text = await textOf(page);
      assert.match(text, /The chance of/);
      assert.doesNotMatch(text, /new<\/b> head|What officers expect/);
    });
    await withPage('officer', own, false, async (page) => {
      await page.getByRole('button', { name: 'Withdraw it' }).click();
      await page.locator('.govuk-error-summary a[href="#withdraw-why"]').waitFor();
      await page.locator('#withdraw-why').fill('The head stays.');
      await page.getByRole('button', { name: 'Withdraw it' }).click();
      await page.getByText('The head stays.').waitFor();
      assert.equal(await page.locator('#withdraw-why').count(), 0);
    });
  });

  test('another school’s forecast is nothing there for a head, and says no more than an address that leads nowhere', async () => {
    const [hidden, absent] = await Promise.all(
      [another, `${county}/schools/999998/forecast`].map((address) => people.head.fetch(address)),
    );
    assert.deepEqual([hidden?.status, absent?.status], [404, 404]);
    assert.equal(await hidden?.text(), await absent?.text());
    assert.equal((await people.head.fetch(list)).status, 403);
  });
});
