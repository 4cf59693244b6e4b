import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeCalendar } from './write-calendar.ts';

const now = '2026-07-01T09:30:00.000Z';
const day = {
  id: 'paper 1',
  on: '2026-07-03',
  title: 'School visit: St Éanna’s; Fen, Upper',
  url: 'https://x.gov.uk/a',
};
const unfolded = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

test('a day is written as a whole day that keeps its identity, with its text escaped', () => {
  const lines = unfolded(writeCalendar('My work', [day], now));
  for (const line of [
    'DTSTART;VALUE=DATE:20260703',
    'DTSTAMP:20260701T093000Z',
    'UID:paper 1',
    'SUMMARY:School visit: St Éanna’s\\; Fen\\, Upper',
    'URL:https://x.gov.uk/a',
  ])
    assert.ok(lines.includes(line), line);
  assert.equal(lines[0], 'BEGIN:VCALENDAR');
  assert.equal(lines.at(-2), 'END:VCALENDAR');
});

test('whatever a title is, no line is over 75 bytes, no character is broken, and none passes for a line of the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const file = writeCalendar('x', [{ ...day, title: `${title}\nEND:VCALENDAR` }], now);
      for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
      assert.ok(!file.replaceAll('\r\n', '').includes('\n'));
      assert.ok(!file.includes('\uFFFD') || title.includes('\uFFFD'));
      assert.equal(unfolded(file).filter((line) => line === 'END:VCALENDAR').length, 1);
    }),
    { numRuns: 100 },
  );
});
