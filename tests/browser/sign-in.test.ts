import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { accountFor } from '#/people/actions/accounts.ts';
import { makeSetUpLink } from '#/people/actions/set-up-links.ts';
import type { Parts } from '#/parts.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from '../security/records.fixture.ts';
import { inventedAuthority, startSiteProcess, type SiteProcess } from '../security/site-process.fixture.ts';
import { accessibilityProblems, focused, sidewaysScroll, textOf } from './page-checks.ts';
import { inBrowser, openBrowser } from './browser.fixture.ts';

const sizes = [1280, 400, 320] as const;
const email = 'ann.smith@example.org';
const password = 'copper lantern tuesday';

describe('signing in, in the browser', inBrowser, () => {
  let database: TestDatabase;
  let site: SiteProcess;
  let browser: Browser;
  let parts: Parts;
  let account = '';

  before(async () => {
    [database, browser] = await Promise.all([startTestDatabase(), openBrowser()]);
    const records = await database.openRecords();
    parts = {
      records: () => Promise.resolve(records),
      published: () => Promise.resolve({ authorities: () => Promise.resolve([inventedAuthority]) }),
    } as unknown as Parts;
    await records.prepareAuthority('larkshire', 'Larkshire');
    await records.prepareAuthority('fenshire', 'Fenshire');
    account = await accountFor(parts, { email, authority: 'fenshire', demonstration: false });
    await addPerson(database.owner, 'fenshire', {
      ...personOf('analyst', 'fenshire'),
      id: account,
      name: 'Ann Smith',
    });
    const invented = await accountFor(parts, {
      email: 'head@larkshire.example',
      authority: 'larkshire',
      demonstration: true,
    });
    await addPerson(database.owner, 'larkshire', {
      ...personOf('headteacher', 'larkshire', ['900001']),
      id: invented,
      name: 'Pearl Linnetson',
    });
    site = await startSiteProcess(database.url);
  });
  after(async () => {
    await Promise.all([browser.close(), site.kill()]);
    await database.end();
  });

  async function inPage(
    work: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ ...options, baseURL: site.address });
    context.setDefaultTimeout(10_000);
    try {
      await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async function assertSound(page: Page): Promise<void> {
    for (const width of sizes) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await sidewaysScroll(page), 0, `${page.url()} at ${String(width)} pixels`);
    }
    assert.deepEqual(await accessibilityProblems(page), [], page.url());
  }

  test('whoever was invited sets a password and is told everything that is wrong with one, in order', async () => {
    const { path } = await makeSetUpLink(parts, account);
    await inPage(async (page) => {
      await page.goto(path);
      await assertSound(page);
      assert.match(await textOf(page), /ann\.smith@example\.org/);
      await page.fill('#password', 'short');
      await page.fill('#again', 'other');
      await page.click('main button');
      assert.match(await page.title(), /^Error: Set your password/);
      const errors = await page.locator('.govuk-error-summary__list a').allInnerTexts();
      assert.deepEqual(
        errors.map((text) => text.slice(0, 20)),
        ['Use at least 12 char', 'Type the same passwo'],
      );
      assert.equal(await page.inputValue('#password'), '', 'a password stands on no page');
      await assertSound(page);
      await page.fill('#password', password);
      await page.fill('#again', password);
      await page.click('main button');
      await page.goto('/account');
      assert.match(await textOf(page), /You are Ann Smith/);
      await page.goto(path);
      assert.match(await textOf(page), /lets nobody set a password/);
    });
  });

  test('with the keyboard alone: address, password, Enter; what was wrong is said, and the address is kept', async () => {
    await inPage(async (page) => {
      await page.goto('/sign-in?to=/account');
      await assertSound(page);
      await page.locator('#name').focus();
      await page.keyboard.type(email);
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).id, 'password');
      await page.keyboard.type('wrong lantern tuesday');
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).text, 'Sign in');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/sign-in');
      assert.match(await page.title(), /^Error: Sign in/);
      assert.match(await textOf(page), /Check the mail address and the password/);
      assert.equal(await page.inputValue('#name'), email);
      await assertSound(page);
      await page.fill('#password', password);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/account');
    });
  });

  test('one’s own account: roles and why, sessions, another password, out everywhere', async () => {
    const { path } = await makeSetUpLink(parts, account);
    await inPage(async (page) => {
      await page.goto(path);
      await page.fill('#password', password);
      await page.fill('#again', password);
      await page.click('main button');
      await page.goto('/account');
      await assertSound(page);
      const text = await textOf(page);
      assert.match(text, /Analyst.*For the test.*The test/);
      assert.match(text, /1 session\b.*with a password.*now, here/);
      await page.fill('#current', 'not this one');
      await page.fill('#password', 'short');
      await page.click('text=Change the password');
      assert.deepEqual(await page.locator('.govuk-error-summary__list a').evaluateAll(hrefs), [
        '#current',
        '#password',
        '#again',
      ]);
      await assertSound(page);
      await page.fill('#current', password);
      await page.fill('#password', 'velvet harbour sixteen');
      await page.fill('#again', 'velvet harbour sixteen');
      await page.click('text=Change the password');
      assert.match(await textOf(page), /Your password is changed/);
      await page.click('text=Sign out everywhere');
      assert.match(await textOf(page), /You are signed out/);
      await page.goto('/account');
      assert.match(page.url(), /\/sign-in\?to=%2Faccount$/);
    });
  });

  test('all of it without JavaScript', async () => {
    const { path } = await makeSetUpLink(parts, account);
    const forms = async (page: Page): Promise<void> => {
      await page.goto(path);
      await page.fill('#password', password);
      await page.fill('#again', password);
      await page.click('main button');
      await page.goto('/account');
      await page.click('text=Sign out everywhere');
      await page.goto('/sign-in?to=/account');
      await page.fill('#name', email);
      await page.fill('#password', password);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/account');
      await page.click('.mt-header button');
      await page.waitForURL('**/sign-in?why=signed-out');
    };
    await inPage(forms, { javaScriptEnabled: false });
  });

  test('one click signs in as an invented person, who is said to be invented', async () => {
    await inPage(async (page) => {
      await page.goto('/sign-in?to=/account');
      await page.click('text=Choose an invented person');
      await assertSound(page);
      assert.match(await textOf(page), /Headteacher.*Pearl Linnetson/);
      await page.click('button:has-text("Pearl Linnetson")');
      assert.match(await textOf(page), /You do not exist/);
      assert.equal(await page.locator('#current').count(), 0, 'there is no password to change');
      await page.click('.mt-header button');
      assert.match(await textOf(page), /You are signed out/);
    });
  });
});

const hrefs = (links: readonly Element[]): (string | null)[] =>
  links.map((link) => link.getAttribute('href'));
