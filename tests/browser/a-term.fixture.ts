import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, sidewaysScroll, textOf, unreachableRegions } from './page-checks.ts';
import type { Site } from './site.fixture.ts';

/** Somebody at their desk in a term: one page, 400 pixels wide and without any script. */
export interface Desk {
  readonly page: Page;
  /** Opens an address of the authority, and looks at the page. */
  readonly open: (path: string) => Promise<string>;
  /** Presses a button, and looks at the page that answers. */
  readonly press: (button: string | RegExp) => Promise<string>;
  /** Follows a link of the page. */
  readonly follow: (link: string | RegExp) => Promise<string>;
  /** The status of an address for them. */
  readonly statusOf: (path: string) => Promise<number>;
}

/** A term as a browser sees it. */
export interface Term {
  readonly desk: (account: string) => Promise<Desk>;
  /** Every address that was asked for, and every one that was told as the page somebody came from. */
  readonly addresses: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

const authority = '/authorities/larkshire';
const narrow = { width: 400, height: 800 } as const;

/**
 * People of the authority and of a school in one browser. Each page they come to is looked at as they see it: 400 pixels wide
 * with nothing cut off, and the same page through axe, which is a script and so reads it in a page of its own.
 */
export async function beginTerm(site: Site, browser: Browser): Promise<Term> {
  const addresses = new Set<string>();
  const desks = new Map<string, Promise<Desk>>();
  const looking = await browser.newContext({ viewport: narrow });
  const glass = await looking.newPage();
  await glass.goto(site.address);
  const looked = new Set<string>();

  async function look(page: Page, status: number): Promise<string> {
    assert.ok(status < 500, `${page.url()}: ${String(status)}`);
    const problems = [
      ...((await sidewaysScroll(page)) > 0 ? ['must be scrolled sideways'] : []),
      ...(await unreachableRegions(page)),
    ];
    assert.deepEqual(problems, [], page.url());
    const seen = await page.content();
    // What a page is made of, without what is written in it: a page that is made the same is not read twice.
    const made = [...new Set(seen.match(/<[a-z][^\s>]*(?: class="[^"]*")?/g))].toSorted().join('');
    if (!looked.has(made)) {
      looked.add(made);
      await glass.setContent(seen.replaceAll(/<script\b[^>]*>.*?<\/script>/gs, ''));
      assert.deepEqual(await accessibilityProblems(glass), [], page.url());
      assert.equal(await sidewaysScroll(glass), 0, `${page.url()} with everything unfolded`);
    }
    return textOf(page);
  }

  async function sitDown(account: string): Promise<Desk> {
    const { storageState, fetch } = await site.signIn(`${account}@larkshire.example`);
    const context = await browser.newContext({ viewport: narrow, javaScriptEnabled: false, storageState });
    context.on('request', (request) => {
      addresses.add(request.url());
      const { referer } = request.headers();
      if (referer !== undefined) addresses.add(referer);
    });
    const page = await context.newPage();
    const answered = async (act: () => Promise<unknown>): Promise<string> => {
      const [answer] = await Promise.all([
        page.waitForResponse(
          (response) => response.request().isNavigationRequest() && !isRedirect(response.status()),
        ),
        page.waitForEvent('load'),
        act(),
      ]);
      return look(page, answer.status());
    };
    return {
      page,
      open: (path) => answered(() => page.goto(site.address + authority + path)),
      press: (button) =>
        answered(() => page.getByRole('button', { name: button, exact: true }).first().click()),
      follow: (link) => answered(() => page.getByRole('link', { name: link }).first().click()),
      statusOf: async (path) => (await fetch(authority + path)).status,
    };
  }

  return {
    desk: (account) => {
      const there = desks.get(account) ?? sitDown(account);
      desks.set(account, there);
      return there;
    },
    addresses,
    close: async () => {
      for (const desk of desks.values()) await (await desk).page.context().close();
      await looking.close();
    },
  };
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** An address of the site as one within the authority. */
export function within(path: string): string {
  return path.slice(authority.length);
}

/**
 * Fills a form as somebody does who leaves out what they may: whatever is empty and does not say that it may be left so.
 *
 * @param words what is written where words are asked for, each followed by what they are about
 * @param day where a day is asked for, as people write it
 */
export async function fillIn(
  { page }: Desk,
  words: string,
  day: string,
  own: Readonly<Record<string, string>> = {},
): Promise<void> {
  const groups = await page.locator('main form.mt-write .govuk-form-group').all();
  for (const group of groups) {
    const said = await group.innerText();
    const label = said.split('\n')[0] ?? '';
    const given = own[label];
    if (given === undefined && said.includes('You may leave it empty')) continue;
    const [box, list, choice] = [
      'textarea, input[type=text]',
      'select',
      'input[type=radio], input[type=checkbox]',
    ].map((of) => group.locator(of));
    assert.ok(box && list && choice);
    if ((await choice.count()) > 0) {
      if (given !== undefined) await group.getByLabel(given, { exact: true }).check();
      else if ((await group.locator(':checked').count()) === 0) await choice.first().check();
    } else if ((await list.count()) > 0) {
      if (given !== undefined) await list.selectOption(given);
      else if ((await list.inputValue()) === '') await list.selectOption({ index: 1 });
    } else if (given !== undefined) await box.fill(given);
    else if ((await box.inputValue()) === '') {
      const short = (await box.getAttribute('class'))?.includes('govuk-input--width-10') === true;
      await box.fill(short ? (said.includes('Such as 1 ') ? day : '60') : `${words}: ${label}`);
    }
  }
}
