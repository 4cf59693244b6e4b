import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authoritiesView } from './authorities-view.ts';

test('an authority leads to the reader’s home there; one of which no file tells is there all the same', () => {
  const imported = { schools: 1, newestKnownOn: '2025-08-31' };
  const { authorities } = authoritiesView([
    { name: 'Fenshire', slug: 'fenshire', invented: false, imported: null },
    { name: 'Larkshire', slug: 'larkshire', invented: true, imported },
  ]);
  assert.deepEqual(
    authorities.map(({ name, href, schools, newest }) => [name, href, schools, newest]),
    [
      ['Fenshire', '/authorities/fenshire/home', 'none imported', 'no file imported'],
      ['Larkshire', '/authorities/larkshire/home', '1 school', '31 August 2025'],
    ],
  );
});
