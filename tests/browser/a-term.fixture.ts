import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { dateInWords } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';
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
  /** Signs in again, as whoever’s roles have changed has to. */
  readonly signInAgain: () => Promise<void>;
  /** The status of an address for them. */
  readonly statusOf: (path: string) => Promise<number>;
}

/** Whose term it is. */
export type People = Record<'lead' | 'director' | 'officer' | 'partner' | 'head' | 'chair', Desk>;

export const today = new Date().toISOString().slice(0, 10);
/** A day to come, as people write it. */
export const inDays = (days: number): string => dateInWords(addDays(today, days));

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
    context.setDefaultTimeout(60_000);
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
      signInAgain: async () => {
        await context.clearCookies();
        await context.addCookies([
          ...(await site.signIn(`${account}@larkshire.example`)).storageState.cookies,
        ]);
      },
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
