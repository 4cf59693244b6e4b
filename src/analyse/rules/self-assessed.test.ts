import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptancesOf, compareViews, type SelfAssessed } from './self-assessed.ts';

const by = (as: 'accepted' | 'differs', person = 'a'): SelfAssessed['moderated'] => ({
  ...{ as, person, name: person.toUpperCase(), on: '2026-03-10' },
});
const school = (placed: string | null, ofConcern: boolean | null, moderated: SelfAssessed['moderated']) => ({
  ...{ urn: '900001', placed, ofConcern, moderated },
});

test('views differ where the authority says so, or where one of them sees a school of concern and the other does not', () => {
  assert.equal(compareViews(school('Good', false, by('differs'))), 'seen otherwise');
  assert.equal(compareViews(school('Good', true, by('accepted'))), 'more hopeful');
  assert.equal(compareViews(school('Causes concern', false, null)), 'more worried');
  assert.equal(compareViews(school('Requires improvement', false, null)), 'no difference');
  assert.equal(compareViews(school('Causes concern', true, null)), 'no difference');
});

test('where one of the views is not known nothing is said of a difference', () => {
  assert.equal(compareViews(school(null, true, null)), 'not compared');
  assert.equal(compareViews(school('Good', null, by('accepted'))), 'not compared');
});

test('of each officer it is counted what was accepted, and what of it the authority has as of concern', () => {
  const all = [
    school('Good', true, by('accepted')),
    school('Good', false, by('accepted')),
    school('Good', true, by('differs')),
    school('Good', true, by('accepted', 'b')),
    school('Good', true, null),
  ];
  assert.deepEqual(
    acceptancesOf(all).map(({ name, moderated, accepted, acceptedThoughOfConcern }) => [
      ...[name, moderated, accepted, acceptedThoughOfConcern],
    ]),
    [
      ['A', 3, 2, 1],
      ['B', 1, 1, 1],
    ],
  );
});
