import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  focused,
  sidewaysScroll,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const county = '/authorities/larkshire';
const school = `${county}/schools/900079`;
const ours = `${school}/our-view`;
const another = `${county}/schools/900485/our-view`;

describe('the school’s own page, in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let people: Readonly<Record<'head' | 'chair' | 'clerk' | 'officer', Reader>>;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    const [head, chair, clerk, officer] = await Promise.all(
      ['headteacher', 'chair', 'clerk', 'intervention-officer'].map((role) =>
        site.signIn(`${role}@larkshire.example`),
      ),
    );
    assert.ok(head && chair && clerk && officer);
    people = { head, chair, clerk, officer };
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function withPage(
    who: keyof typeof people,
    address: string,
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const { storageState } = people[who];
    const context = await browser.newContext({ javaScriptEnabled: false, ...options, storageState });
    try {
      const page = await context.newPage();
      await page.goto(site.address + address);
      await use(page, context);
    } finally {
      await context.close();
    }
  }

  const pages = [
    ['head', ours],
    ['clerk', ours],
    ['officer', ours],
    ['officer', `${county}/requests`],
    ['officer', `${county}/requests/ask`],
    ['officer', `${county}/receipts`],
    ['head', `${county}/home`],
  ] as const;

  for (const [who, address] of pages) {
    test(`${address}, as ${who}: nothing that axe finds, and nothing cut off from 1280 to 320 pixels`, async () => {
      await withPage(who, address, { javaScriptEnabled: true }, async (page) => {
        assert.deepEqual(await accessibilityProblems(page), []);
        for (const width of [1280, 400, 320]) {
          await page.setViewportSize({ width, height: 800 });
          assert.equal(await sidewaysScroll(page), 0, `${String(width)} pixels`);
          assert.deepEqual(await unreachableRegions(page), []);
        }
        assert.deepEqual(await brokenWords(page), []);
      });
    });
  }

  test('head and chair read what the authority thinks and why; the clerk only what is asked and whom to ask', async () => {
    await withPage('head', ours, {}, async (page) => {
      const text = await textOf(page);
      for (const words of ['causing concern', 'You confirmed', 'The strongest reasons'])
        assert.ok(text.includes(words), words);
      assert.doesNotMatch(text, /Proposed, not yet decided/, 'it was decided, and the letter was sent');
      assert.match(text, /An intervention officer of the authority of your own/);
      assert.match(text, /A time to talk about the cover for your deputy/);
    });
    await withPage('clerk', ours, {}, async (page) => {
      const text = await textOf(page);
      assert.match(text, /Your improvement plan, as agreed by governors/);
      assert.match(text, /told in confidence to its head and its chair/);
      assert.doesNotMatch(
        text,
        /causing concern|School of concern|kitchen table|cover for your deputy|Ring the chair/i,
      );
    });
    await withPage('officer', ours, {}, async (page) => {
      const text = await textOf(page);
      assert.match(text, /This is what the head and the chair see/);
      assert.doesNotMatch(text, /cover for your deputy/);
    });
  });

  test('another school is nothing there for a head, and says no more than an address that leads nowhere', async () => {
    const [hidden, absent] = await Promise.all(
      [another, `${county}/schools/999998/our-view`].map((address) => people.head.fetch(address)),
    );
    assert.deepEqual([hidden?.status, absent?.status], [404, 404]);
    assert.equal(await hidden?.text(), await absent?.text());
  });

  test('the chair confirms once, by keyboard and without JavaScript, and is named with the time', async () => {
    await withPage('chair', ours, {}, async (page) => {
      await page.locator('#confirm').focus();
      assert.equal((await focused(page)).id, 'confirm');
      await page.keyboard.press('Enter');
      await page.getByText('You confirmed on').waitFor();
      assert.match(await textOf(page), /You confirmed on \d+ \w+ \d{4} at/);
      assert.equal(await page.locator('#confirm').count(), 0, 'there is nothing to confirm twice');
    });
  });

  test('an empty reply is told with its field; a long one is kept as typed; a reply stands in the thread', async () => {
    await withPage('chair', ours, {}, async (page) => {
      const send = page.getByRole('button', { name: 'Send the reply' });
      await send.click();
      await page.locator('.govuk-error-summary a[href="#words"]').waitFor();
      const long = 'x'.repeat(5001);
      await page.locator('#words').fill(long);
      await send.click();
      await page.locator('.govuk-error-summary').waitFor();
      assert.equal(await page.locator('#words').inputValue(), long);
      await page.locator('#words').fill('The governors will <b>discuss</b> it.');
      await send.click();
      await page.locator('.mt-thread__said').last().waitFor();
      assert.match(await textOf(page), /will <b>discuss<\/b> it/);
      assert.equal(await page.locator('#words').inputValue(), '');
    });
  });

  test('an officer asks, the school answers, the officer has it', async () => {
    await withPage('officer', `${county}/requests/ask?schools=900079`, {}, async (page) => {
      await page.locator('#what').fill('The dates of governors’ meetings');
      await page.getByRole('button', { name: 'Ask' }).click();
      const links = await page
        .locator('.govuk-error-summary a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      assert.deepEqual(links, ['#why', '#due', '#level']);
      assert.equal(await page.locator('#what').inputValue(), 'The dates of governors’ meetings');
      await page.locator('#why').fill('To come to one of them');
      await page.locator('#due').fill('1 July 2099');
      await page.locator('#level').check();
      await page.getByRole('button', { name: 'Ask' }).click();
      await page.waitForURL(/show=waiting/);
    });
    await withPage('head', ours, {}, async (page) => {
      await page.getByRole('link', { name: 'The dates of governors’ meetings' }).click();
      await page.locator('#words').fill('7 May and 2 June');
      await page.getByRole('button', { name: 'Send the answer' }).click();
      await page.locator('.mt-thread__said').waitFor();
      assert.match(await textOf(page), /Answered by/);
    });
    await withPage('clerk', ours, {}, async (page) => {
      await page.getByRole('link', { name: 'The dates of governors’ meetings' }).click();
      assert.doesNotMatch(await textOf(page), /7 May/);
    });
    await withPage('officer', ours, {}, async (page) => {
      await page.getByRole('link', { name: 'The dates of governors’ meetings' }).click();
      assert.match(await textOf(page), /7 May and 2 June/);
      await page.getByRole('button', { name: 'We have what we asked for' }).click();
      await page.getByText('Done: the authority').waitFor();
      assert.match(await textOf(page), /Done: the authority has what it asked for/);
    });
  });

  test('on paper there are no forms, and the document is marked as in confidence', async () => {
    await withPage('head', ours, { javaScriptEnabled: true }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('#words').isVisible(), false);
      assert.equal(await page.locator('#what-we-think').isVisible(), true);
    });
    const document = await people.head.fetch(`${ours}.docx`);
    assert.equal(document.status, 200);
    assert.match(document.headers.get('content-type') ?? '', /wordprocessingml/);
    assert.equal((await people.head.fetch(`${another}.docx`)).status, 404);
  });
});
