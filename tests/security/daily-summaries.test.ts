import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { queueDailySummaries } from '#/people/actions/queue-daily-summaries.ts';
import { chooseDailyMail } from '#/people/actions/choose-daily-mail.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';
import { schools, somebody } from './everybody.fixture.ts';
import { authority, openMailSite, short, type MailSite } from './mail-site.fixture.ts';

const head = somebody('headteacher', authority);
const officer = somebody('intervention officer', authority);
const href = `/authorities/${authority}/schools/${schools['own of concern']}/papers/1`;

let site: MailSite;

before(async () => {
  site = await openMailSite();
});

after(() => site.close());

beforeEach(() => site.begin());

const item = (key: string, dueOn: string): WorkItem => ({
  ...{ key, dueOn, what: 'Poison D1', school: 'Sedge Primary School', href, waitsFor: 'me', since: null },
});
/** The head is late with one thing and the officer with two, and one of theirs is due; nobody else has anything. */
const work: WorkSource = {
  name: 'test',
  heading: 'Test',
  read: (person) =>
    Promise.resolve(
      person.id === head.id
        ? [item('a', '2026-03-02')]
        : person.id === officer.id
          ? [
              item('b', '2026-03-02'),
              item('c', '2026-03-03'),
              item('d', '2026-05-26'),
              item('e', '2027-06-01'),
            ]
          : [],
    ),
};
const summarise = (today: string, url: string | null = site.server.url) =>
  queueDailySummaries(site.partsWith(url, today), authority, [work]);

test('on a working day whoever has something late or due is told how many once, and nothing of what', async () => {
  assert.equal(await summarise('2026-05-21'), 2);
  assert.equal(await summarise('2026-05-21'), 0, 'after a restart');
  assert.deepEqual(await Promise.all([summarise('2026-05-21'), summarise('2026-05-21')]), [0, 0]);
  await site.send();
  const texts = Object.fromEntries(site.server.received.map(({ to, data }) => [to.slice(0, 8), data]));
  assert.match(texts[short(head)] ?? '', /1 thing is late\./);
  assert.match(texts[short(officer)] ?? '', /2 things are late, 1 is due within a week\./);
  assert.doesNotMatch(JSON.stringify(texts), /Poison|Sedge|D1|schools/);
});

test('two processes that summarise at once queue one summary a person', async () => {
  const queued = await Promise.all([summarise('2026-05-21'), summarise('2026-05-21')]);
  assert.equal(queued[0] + queued[1], 2);
});

test('no summary on a weekend or a bank holiday; in school holidays none to heads', async () => {
  assert.equal(await summarise('2026-05-23'), 0, 'a Saturday');
  assert.equal(await summarise('2026-05-25'), 0, 'the spring bank holiday');
  assert.equal(await summarise('2026-04-03'), 0, 'Good Friday');
  assert.equal(await summarise('2026-05-26'), 1, 'half-term: the officer');
  assert.equal(await summarise('2026-06-01'), 2, 'the first day of school after it');
});

test('who has turned it off gets none, until they turn it on again; without a server none is queued', async () => {
  const asking = { account: officer.id, token: '', authorities: [authority] };
  const choose = (daily: boolean) => chooseDailyMail(site.partsWith(null), asking, daily);
  assert.equal(await summarise('2026-05-21', null), 0);
  await choose(false);
  await choose(false);
  const { rows } = await site.owner.query(
    `select act from authority_${authority}.change_log where about_key = $1`,
    [officer.id],
  );
  assert.deepEqual(rows, [{ act: 'turned the daily mail off' }], 'said once, and in the log of changes');
  assert.equal(await summarise('2026-05-21'), 1);
  await choose(true);
  assert.equal(await summarise('2026-05-21'), 1);
});

test('a summary is of what the person may read: a source that fails for one keeps theirs back, and is told', async () => {
  const broken: WorkSource = {
    ...work,
    read: (person, slug) =>
      person.id === head.id ? Promise.reject(new Error('a bug')) : work.read(person, slug),
  };
  await assert.rejects(
    queueDailySummaries(site.partsWith(site.server.url, '2026-05-21'), authority, [broken]),
    /a bug/,
  );
  await site.send();
  assert.deepEqual(
    site.server.received.map(({ to }) => to.slice(0, 8)),
    [short(officer)],
  );
});
