import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Permission } from '#/people/rules/permissions.ts';
import { navigationOf } from './navigation.ts';

const may =
  (...some: Permission[]) =>
  (permission: Permission): boolean =>
    some.includes(permission);

test('a reader finds the sections in which they may open a page, and no other', () => {
  const { sections } = navigationOf('fenshire', 'Home', may('read published data'));
  assert.deepEqual(
    sections.map(({ text }) => text),
    ['Home', 'My work', 'Schools', 'How categories are decided', 'Results', 'Sources'],
  );
});

test('a section leads to the first of its pages that the reader may open', () => {
  const { sections } = navigationOf('fenshire', null, may('read published data', 'read lists of categories'));
  assert.deepEqual(
    sections.filter(({ text }) => text === 'Risk').map(({ href }) => href),
    ['/authorities/fenshire/risk-register'],
  );
});

test('the second row has the pages of the section, with the one that is open marked', () => {
  const all = may('read published data', 'read lists of categories');
  const { sections, pages } = navigationOf('fenshire', 'Watchlist', all);
  assert.deepEqual(
    sections.filter(({ current }) => current).map(({ text }) => text),
    ['Risk'],
  );
  assert.deepEqual(
    pages.filter(({ current }) => current).map(({ text }) => text),
    ['Watchlist'],
  );
  assert.deepEqual(
    navigationOf('fenshire', 'Home', all).pages,
    [],
    'a section of one page has no second row',
  );
});
