import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { mailText, type MailOccasion } from '#/people/rules/mail-occasions.ts';
import { startEmbeddedServer } from '#/platform/database/embedded-server.ts';
import type { Browser } from 'playwright-core';
import { dateInWords } from '#/platform/web/words.ts';
import { begin, fillIn, newest, school, step, urn, word } from './a-term-papers.fixture.ts';
import { testDeciding } from './a-term-deciding.fixture.ts';
import { beginTerm, inDays, today, within, type Desk, type People, type Term } from './a-term.fixture.ts';
import { inBrowser, openSiteAndBrowser } from './browser.fixture.ts';
import type { Site } from './site.fixture.ts';

describe('a term in the browser, without script and 400 pixels wide', inBrowser, () => {
  let site: Site;
  let browser: Browser;
  let term: Term;
  const people = {} as People;

  before(async () => {
    [site, browser] = await openSiteAndBrowser();
    term = await beginTerm(site, browser);
    people.lead = await term.desk('head-of-service');
    people.director = await term.desk('director');
    people.officer = await term.desk('intervention-officer');
    people.partner = await term.desk('challenge-partner');
    people.head = await term.desk(`headteacher-${urn}`);
    people.chair = await term.desk(`chair-${urn}`);
  });
  after(async () => {
    await term.close();
    await Promise.all([browser.close(), site.stop()]);
  });

  testDeciding(people);

  test('the challenge partner is given the school, and plans a visit to which it is invited', async () => {
    const { lead, partner, head } = people;
    await partner.open('/home');
    const name = await partner.page.locator('h1').innerText();
    await lead.open(`/allocation/give?schools=${urn}`);
    await lead.page.locator('#to').selectOption({ label: await optionOf(lead, '#to', name) });
    await lead.page.locator('input[name=replaces][value=nobody]').check();
    await lead.page.locator('#why').fill(`${word}: to see the visits of this term`);
    await lead.press('Give the schools');
    // A school of concern has an officer: that it is given to a partner as well is to be said why.
    if ((await lead.page.locator('#despite').count()) > 0) {
      await lead.page.locator('#despite').fill(`${word}: they know its infants`);
      await lead.press('Give the schools');
    }
    await partner.signInAgain();
    await partner.open(`/visits/plan?schools=${urn}`);
    await partner.page.locator('#template').selectOption('note-of-visit');
    await partner.page.locator('#focus').fill(`${word}: reading in years 1 and 2`);
    await partner.page.locator(`#day-${urn}`).fill(dateInWords(today));
    await partner.page.locator('#invite').check();
    await partner.press('Plan');
    // On a day without school, or where one is planned already, it is asked again.
    if ((await partner.page.locator('#anyway').count()) > 0) {
      await partner.page.locator('#anyway').check();
      await partner.press('Plan');
    }
    visit = await newest(partner, 'Note of visit');
    assert.match(await head.open(visit), new RegExp(`${word}: reading in years`));
  });

  let visit = '';

  async function optionOf(desk: Desk, list: string, name: string): Promise<string> {
    const all = await desk.page.locator(`${list} option`).allInnerTexts();
    return all.find((one) => one.includes(name)) ?? `no ${name}`;
  }

  test('two write the note at once: the second is told, and both texts are in it', async () => {
    const { partner, officer } = people;
    await partner.open(visit);
    await partner.press('The visit was held');
    await partner.open(`${visit}/write`);
    await officer.open(`${visit}/write`);
    await fillIn(partner, `${word}: seen`, inDays(30));
    await partner.press('Save, and keep writing');
    const strengths = officer.page.getByLabel('Strengths worth sharing', { exact: true });
    await strengths.fill(`${word}: its library`);
    assert.match(await officer.press('Save'), /It was changed while you were writing/);
    assert.equal(await strengths.inputValue(), `${word}: its library`);
    await officer.press('Save');
    const said = await partner.open(visit);
    for (const one of [`${word}: its library`, `${word}: seen: What was found`])
      assert.ok(said.includes(one), one);
  });

  test('a session ends while the note is written: nothing is lost', async () => {
    const { page, open, press } = people.partner;
    await open(`${visit}/write`);
    await page.getByLabel('What was found', { exact: true }).fill(`${word}: 6 of 30 books`);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    assert.match(await press('Save'), new RegExp(`You are signed out.*${word}: 6 of 30 books`));
    await page.context().addCookies(cookies);
    await press('Send it again');
    assert.match(await open(visit), new RegExp(`${word}: 6 of 30 books`));
  });

  test('the head calls the note inaccurate, it is amended, found accurate and given to the chair', async () => {
    const { partner, head, chair } = people;
    assert.doesNotMatch(await head.open(visit), /6 of 30 books/, 'nothing before it is submitted');
    await step(partner, visit, 'Submit the note');
    assert.match(await step(head, visit, 'The note is inaccurate', 'it was 16 of 30'), /called inaccurate/);
    await partner.open(`${visit}/write`);
    await fillIn(partner, word, inDays(30), { 'What was found': `${word}: 16 of 30 books` });
    await partner.press('Save');
    await step(partner, visit, 'Submit the note as amended', 'the number of books');
    assert.match(await step(head, visit, 'The note is accurate'), /16 of 30 books/);
    assert.match(await step(partner, visit, 'The chair has it: final'), /It is final/);
    assert.match(await chair.open(visit), /it was 16 of 30/);
  });

  test('a scoping audit is shared, and the school sees it differently', async () => {
    const { officer, head } = people;
    const audit = await begin(officer, 'scoping-audit', {}, dateInWords(today));
    assert.equal(await head.statusOf(audit), 404);
    await step(officer, audit, 'Share it with the school');
    assert.match(
      await step(head, audit, 'The school sees it differently', 'attendance is better'),
      /It is final/,
    );
    assert.match(await officer.open('/audits'), /Harrowmarket Orchard/);
  });

  test('a diagnosis is agreed in part, and settled with what the school thinks', async () => {
    const { officer, head } = people;
    await officer.open(`${school}/diagnoses/begin`);
    await officer.press('Begin the diagnosis');
    await fillIn(officer, `${word}: cause`, inDays(60));
    await officer.press('Save');
    const diagnosis = within(new URL(officer.page.url()).pathname);
    assert.equal(await head.statusOf(diagnosis), 404);
    await step(officer, diagnosis, 'Share it with the school');
    await step(head, diagnosis, 'We agree in part', 'the second cause is another');
    await step(officer, diagnosis, 'Settle it, agreed in part', 'both stand side by side');
    assert.match(await head.open(diagnosis), /settled, and agreed in part/);
    assert.match(await officer.open('/diagnoses'), /Harrowmarket Orchard/);
  });

  test('a plan is sent in, returned with reasons, sent in again and agreed', async () => {
    const { officer, head, chair } = people;
    plan = await begin(head, 'plan');
    assert.equal(await officer.statusOf(plan), 404);
    await step(head, plan, 'Send it to the authority');
    const evaluation = await begin(officer, `plan-evaluation of ${plan}`);
    await step(officer, evaluation, 'Share it with the school');
    assert.match(await step(officer, plan, 'Return it with reasons', 'who measures?'), /returned/);
    await head.open(`${plan}/write`);
    await fillIn(head, word, inDays(60), {
      'Support from outside, and who pays': `${word}: the authority measures`,
    });
    await head.press('Save');
    await step(head, plan, 'Send it to the authority', 'who measures');
    assert.match(await step(officer, plan, 'Agree the plan', 'it will do'), /It is agreed/);
    assert.match(await chair.open(`${school}/plan`), /Improvement plan/);
  });

  let plan = '';

  test('three reviews rate every objective with the reason, and show how ratings move', async () => {
    const { officer, head } = people;
    for (const rating of ['Red', 'Amber', 'Green']) {
      const review = await begin(
        officer,
        `review of ${plan}`,
        { Rating: rating, 'The next review is on': inDays(42) },
        dateInWords(today),
      );
      assert.equal(await head.statusOf(review), 404, 'nothing before it is shared');
      await step(officer, review, 'Share it with the school');
      assert.match(await head.open(review), new RegExp(rating));
    }
    const said = await head.open(`${school}/plan`);
    assert.match(said, /Red.*Amber.*Green/);
    await head.open('/home');
  });

  test('a board is set up, meets, and shares minutes with what governors asked', async () => {
    const { officer, head } = people;
    const board = await begin(officer, 'board');
    await step(officer, board, 'Set it up');
    const meeting = await begin(
      officer,
      `meeting of ${board}`,
      { 'The next meeting is on': inDays(42) },
      dateInWords(today),
    );
    await step(officer, meeting, 'The meeting was held');
    await step(officer, meeting, 'Share the minutes');
    assert.match(
      await step(head, meeting, 'The minutes need correcting', 'two were missing'),
      /two were missing/,
    );
    await step(officer, meeting, 'Share the minutes as corrected', 'who was there');
    await step(officer, meeting, 'Whoever chaired it has agreed the minutes', 'the director, by telephone');
    assert.match(await head.open(meeting), /Challenge/);
  });

  let confidential: readonly string[] = [];

  /** Which of the words are in which of the texts, whatever their case. */
  const whatIsIn = (texts: readonly string[], words: readonly string[]) =>
    words.flatMap((one) =>
      texts
        .filter((text) => text.toLowerCase().includes(one.toLowerCase()))
        .map((text) => `“${one}” in ${text.slice(0, 300)}`),
    );

  test('nothing of it is in an address, in what the program told, or in the logs', async () => {
    const names: string[] = [];
    for (const desk of Object.values(people)) {
      await desk.open('/home');
      names.push(await desk.page.locator('h1').innerText());
    }
    confidential = [word, ...names, 'Harrowmarket Orchard', 'of concern', 'requires improvement'];
    const addresses = [...term.addresses].map((one) => decodeURIComponent(one).replaceAll(/[+_-]/g, ' '));
    assert.ok(addresses.length > 100);
    assert.deepEqual(
      addresses.filter((one) => !one.startsWith(site.address)),
      [],
      'nothing is asked of anybody else',
    );
    const keeper = await site.signIn('information-officer@larkshire.example');
    const logs = await Promise.all(
      ['changes', 'reading'].map(async (one) => {
        const answer = await keeper.fetch(`/authorities/larkshire/logs/${one}.csv`);
        assert.equal(answer.status, 200);
        return answer.text();
      }),
    );
    assert.deepEqual(whatIsIn([...addresses, ...site.told()], confidential), []);
    const written = [
      `${word}: seen`,
      `${word}: cause`,
      '16 of 30',
      'attendance is better',
      'School of concern',
    ];
    assert.deepEqual(whatIsIn(logs, written), []);
  });

  test('nothing of it is in a mail: only that something waits, and where to sign in', async () => {
    const mails = await queuedMails(site.folder);
    assert.ok(
      mails.length >= 20,
      `${String(mails.length)} mails: letters, and what moved on with every paper`,
    );
    assert.deepEqual(whatIsIn(mails, [...confidential, urn]), []);
  });
});

/** Every mail as it would be sent, and all that is kept of it but where it leads once its reader has signed in. */
async function queuedMails(folder: string): Promise<readonly string[]> {
  const server = await startEmbeddedServer({ folder: path.join(folder, 'records') });
  const client = new Client({ connectionString: server.url });
  try {
    await client.connect();
    const { rows } = await client.query<{
      id: string;
      occasion: MailOccasion;
      late: number | null;
      soon: number | null;
    }>('select * from authority_larkshire.mail_queued');
    return rows.map((row) => {
      const numbers = row.late === null || row.soon === null ? null : { late: row.late, soon: row.soon };
      const { subject, text } = mailText(row.occasion, numbers, `/authorities/larkshire/told/${row.id}`);
      return [subject, text, JSON.stringify(row)].join('\n');
    });
  } finally {
    await client.end();
    await server.stop();
  }
}
