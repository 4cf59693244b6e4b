import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { followMail, readMails } from '#/people/actions/read-mail.ts';
import { sendWaitingMail } from '#/people/actions/send-mail.ts';
import { mailCounts, waitingInWords } from '#/people/actions/tell-mail.ts';
import { tellByMail, tellLeadersByMail } from '#/people/actions/tell-by-mail.ts';
import { addMailAttempt } from '#/people/records/mail.ts';
import { mailOccasionNames } from '#/people/rules/mail-occasions.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { startMailServer } from '#/platform/mail/smtp-server.fixture.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { authority, openMailSite, short, type MailSite } from './mail-site.fixture.ts';

const head = somebody('headteacher', authority);
const chair = somebody('chair', authority);
const officer = somebody('intervention officer', authority);
const lead = somebody('head of service', authority);
const administrator = somebody('administrator', authority);
const href = `/authorities/${authority}/schools/${schools['own of concern']}/papers/1`;

let site: MailSite;

before(async () => {
  site = await openMailSite();
});

after(() => site.close());

beforeEach(() => site.begin());

const tell = (...people: readonly Person[]) =>
  site.as(officer, (transaction) =>
    tellByMail(transaction, {
      people: people.map(({ id }) => id),
      occasion: 'paper to read',
      href,
    }),
  );
const countsAs = async (person: Person) =>
  Object.fromEntries(
    mailCounts(await readMails(site.partsWith(site.server.url), person, authority)).map(
      ({ words, count }) => [words, count],
    ),
  );

test('a mail is sent once what it tells of is kept, and never where it is not', async () => {
  await assert.rejects(
    site.as(officer, async (transaction) => {
      await tellByMail(transaction, { people: [head.id], occasion: 'paper to read', href });
      throw new Error('the step failed');
    }),
  );
  await site.send();
  assert.equal(site.server.received.length, 0);
  await tell(head, head, officer);
  assert.deepEqual(await site.send(), {
    ...{ sent: 1, refused: 0, failed: 0, invented: 0 },
    stopped: null,
  });
  assert.deepEqual(
    site.server.received.map(({ to }) => to),
    [`${short(head)}@fenshire.gov.uk`],
    'nobody twice, and nobody of what they did themselves',
  );
  await site.send();
  assert.equal(site.server.received.length, 1);
});

test('head and chair of the school are told, and nobody of another school', async () => {
  await site.as(officer, (transaction) =>
    tellLeadersByMail(transaction, schools.own, { occasion: 'letter on the category', href }),
  );
  await site.as(officer, (transaction) =>
    tellLeadersByMail(transaction, schools.other, { occasion: 'letter on the category', href }),
  );
  await site.send();
  assert.deepEqual(
    site.server.received.map(({ to }) => to).toSorted(),
    [head, chair].map((one) => `${short(one)}@fenshire.gov.uk`).toSorted(),
  );
});

test('no mail of any occasion has a school, a category, a name or a page in it, nor does the link', async () => {
  for (const occasion of mailOccasionNames.filter((one) => one !== 'daily summary')) {
    await site.as(officer, (transaction) =>
      tellByMail(transaction, {
        people: [head.id],
        occasion,
        href: `/authorities/${authority}/schools/900002/papers/1?category=D1&name=Poison+Sedge`,
      }),
    );
  }
  await site.send();
  assert.equal(site.server.received.length, mailOccasionNames.length - 1);
  for (const { data } of site.server.received) {
    const [headers = ''] = data.split('\n\n');
    assert.match(headers, /Auto-Submitted: auto-generated/);
    assert.doesNotMatch(data, /900002|D1|Poison|papers\/|intervention|headteacher/);
    const link = /https:\/\/middletier\.fenshire\.gov\.uk(\S+)/.exec(data)?.[1] ?? '';
    assert.match(link, /^\/authorities\/fenshire\/told\/[0-9a-f-]{36}$/);
  }
});

test('the link leads on for whom the mail was to, and for nobody else, an administrator neither', async () => {
  await tell(head);
  await site.send();
  const mail = /told\/([0-9a-f-]{36})/.exec(site.server.received[0]?.data ?? '')?.[1] ?? '';
  assert.equal(await followMail(site.partsWith(null), head, authority, mail), href);
  for (const person of [chair, officer, administrator, operator])
    await assert.rejects(
      followMail(site.partsWith(null), person, authority, mail),
      { code: 'not-found' },
      person.name,
    );
  await assert.rejects(followMail(site.partsWith(null), head, authority, 'no number'), { code: 'not-found' });
});

