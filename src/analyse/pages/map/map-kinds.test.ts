import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedRun, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { kindsOf } from './map-kinds.ts';

test('on the map a school in confidence is not said to have too little evidence', () => {
  const one = {
    school: inventedSchool({ urn: '900009' }),
    place: null,
    district: { name: 'Fen', letter: 'A' },
  };
  const kinds = [{ name: 'causing concern', many: 'schools causing concern', tone: 'high' as const }];
  const groups = (whole: boolean) => ({
    run: inventedRun,
    kinds,
    of: new Map<string, string | null>(),
    whole,
  });
  assert.equal(kindsOf([one], groups(false), 'group').wordsOf(one), 'In confidence');
  assert.equal(kindsOf([one], groups(true), 'group').wordsOf(one), 'Insufficient evidence');
});
