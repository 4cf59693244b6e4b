import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authoritiesView } from './authorities-view.ts';

const authority = (name: string, invented: boolean) => ({
  name,
  slug: name.toLowerCase(),
  schools: 1,
  invented,
  newestKnownOn: '2025-08-31',
});

test('real authorities come before invented ones, each group by name, with the date of the newest information', () => {
  const { authorities } = authoritiesView([
    authority('Larkshire', true),
    authority('Suffolk', false),
    authority('Norfolk', false),
  ]);
  assert.deepEqual(
    authorities.map(({ name, schools, newest }) => [name, schools, newest]),
    [
      ['Norfolk', '1 school', '31 August 2025'],
      ['Suffolk', '1 school', '31 August 2025'],
      ['Larkshire', '1 school', '31 August 2025'],
    ],
  );
});
