import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mostTries, standingOfMail, type MailAttempt, type MailOutcome } from './mail-standing.ts';

const queued = '2026-07-01T09:00:00.000Z';
const after = (minutes: number): string => new Date(Date.parse(queued) + minutes * 60_000).toISOString();
const attempt = (minutes: number, outcome: MailOutcome, words = ''): MailAttempt => ({
  at: after(minutes),
  outcome,
  words,
});

test('a mail waits until it is sent, and is tried again after 5, 20 and 80 minutes', () => {
  assert.deepEqual(standingOfMail(queued, [], after(1)), { is: 'waiting', tryFrom: queued });
  const failed = [attempt(0, 'begun'), attempt(1, 'failed')];
  assert.deepEqual(standingOfMail(queued, failed, after(2)), { is: 'waiting', tryFrom: after(6) });
  const twice = [...failed, attempt(6, 'begun'), attempt(7, 'failed')];
  assert.deepEqual(standingOfMail(queued, twice, after(8)), { is: 'waiting', tryFrom: after(27) });
  const thrice = [...twice, attempt(27, 'begun'), attempt(28, 'failed')];
  assert.deepEqual(standingOfMail(queued, thrice, after(30)), { is: 'waiting', tryFrom: after(108) });
  assert.deepEqual(standingOfMail(queued, [...failed, attempt(6, 'begun'), attempt(6, 'sent')], after(9)), {
    is: 'sent',
    at: after(6),
  });
});

test('a mail cut short while it was being sent is told as not known, and never sent again', () => {
  const begun = [attempt(0, 'begun')];
  assert.deepEqual(standingOfMail(queued, begun, after(9)), { is: 'being sent' });
  assert.deepEqual(standingOfMail(queued, begun, after(11)), { is: 'not known' });
  assert.deepEqual(standingOfMail(queued, begun, after(100_000)), { is: 'not known' });
});

test('a mail that nobody could take for three days is dropped: nothing old is sent in a burst', () => {
  const threeDays = 3 * 24 * 60;
  assert.equal(standingOfMail(queued, [], after(threeDays)).is, 'waiting');
  assert.equal(standingOfMail(queued, [], after(threeDays + 1)).is, 'too old');
});

test('a mail is given up after six tries with what the server said last, and one refused for good at once', () => {
  const tries = Array.from({ length: mostTries }, (_, index) => attempt(index, 'failed', 'ETIMEDOUT'));
  assert.deepEqual(standingOfMail(queued, tries, after(10)), { is: 'given up', words: 'ETIMEDOUT' });
  assert.deepEqual(standingOfMail(queued, [attempt(1, 'refused', 'EENVELOPE 550')], after(2)), {
    is: 'refused',
    words: 'EENVELOPE 550',
  });
  assert.equal(standingOfMail(queued, [attempt(1, 'invented')], after(2)).is, 'invented');
});

test('whatever was tried, what waits is never tried before its time, nor after three days', () => {
  const outcomes = fc.array(fc.constantFrom<MailOutcome>('begun', 'failed'), { maxLength: 12 });
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 0, max: 6000 }), (some, now) => {
      const attempts = some.map((outcome, index) => attempt(index * 3, outcome));
      const standing = standingOfMail(queued, attempts, after(now));
      if (standing.is !== 'waiting') return;
      assert.ok(standing.tryFrom <= after(3 * 24 * 60));
      const last = attempts.at(-1);
      if (last !== undefined) assert.ok(standing.tryFrom > last.at);
      assert.ok(some.filter((one) => one === 'failed').length < mostTries);
    }),
  );
});
