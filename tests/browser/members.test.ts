import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import {
  accessibilityProblems,
  brokenWords,
  sidewaysScroll,
  textOf,
  unreachableRegions,
} from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const address = '/authorities/larkshire/members';

describe('the page for members', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  const readers = new Map<string, Reader>();

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    for (const who of ['elected-member', 'scrutiny-member', 'head-of-service', 'headteacher'])
      readers.set(who, await site.signIn(`${who}@larkshire.example`));
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  const readerOf = (who: string): Reader => {
    const reader = readers.get(who);
    assert.ok(reader !== undefined);
    return reader;
  };
  async function open(who: string, width = 1280, path = address): Promise<Page> {
    const context = await browser.newContext({
      storageState: readerOf(who).storageState,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${site.address}${path}`);
    return page;
  }

  for (const who of ['elected-member', 'scrutiny-member', 'head-of-service']) {
    test(`${who}: axe finds nothing, and nothing is cut off at any width`, async () => {
      for (const width of [1280, 768, 320]) {
        const page = await open(who, width);
        assert.deepEqual(await accessibilityProblems(page), []);
        assert.deepEqual(
          [await sidewaysScroll(page), await unreachableRegions(page), await brokenWords(page)],
          [0, [], []],
          `${who}, ${String(width)}`,
        );
        await page.context().close();
      }
    });
  }

  test('a member finds the schools of concern of the division, told in confidence; a panel member finds no school', async () => {
    const member = await open('elected-member');
    const text = await textOf(member);
    assert.match(text, /Schools of concern in your division/);
    assert.match(text, /Told in confidence to the member for the division/);
    await member.context().close();
    const panel = await open('scrutiny-member');
    assert.doesNotMatch(await textOf(panel), /Told in confidence|of concern in (?:your|a) division/);
    assert.equal(await panel.locator('main a[href*="/schools/9"]').count(), 0);
    await panel.context().close();
  });

  test('an officer chooses a division and sees what its member sees', async () => {
    const page = await open('head-of-service');
    const first = await page.locator('#division option').nth(1).getAttribute('value');
    await page.locator('#division').selectOption(first);
    await page.getByRole('button', { name: 'Show' }).click();
    assert.equal(new URL(page.url()).searchParams.get('division'), first);
    assert.match(await textOf(page), /as its member sees them/);
    await page.context().close();
  });

  test('no small number is on the page or in its files, and the files name no school', async () => {
    const csv = await (await readerOf('elected-member').fetch(`${address}.csv`)).text();
    const [heading = '', ...rows] = csv.trim().split('\r\n');
    const groups = heading.split(',').slice(3, 6);
    assert.equal(groups.length, 3);
    assert.ok(rows.length > 5);
    for (const row of rows) {
      const numbers = /^[^,]*,(?:"[^"]*"|[^,]*),(\d+),(.*?),\d{4}-/.exec(row);
      for (const cell of (numbers?.[2] ?? '').match(/(?<=^|,)\d+(?=,|$)/g) ?? [])
        assert.ok(Number(cell) >= 6 && cell !== numbers?.[1], row);
    }
    const panel = await (await readerOf('scrutiny-member').fetch(`${address}.csv`)).text();
    assert.equal(csv, panel);
    const briefing = await readerOf('elected-member').fetch(`${address}.docx`);
    assert.equal(briefing.status, 200);
  });

  test('a head may not open it, nor a member the register, the watchlist or who moved', async () => {
    assert.equal((await readerOf('headteacher').fetch(address)).status, 403);
    for (const page of ['risk-register', 'risk-register.csv', 'watchlist', 'runs', 'supplied'])
      assert.equal(
        (await readerOf('elected-member').fetch(`/authorities/larkshire/${page}`)).status,
        403,
        page,
      );
  });
});
