import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import { rolesToGive, roleMeaning, type Role } from '#/people/rules/roles.ts';
import { accessibilityProblems, focused, sidewaysScroll, textOf } from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };
const addressOf = (role: Role): string => `${role.replaceAll(' ', '-')}@larkshire.example`;

/** What a role comes for: the first screen says it. */
const comesFor: Readonly<Partial<Record<Role, RegExp>>> = {
  director: /Are our schools good\?.*Schools causing concern.*(?:fewer|more|as many)/,
  'head of service': /What schools replied and confirmed/,
  analyst: /Official data.*The newest analysis/,
  'intervention officer': /Your schools/,
  'data officer': /Official data/,
  administrator: /Who has access/,
  'information officer': /Who read what, this week/,
  headteacher: /Our school.*Whom to ask/,
  clerk: /Our school.*Whom to ask/,
  'elected member': /Schools causing concern.*In Whimbrelwick/,
  'diocese officer': /Your schools/,
};

const lookedAtWide = new Set<Role>(['director', 'administrator', 'headteacher', 'elected member']);

async function tooWide(page: Page): Promise<readonly string[]> {
  const over = await sidewaysScroll(page);
  return over > 0 ? [`${String(over)} pixels too wide`] : [];
}

describe('the home page of each role', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  const readers = new Map<Role, Reader>();

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    for (const role of rolesToGive) readers.set(role, await site.signIn(addressOf(role)));
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  /** Opens the first page as each role, without JavaScript except for what looks at the page. */
  async function asEachRole(
    viewport: { width: number; height: number },
    check: (page: Page, role: Role) => Promise<readonly string[]>,
  ): Promise<void> {
    const problems: string[] = [];
    for (const [role, { storageState }] of readers) {
      const context = await browser.newContext({ viewport, storageState });
      try {
        const page = await context.newPage();
        await page.goto(`${site.address}/`);
        problems.push(...(await check(page, role)).map((problem) => `${role}: ${problem}`));
      } finally {
        await context.close();
      }
    }
    assert.deepEqual(problems, []);
  }

  test('every role comes from the first page to its own, says what it is, and nothing of it fails', async () => {
    await asEachRole(wide, async (page, role) => {
      const text = await textOf(page);
      return [
        ...(new URL(page.url()).pathname === '/authorities/larkshire/home' ? [] : [`is at ${page.url()}`]),
        ...(text.includes(roleMeaning(role).name) ? [] : ['does not say its role']),
        ...(/cannot be shown now|undefined|\bNaN\b/.exec(text) ?? []),
        ...(await tooWide(page)),
        // The same markup as at 320 pixels, where every role's is looked at: here one of each kind of home.
        ...(lookedAtWide.has(role) ? await accessibilityProblems(page) : []),
        ...(comesFor[role]?.test(text) === false ? [`does not answer ${String(comesFor[role])}`] : []),
      ];
    });
  });

  test('no home page has an accessibility fault at 320 pixels, nor scrolls sideways', async () => {
    await asEachRole(narrow, async (page) => [
      ...(await accessibilityProblems(page)),
      ...(await tooWide(page)),
    ]);
  });

  test('at 1280 pixels the navigation is one row, and leads nowhere that the reader may not go', async () => {
    const shut: string[] = [];
    await asEachRole(wide, async (page, role) => {
      const links = page.locator('nav[aria-label="Main"] a');
      const tops = await links.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
        const { status } = (await readers.get(role)?.fetch(href)) ?? { status: 0 };
        if (status !== 200) shut.push(`${role}: ${href}: ${String(status)}`);
      }
      return new Set(tops).size === 1 ? [] : ['the navigation has several rows'];
    });
    assert.deepEqual(shut, []);
  });

  test('with the keyboard, without JavaScript: sign in by one click, home, and out again', async () => {
    const context = await browser.newContext({ viewport: wide, javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`${site.address}/`);
      assert.match(page.url(), /\/sign-in/);
      await page.goto(`${site.address}/demonstration/sign-in`);
      await page.locator(`button[value="${addressOf('headteacher')}"]`).press('Enter');
      await page.waitForURL(/\/home$/);
      await page.locator('.mt-header__sign-out').press('Enter');
      await page.waitForURL(/\/sign-in/);
      await page.goto(`${site.address}/authorities/larkshire/home`);
      assert.match(page.url(), /\/sign-in/, 'who has signed out reads nothing more');
    } finally {
      await context.close();
    }
  });

  test('the keyboard comes to the content first, then by the header to the sections', async () => {
    const director = await site.signIn(addressOf('director'));
    const context = await browser.newContext({ viewport: wide, storageState: director.storageState });
    try {
      const page = await context.newPage();
      await page.goto(`${site.address}/`);
      const met: string[] = [];
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press('Tab');
        met.push((await focused(page)).text);
      }
      assert.equal(met[0], 'Skip to main content');
      assert.equal(met[1], 'Middle Tier');
      assert.match(met[2] ?? '', /^Your account/);
      assert.deepEqual(met.slice(3), ['Sign out', 'Home', 'My work']);
    } finally {
      await context.close();
    }
  });
});
