import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { withInspections } from '#/schools/rules/inspections.fixture.ts';
import { readOverview } from './read-overview.ts';

const person: Person = {
  id: 'officer',
  name: 'An officer',
  roles: [{ role: 'intervention officer', authority: 'norfolk', schools: 'all' }],
};

/** An authority with one school open on every day it is asked about, or none. */
function parts(open: boolean): Pick<Parts, 'published' | 'reference' | 'today'> {
  const store = {
    authorities: () =>
      Promise.resolve([
        { name: 'Norfolk', slug: 'norfolk', schools: 1, invented: false, newestKnownOn: '2025-08-31' },
      ]),
    evidence: () => Promise.resolve(open ? [withInspections([], {})] : []),
    sources: () => Promise.resolve([]),
  } as unknown as PublishedStore;
  return { published: () => Promise.resolve(store), reference: loadReference, today: () => '2026-01-01' };
}

const failure = async (open: boolean, asAt: string): Promise<KnownError> => {
  try {
    await readOverview(parts(open), person, 'norfolk', asAt);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('It answered.');
};

test('a date before the frameworks of inspection begin is refused, as an analysis refuses it', async () => {
  const { code, message } = await failure(true, '1990-01-01');
  assert.equal(code, 'date-invalid');
  assert.match(message, /inspection frameworks does not cover 1990-01-01/);
});

test('of an authority without an open school on the date nothing is said, rather than a page of noughts', async () => {
  const { code, message, whatToDo } = await failure(false, '2012-01-01');
  assert.equal(code, 'nothing-imported');
  assert.match(message, /no school of Norfolk that was open on 2012-01-01/);
  assert.equal(whatToDo.length, 1);
});
