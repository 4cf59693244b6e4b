import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { inForceOn } from '#/law/dated.ts';
import { contactOf, type Contact, type ContactKind } from './contact.ts';

const today = '2026-11-22';
const without = inForceOn('allocation', loadReference().allocation, today).withoutContact;
const contact = (on: string, kind: ContactKind): Contact => ({ urn: '900001', on, kind, by: 'Ann Reed' });

test('a school of concern without contact for six weeks is warned of; another may wait longer', () => {
  const contacts = [contact('2026-10-11', 'visit'), contact('2026-09-01', 'reply of the school')];
  const concern = contactOf(contacts, { tone: 'high', today, without });
  assert.deepEqual([concern.weeksSince, concern.atMost, concern.warns], [6, 6, true]);
  assert.equal(contactOf(contacts, { tone: 'low', today, without }).warns, false);
  assert.equal(contactOf(contacts, { tone: null, today, without }).warns, false);
  assert.equal(contactOf([contact('2026-10-12', 'visit')], { tone: 'high', today, without }).warns, false);
});

test('a school with which there was never any contact is warned of, whatever it is told', () => {
  for (const tone of ['high', 'none', null] as const) {
    const found = contactOf([], { tone, today, without });
    assert.deepEqual([found.last, found.weeksSince, found.warns], [null, null, true]);
  }
});

test('contact is counted by kind over a year, and a visit that is planned is none yet', () => {
  const found = contactOf(
    [
      contact('2026-12-01', 'visit'),
      contact('2026-11-01', 'answer'),
      contact('2026-06-01', 'visit'),
      contact('2025-11-23', 'visit'),
      contact('2025-11-22', 'meeting'),
    ],
    { tone: 'low', today, without },
  );
  assert.deepEqual(
    [...found.inYear],
    [
      ['visit', 2],
      ['answer', 1],
    ],
  );
  assert.equal(found.last?.kind, 'answer');
  assert.equal(found.lastInPerson?.on, '2026-06-01');
});