test('without a mail server everything waits where it is seen, and after three days is dropped and not sent in a burst', async () => {
  await tell(head, chair);
  assert.equal(await site.send(null), null);
  assert.equal(
    waitingInWords(await readMails(site.partsWith(null), administrator, authority)),
    '2 mails wait: no mail server is set.',
  );
  site.later(3 * 24 * 60 + 1);
  assert.equal((await site.send())?.sent, 0);
  assert.deepEqual(await countsAs(administrator), { 'dropped: older than three days': 2 });
  assert.equal(site.server.received.length, 0);
});

test('invented addresses are never sent to, nor is anybody without one', async () => {
  await site.address(head, 'head@sedge.example');
  await site.address(chair, null);
  await tell(head, chair, lead);
  const round = await site.send();
  assert.deepEqual(round, { sent: 1, refused: 1, failed: 0, invented: 1, stopped: null });
  assert.equal(site.server.received.length, 1);
});

test('an address the server refuses is not tried again; one it cannot take now is, later', async () => {
  const refused = `${short(head)}@fenshire.gov.uk`;
  site.server.answerTo = (to) => (to === refused ? '550 no such person Poison' : '451 later Poison');
  await tell(head, chair);
  const parts = site.partsWith(site.server.url);
  assert.deepEqual(await sendWaitingMail(parts, operator, authority), {
    ...{ sent: 0, refused: 1, failed: 1, invented: 0 },
    stopped: null,
  });
  site.server.answerTo = () => null;
  assert.equal((await sendWaitingMail(parts, operator, authority))?.sent, 0, 'not before its time');
  site.later(6);
  assert.equal((await sendWaitingMail(parts, operator, authority))?.sent, 1);
  assert.deepEqual(
    site.server.received.map(({ to }) => to),
    [`${short(chair)}@fenshire.gov.uk`],
  );
  const { mails } = await readMails(parts, administrator, authority);
  assert.match(JSON.stringify(mails), /EENVELOPE 550/);
  assert.doesNotMatch(JSON.stringify(mails), /Poison/, 'what a server says is not kept');
});

test('where the server cannot be reached one mail is tried and the rest left; no password is told', async () => {
  await tell(head, chair, lead);
  const gone = await startMailServer();
  const port = new URL(gone.url).port;
  await gone.close();
  const parts = site.partsWith(`smtp://user:verysecret@127.0.0.1:${port}`);
  const round = await sendWaitingMail(parts, operator, authority);
  assert.equal(round?.failed, 1);
  assert.match(round.stopped ?? '', /^E[A-Z]+$/);
  const { rows } = await site.owner.query(`select * from authority_${authority}.mail_attempt`);
  assert.equal(rows.length, 2, 'begun and failed');
  assert.doesNotMatch(JSON.stringify([rows, round]), /verysecret/);
});

test('two processes that send at once send each mail once', async () => {
  await tell(head, chair, lead, administrator);
  const rounds = await Promise.all([1, 2, 3].map(() => site.send()));
  assert.equal(
    rounds.reduce((sum, round) => sum + (round?.sent ?? 0), 0),
    4,
  );
  assert.equal(new Set(site.server.received.map(({ to }) => to)).size, 4);
  assert.equal(site.server.received.length, 4);
});

test('a mail that was being sent when the program was killed is told as not known, and not sent again', async () => {
  await tell(head);
  const { rows } = await site.owner.query<{ id: string }>(
    `select id from authority_${authority}.mail_queued`,
  );
  await site.as(operator, (transaction) => addMailAttempt(transaction, rows[0]?.id ?? '', 'begun', ''));
  site.later(30);
  await site.send();
  assert.equal(site.server.received.length, 0);
  assert.match(Object.keys(await countsAs(administrator)).join(), /not known.*it may have arrived/);
});

test('who may not send mail may not look at it either, nor send it', async () => {
  for (const person of [head, officer, lead]) {
    await assert.rejects(readMails(site.partsWith(site.server.url), person, authority), {
      code: 'not-permitted',
    });
    await assert.rejects(sendWaitingMail(site.partsWith(site.server.url), person, authority), {
      code: 'not-permitted',
    });
  }
});
