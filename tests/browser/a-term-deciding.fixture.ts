import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateInWords } from '#/platform/web/words.ts';
import { school, urn, word } from './a-term-papers.fixture.ts';
import { inDays, today, within, type Desk, type People } from './a-term.fixture.ts';
import { focused } from './page-checks.ts';

/** The first weeks of a term: a round of categories, from its opening to what head and chair say to their letter. */
export function testDeciding(people: People): void {
  let round = '';

  test('a round is open over every school', async () => {
    const { lead } = people;
    await lead.open('/rounds');
    await lead.press('Open a round');
    await lead.press('Open the round');
    await lead.page.locator('#name').fill('The term of this test');
    await lead.page.locator('#decideBy').fill(inDays(14));
    await lead.page.locator('#tellBy').fill(inDays(28));
    const said = await lead.press('Open the round');
    const number = /\(round (\d+)\) is open/.exec(said)?.[1];
    round = number === undefined ? within(new URL(lead.page.url()).pathname) : `/rounds/${number}`;
    const schools = Number(/of (\d+) told by/.exec(await lead.open(round))?.[1]);
    assert.ok(schools >= 420 && schools <= 431, `${String(schools)} schools`);
  });

  test('twelve categories are decided otherwise than proposed, each with its reason; without one nothing is decided', async () => {
    const { lead, officer } = people;
    const before = overruled(await lead.open(round));
    // Those left to decide, and others that can be decided anew.
    const others = [...(await listed(lead, '?standing=to+decide')), ...(await listed(lead, ''))];
    const schools = [...new Set([urn, ...others])].slice(0, 12);
    assert.equal(schools.length, 12);
    await lead.open(`${round}/schools/${urn}`);
    await lead.page.locator('input[name=category]').first().check();
    assert.match(await lead.press(/^Decide/), /Nothing was decided/);
    assert.ok(await lead.page.locator('input[name=category]').first().isChecked(), 'what was chosen stays');
    for (const one of schools) {
      if (one !== urn) await lead.open(`${round}/schools/${one}`);
      const proposed = await lead.page.getByLabel('(proposed)').getAttribute('value');
      const choice = lead.page.locator(`input[name=category]:not([value="${proposed ?? ''}"])`);
      await choice.nth(one === urn ? 0 : 5).check();
      await lead.page.locator('#why').fill(`${word}: what was seen at ${one} says otherwise`);
      assert.match(await lead.press(/^Decide/), /says otherwise/);
    }
    const after = overruled(await lead.open(round));
    assert.ok(after >= before + 1 && after >= 12, `${String(after)} overruled, ${String(before)} before`);
    assert.match(await officer.open(`${round}/schools/${urn}`), /says otherwise/);
    assert.equal(await officer.page.locator('input[name=category]').count(), 0, 'officers do not decide');
  });

  test('the others are decided as proposed, those that somebody has to look at one by one', async () => {
    const { lead } = people;
    await lead.open(round);
    const together = /^Decide \d+ schools? as proposed/;
    if ((await lead.page.getByRole('button', { name: together }).count()) > 0) await lead.press(together);
    for (let left = await next(lead); left !== null; left = await next(lead)) {
      await lead.open(left);
      await lead.page.getByLabel('(proposed)').check();
      await lead.press('Decide');
    }
    assert.match(await lead.open(round), /To decide 0/);
  });

  /** The next school that is left to decide. */
  async function next(lead: Desk): Promise<string | null> {
    const link = lead.page.getByRole('link', { name: /^Next to decide/ });
    if ((await link.count()) > 0) return within((await link.getAttribute('href')) ?? '');
    await lead.open(`${round}/moderation?standing=to+decide`);
    const [first] = await lead.page.locator('main article h3 a').all();
    return first === undefined ? null : within((await first.getAttribute('href')) ?? '');
  }

  test('what is of concern is signed by a second person, by keyboard; nobody signs their own', async () => {
    const { lead, director } = people;
    assert.match(await lead.open(`${round}/sign`), /somebody else signs/);
    await director.open(`${round}/sign`);
    const boxes = await director.page.locator('input[name=decision]').count();
    assert.ok(boxes > 0);
    for (let signed = 0; signed < boxes;) {
      await director.page.keyboard.press('Tab');
      if (!(await focused(director.page)).id.startsWith('decision-')) continue;
      await director.page.keyboard.press('Space');
      signed += 1;
    }
    await director.page.keyboard.press('Tab');
    while ((await focused(director.page)).text !== 'Sign those chosen')
      await director.page.keyboard.press('Tab');
    await Promise.all([director.page.waitForURL(/signed=/), director.page.keyboard.press('Enter')]);
    assert.match(await director.open(`${round}/sign`), /No decision waits for a second signature/);
  });

  test('head and chair read nothing of it before they are told; then a letter, which they confirm', async () => {
    const { lead, head, chair } = people;
    assert.doesNotMatch(await head.open(`${school}/letter`), new RegExp(word));
    assert.doesNotMatch(await head.open(`${school}/categories`), new RegExp(word));
    assert.match(await lead.open(`${school}/letter`), new RegExp(`${word}: what was seen`));
    await lead.open('/letters');
    await lead.press(/^Tell all \d+ schools?/);
    await lead.page.locator('#posted').fill(dateInWords(today));
    await lead.press('Keep that they were sent by post');
    const [done, of] = told(await lead.open(round));
    assert.equal(done, of);
    for (const leader of [head, chair]) {
      assert.match(await leader.open(`${school}/letter`), new RegExp(`${word}: what was seen`));
      await leader.open(`${school}/our-view`);
      assert.match(await leader.press('I have read what the authority thinks'), /You confirmed on/);
    }
    await head.page.locator('#words').fill(`${word}: the governors will discuss it`);
    await head.press('Send the reply');
    assert.match(await lead.open('/receipts'), /Harrowmarket Orchard/);
    assert.match(await lead.open(`${school}/letter`), /confirmed/);
  });

  /** The schools on the first page of a meeting’s list. */
  async function listed(lead: Desk, filter: string): Promise<readonly string[]> {
    await lead.open(`${round}/moderation${filter}`);
    const links = await lead.page.locator('main article h3 a').all();
    const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
    return hrefs.map((href) => (href ?? '').slice((href ?? '').lastIndexOf('/') + 1));
  }

  const overruled = (text: string): number =>
    Number(/Otherwise than proposed: (\d+) of \d+/.exec(text)?.[1] ?? '0');

  /** How many were told, of how many. */
  const told = (text: string): readonly string[] => /(\d+) of (\d+) told by/.exec(text)?.slice(1) ?? [];
}
