import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MapOfSchools } from '#/analyse/actions/map-of-schools.ts';
import { inventedAuthority, inventedRun, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { mapView } from './map-view.ts';

const fen = { letter: 'A', name: 'Fen' };
const wold = { letter: 'B', name: 'Wold' };
const place = { easting: 650_000, northing: 340_000 };

const read: MapOfSchools = {
  authority: inventedAuthority,
  asAt: '2025-08-31',
  districts: [fen, wold],
  phases: ['primary', 'secondary'],
  chosen: { district: null, phase: null },
  schools: [
    { school: inventedSchool({ urn: '900001' }), place, district: fen },
    { school: inventedSchool({ urn: '900002', phase: 'secondary' }), place, district: wold },
    { school: inventedSchool({ urn: '900003', name: 'Lark Hill' }), place: null, district: wold },
  ],
  towns: [],
  groups: {
    run: inventedRun,
    whole: true,
    kinds: [
      { name: 'causing concern', many: 'schools causing concern', tone: 'high' },
      { name: 'system leaders', many: 'system leaders', tone: 'low' },
    ],
    of: new Map([
      ['900001', 'system leaders'],
      ['900002', 'causing concern'],
      ['900003', null],
    ]),
  },
  sources: [],
};

test('every school is on the map or counted and listed beside it', () => {
  const view = mapView(read, 'phase');
  assert.equal(view.chart?.marks.length, 2);
  assert.equal(view.without.words, '1 of 3 schools (33%)');
  assert.deepEqual(
    view.without.rows.map(({ name }) => name),
    ['Lark Hill'],
  );
  assert.equal(view.districts.flatMap(({ rows }) => rows).length, 3);
  assert.match(
    view.summary,
    /^3 schools of Fenshire \(2 primary and 1 secondary\), in 2 districts, as known on 31 August 2025\. 67% \(2 of 3\) are on the map\.$/,
  );
});

test('a mark says its district by letter and its kind by shape, only kinds that are there', () => {
  const view = mapView(read, 'phase');
  assert.deepEqual(
    view.chart?.kinds.map(({ words, shape }) => [words, shape]),
    [
      ['Primary', 'circle'],
      ['Secondary', 'square'],
    ],
  );
  assert.deepEqual(
    view.chart.marks.map(({ letter, kind }) => [letter, kind]),
    [
      ['A', 0],
      ['B', 1],
    ],
  );
});

test('by group the schools of most concern are counted by district, in the words of the scheme', () => {
  const view = mapView(read, 'group');
  assert.equal(view.chart?.kinds[0]?.words, 'Schools causing concern');
  assert.match(
    view.concern ?? '',
    /^Of 1 school proposed among schools causing concern, no district has more than Wold: 1 of 2 schools/,
  );
});

test('a reader who may not see categories sees phases, whatever the address asks', () => {
  const view = mapView({ ...read, groups: null }, 'group');
  assert.equal(view.shown, 'phase');
  assert.equal(view.concern, null);
  assert.equal(view.kindHeading, null);
  assert.ok(!view.form.fields.some(({ name }) => name === 'show'));
});
