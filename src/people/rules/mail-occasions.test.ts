import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueInWords, mailOccasionNames, mailText } from './mail-occasions.ts';

const link =
  'https://middletier.example.gov.uk/authorities/fenshire/told/00000000-0000-4000-8000-000000000000';

test('a mail of every occasion has a subject of one line, its words and its link, and no place for anything else', () => {
  for (const occasion of mailOccasionNames) {
    const { subject, text } = mailText(
      occasion,
      occasion === 'daily summary' ? { late: 3, soon: 5 } : null,
      link,
    );
    assert.match(subject, /^[A-Z][^\r\n]{10,70}$/, occasion);
    assert.ok(text.includes(link), occasion);
    assert.doesNotMatch(
      `${subject} ${text.replace(link, '')}`,
      /categor|concern|inadequate|[A-F][1-4]\b|[0-9]{6}(?!-)/i,
      occasion,
    );
  }
});

test('a daily summary has numbers only, one or many', () => {
  assert.equal(dueInWords({ late: 3, soon: 5 }), '3 things are late, 5 are due within a week.');
  assert.equal(dueInWords({ late: 1, soon: 1 }), '1 thing is late, 1 is due within a week.');
  assert.equal(dueInWords({ late: 0, soon: 1 }), '1 thing is due within a week.');
  assert.equal(dueInWords({ late: 2, soon: 0 }), '2 things are late.');
});
