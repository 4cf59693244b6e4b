import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedRegister } from '#/analyse/pages/invented.fixture.ts';
import { kindsOf } from '#/analyse/pages/map/map-kinds.ts';
import { registerDownload } from '#/analyse/pages/risk-register/register-export.ts';
import { readListRequest } from '#/analyse/pages/risk-register/list-request.ts';
import { registerView } from '#/analyse/pages/risk-register/register-view.ts';
import { inventedRun, inventedSchool } from './invented.fixture.ts';
import { reachInWords, schoolsCounted } from './reach-words.ts';

const some = { ...inventedRegister, whole: false, rows: inventedRegister.rows.slice(0, 1) };

test('whoever sees every school is told nothing of reach; whoever sees some is told of how many', () => {
  assert.equal(reachInWords({ whole: true, schools: 413 }), null);
  assert.match(
    reachInWords({ whole: false, schools: 12 }) ?? '',
    /12 schools: yours.* nothing of any other school/,
  );
  assert.equal(schoolsCounted(413, 'Norfolk', true), '413 schools of Norfolk');
  assert.equal(schoolsCounted(12, 'Norfolk', false), '12 of your schools');
});

test('the register of whoever sees some schools counts those alone, and says whose they are', () => {
  const view = registerView(some, readListRequest({}));
  assert.match(view.heading, /your schools/);
  assert.equal(view.found, '1 of 1 school');
  assert.match(view.reach ?? '', /1 school: yours/);
  assert.match(registerDownload(some, some.rows).notes.about.join(' '), /1 of 1 of your schools/);
});

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
