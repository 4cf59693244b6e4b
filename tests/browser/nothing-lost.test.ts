import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import { accessibilityProblems } from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const school = '/authorities/larkshire/schools/900016';
const open = `${school}/papers/open/self-assessment`;
const mark = 'middletier typed ';

describe('what somebody typed is not lost', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let head: Reader;
  let form: string;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    head = await site.signIn('headteacher-900016@larkshire.example');
    const context = await contextOf(false);
    const page = await context.newPage();
    await page.goto(site.address + open);
    await page.locator('main form button[type=submit]').first().click();
    // One that is being written already is opened instead of a second.
    form = new URL(page.url()).pathname.replace(/(?:\/write)?$/, '/write');
    assert.match(form, /\/papers\/[0-9a-f-]{36}\/write$/);
    await context.close();
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  const contextOf = (javaScriptEnabled: boolean): Promise<BrowserContext> =>
    browser.newContext({ javaScriptEnabled, storageState: head.storageState });
  const first = (page: Page) => page.locator('main textarea').first();
  const save = (page: Page) => page.getByRole('button', { name: 'Save, and keep writing' }).click();
  const keptIn = (page: Page) =>
    page.evaluate((of) => Object.keys(localStorage).filter((key) => key.startsWith(of)).length, mark);

  async function writing(script: boolean, use: (page: Page, context: BrowserContext) => Promise<void>) {
    const context = await contextOf(script);
    try {
      const page = await context.newPage();
      await page.goto(site.address + form);
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  for (const script of [false, true]) {
    const how = script ? 'with script' : 'without script';

    test(`when the session has ended meanwhile: it is on the page, and is sent again after signing in, ${how}`, async () => {
      await writing(script, async (page, context) => {
        const words = `After the session ended, ${how}: “60 of 80”`;
        await first(page).fill(words);
        const cookies = await context.cookies();
        await context.clearCookies();
        await save(page);
        await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
        assert.ok((await page.locator('main').innerText()).includes(words));
        assert.ok(!page.url().includes('60'), 'nothing of it is in the address');
        // Where pages run no script, neither does what looks at them.
        if (script) assert.deepEqual(await accessibilityProblems(page), []);
        await context.addCookies(cookies);
        await page.getByRole('button', { name: 'Send it again' }).click();
        await page.waitForURL((url) => url.pathname === form);
        await page.goto(site.address + form);
        assert.equal(await first(page).inputValue(), words);
      });
    });
  }

  test('when the connection breaks: it is kept in the browser, said to be, and sent when it is back', async () => {
    await writing(true, async (page, context) => {
      const words = 'Typed on a train';
      await first(page).fill(words);
      await context.setOffline(true);
      await save(page);
      await page.getByText('The connection is broken. What you typed is kept in this browser').waitFor();
      assert.equal(await first(page).inputValue(), words);
      await context.setOffline(false);
      await page.getByText('The connection is back.').waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Put it back into the form' }).click();
      assert.equal(await first(page).inputValue(), words);
      // The button is there before and after: what tells that it was sent is its answer.
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await save(page);
      await answered;
      await page.waitForLoadState();
      await page.goto(site.address + form);
      assert.equal(await first(page).inputValue(), words);
      assert.equal(await keptIn(page), 0, 'what arrived is forgotten');
    });
  });

  test('of another person nothing is left in the browser', async () => {
    await writing(true, async (page) => {
      await page.evaluate((of) => {
        localStorage.setItem(`${of}somebody-else /x`, JSON.stringify({ at: Date.now(), typed: [] }));
      }, mark);
      await page.reload();
      assert.equal(await keptIn(page), 0);
    });
  });

  test('after going back and changing what was sent: it is held, and sent as another when that is wanted', async () => {
    await writing(false, async (page) => {
      const token = await page.locator('main form input[name=form-token]').first().inputValue();
      await first(page).fill('Sent first');
      await save(page);
      await first(page).fill('Changed after going back');
      await page
        .locator('main form input[name=form-token]')
        .first()
        .evaluate((field, used) => {
          (field as HTMLInputElement).value = used;
        }, token);
      await save(page);
      await page.getByRole('heading', { name: 'This was already done' }).waitFor();
      assert.ok((await page.locator('main').innerText()).includes('Changed after going back'));
    });
  });

  test('in two tabs: the second is told of the first, and both texts are there', async () => {
    await writing(false, async (page, context) => {
      const second = await context.newPage();
      await second.goto(site.address + form);
      await first(page).fill('Of the first tab');
      await save(page);
      await first(second).fill('Of the second tab');
      await save(second);
      const text = await second.locator('main').innerText();
      assert.match(text, /changed while you were writing/i);
      assert.ok(text.includes('Of the first tab'));
      assert.equal(await first(second).inputValue(), 'Of the second tab');
    });
  });
});
