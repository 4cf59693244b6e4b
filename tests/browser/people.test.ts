import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { deskAndNarrow, inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import { accessibilityProblems, sidewaysScroll, textOf, unreachableRegions } from './page-checks.ts';
import type { Reader, Site } from './site.fixture.ts';

const county = '/authorities/larkshire';
const school = '900079';

const readers = deskAndNarrow(400);

describe('people in the browser', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let administrator: Reader;
  let officer: Reader;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    administrator = await site.signIn('administrator@larkshire.example');
    officer = await site.signIn('intervention-officer@larkshire.example');
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  async function read(
    reader: Reader,
    options: BrowserContextOptions,
    use: (page: Page, sound: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ ...options, storageState: reader.storageState });
    const scripted = options.javaScriptEnabled !== false;
    try {
      const page = await context.newPage();
      await use(page, async () => {
        const problems = [
          // axe is a script itself: where there is none, only the page's width is looked at.
          ...(scripted ? await accessibilityProblems(page) : []),
          ...((await sidewaysScroll(page)) > 0 ? ['must be scrolled sideways'] : []),
          ...(await unreachableRegions(page)),
        ];
        assert.deepEqual(problems, [], page.url());
      });
    } finally {
      await context.close();
    }
  }

  for (const [index, [who, options]] of Object.entries(readers).entries()) {
    test(`${who}: every page of people and access is sound`, () =>
      read(administrator, options, async (page, sound) => {
        const pages = [
          `${county}/people`,
          `${county}/people?show=everybody&role=headteacher`,
          `${county}/people?search=nobody+of+this+name`,
          `${county}/people/invite`,
          `${county}/people/import`,
          `${county}/people/divisions`,
          `${county}/people/of-school/${school}`,
          `${county}/people/of-school/${school}/new`,
          `${county}/access`,
          `${county}/access?school=${school}`,
          '/permissions',
          '/permissions?role=elected+member',
        ];
        for (const address of pages) {
          const answer = await page.goto(site.address + address);
          assert.equal(answer?.status(), 200, address);
          await sound();
        }
      }));

    test(`${who}: somebody is invited, given another role and ended; what was typed wrongly stays`, () =>
      read(administrator, options, async (page, sound) => {
        const send = async (name: string): Promise<void> => {
          await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
          await sound();
        };
        await page.goto(`${site.address}${county}/people/invite`);
        await page.locator('#name').fill('Quill Fenwick');
        await page.locator('#email').fill('nobody');
        await page.locator('#role').selectOption('headteacher');
        await page.locator('#from').fill('some day');
        await send('Invite');
        assert.match(await textOf(page), /“nobody” is no mail address.*“some day” is not a date/);
        assert.equal(await page.locator('#from').inputValue(), 'some day', 'what was typed stays');
        assert.equal(await page.locator('#role').inputValue(), 'headteacher');
        await page.locator('#email').fill(`quill${index}@larkshire.example`);
        await page.locator('#role').selectOption('analyst');
        await page.locator('#from').fill('');
        await page.locator('#why').fill('Joined the service');
        await send('Invite');
        assert.match(page.url(), /\/people\/[0-9a-f-]{36}$/);
        assert.match(await textOf(page), /Analyst .* Joined the service/);
        await page.getByRole('link', { name: 'Give a role' }).click();
        await page.locator('#role').selectOption('governor');
        await page.locator('#for').selectOption(`school: ${school}`);
        await page.locator('#why').fill('Elected by the parents');
        await send('Give the role');
        await page.getByRole('link', { name: /^End Analyst/ }).click();
        await send('End the role');
        assert.match(await textOf(page), /Say why/);
        await page.locator('#why').fill('Left the service');
        await send('End the role');
        assert.match(await textOf(page), /Roles that are over.*Ended by .*: Left the service/);
        await send('Make a set-up link');
        assert.match(await textOf(page), /\/set-up\/[\w-]{43}/);
      }));

    test(`${who}: a list of people is looked at before it is taken in, and every fault told with its line`, () =>
      read(administrator, options, async (page, sound) => {
        const header = 'Name,Mail address,Role,For,Why';
        const upload = async (lines: readonly string[]): Promise<void> => {
          await page.goto(`${site.address}${county}/people/import`);
          const buffer = Buffer.from([header, ...lines].join('\n'));
          await page.locator('#file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
          const button = page.getByRole('button', { name: 'Look at what it would change' });
          await Promise.all([page.waitForEvent('load'), button.click()]);
          await sound();
        };
        const good = `Rue ${index} Marsh,rue${index}@larkshire.example,Governor,${school},"Elected, by parents"`;
        await upload([good, 'Sam Fen,sam,Wizard,,']);
        assert.match(await textOf(page), /Nothing was changed.* 3 Mail address .* 3 Role .* 3 Why/);
        await upload([good]);
        assert.match(await textOf(page), /1 person would be added, 1 role would be given/);
        await Promise.all([
          page.waitForEvent('load'),
          page.getByRole('button', { name: 'Take in the list' }).click(),
        ]);
        await sound();
        assert.match(await textOf(page), /The list was taken in/);
        await upload([good]);
        assert.match(await textOf(page), /Everything in it is so already/);
      }));

    test(`${who}: whoever may not manage people reads who there is and changes nobody`, () =>
      read(officer, options, async (page, sound) => {
        await page.goto(`${site.address}${county}/people`);
        await sound();
        const text = await textOf(page);
        assert.doesNotMatch(text, /Invite somebody|Signed in last/);
        for (const address of [`${county}/people/invite`, `${county}/people/import`, `${county}/access`]) {
          const answer = await page.goto(site.address + address);
          assert.equal(answer?.status(), 403, address);
        }
      }));
  }
});
