import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import readXlsxFile from 'read-excel-file/node';
import type { Browser } from 'playwright-core';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import type { Reader, Site } from './site.fixture.ts';

const county = '/authorities/larkshire';

/** What is taken away from the site: sheets of paper and files. */
describe('on paper and as files', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let officer: Reader;
  let register: readonly string[] = [];

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    officer = await site.signIn('head-of-service@larkshire.example');
    register = (await (await officer.fetch(`${county}/risk-register.csv`)).text()).split('\r\n');
  });
  after(async () => {
    await Promise.all([browser.close(), site.stop()]);
  });

  const kinds: Readonly<Record<string, RegExp>> = {
    'a primary school': /,primary,.*,causing concern,/,
    'a secondary school': /,secondary,/,
    'a special school': /,special,/,
    'a nursery school, which has no results': /,nursery,/,
    'a school without sufficient evidence': /,insufficient evidence,/,
    'a school graded as its predecessor': /\(predecessor\)/,
  };

  test('every kind of school fits one sheet of A4, with nothing of the site around it', async () => {
    const page = await browser.newPage({ storageState: officer.storageState });
    const sheets: Record<string, number> = {};
    for (const [kind, pattern] of Object.entries(kinds)) {
      const urn = register.find((row) => pattern.test(row))?.slice(0, 6);
      assert.ok(urn, kind);
      await page.goto(`${site.address}${county}/schools/${urn}/on-a-page`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      sheets[kind] = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      // A4 in points.
      assert.match(pdf, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/, kind);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav:visible, footer:visible, form:visible').count(), 0, kind);
      assert.ok(await page.getByText('Invented data:').isVisible(), kind);
      assert.ok(await page.locator('.mt-sheet__sources').isVisible(), kind);
      await page.emulateMedia({ media: null });
    }
    await page.close();
    assert.deepEqual(sheets, Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 1])));
  });

  test('every link to a file leads to one that opens, with its notes on the last sheet', async () => {
    const urn = register[1]?.slice(0, 6) ?? '';
    const pages = [
      'risk-register',
      'watchlist?reason=stuck',
      'runs',
      'results',
      'results/spread?measure=ks4-attainment-8',
      `schools/${urn}/compared`,
      'map',
    ];
    for (const address of pages) {
      const html = await (await officer.fetch(`${county}/${address}`)).text();
      const links = [...html.matchAll(/href="([^"]*\.(?:csv|xlsx)[^"]*)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      );
      assert.equal(links.length, 2, address);
      for (const link of links) {
        const answer = await officer.fetch(link);
        assert.equal(answer.status, 200, link);
        const body = Buffer.from(await answer.arrayBuffer());
        if (link.includes('.csv')) {
          assert.match(body.toString('utf8'), /,Notes,Sources\r\n[\s\S]*Invented data:/, link);
          continue;
        }
        const sheets = await readXlsxFile(body);
        const first = sheets[0]?.data ?? [];
        const notes = (sheets.at(-1)?.data ?? []).flat().join('\n');
        assert.ok(first.length > 1, link);
        for (const line of first)
          assert.ok(
            line.every((cell) => cell !== null && cell !== ''),
            link,
          );
        assert.match(notes, /Invented data:[\s\S]*What is left out[\s\S]*fewer than 6[\s\S]*Sources/, link);
      }
    }
  });
});
