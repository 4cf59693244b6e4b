import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letteredDistricts, placeOf, townsOf } from './places.ts';
import { districtNotStated } from './school.ts';
import { schoolWith } from './school.fixture.ts';

const at = (easting: number | null, northing: number | null, town: string | null = 'Fenwick') =>
  schoolWith({ easting, northing, town });

test('a place is told only where the register states one on the grid', () => {
  assert.deepEqual(placeOf(at(620_000, 310_000)), { easting: 620_000, northing: 310_000 });
  assert.equal(placeOf(at(null, 310_000)), null);
  assert.equal(placeOf(at(0, 0)), null, 'a register writes 0 where it does not know');
});

test('every district has a letter of its own, and schools without one come last', () => {
  const schools = ['Wold', 'Fen', null, 'Wold'].map((district) => schoolWith({ district }));
  assert.deepEqual(letteredDistricts(schools), [
    { letter: 'A', name: 'Fen' },
    { letter: 'B', name: 'Wold' },
    { letter: 'C', name: districtNotStated },
  ]);
  const many = Array.from({ length: 30 }, (_, index) => schoolWith({ district: `D${String(index + 100)}` }));
  const letters = letteredDistricts(many).map(({ letter }) => letter);
  assert.deepEqual(letters.slice(25, 28), ['Z', 'AA', 'AB']);
  assert.equal(new Set(letters).size, 30);
});

test('a town is in the middle of its schools, and one school far off does not move it', () => {
  const schools = [
    at(600_000, 300_000),
    at(601_000, 301_000),
    at(650_000, 400_000),
    at(500_000, 200_000, 'Lark'),
    at(null, null, 'Lark'),
    at(600_000, 300_000, null),
  ];
  assert.deepEqual(townsOf(schools), [
    { name: 'Fenwick', schools: 3, easting: 601_000, northing: 301_000 },
    { name: 'Lark', schools: 1, easting: 500_000, northing: 200_000 },
  ]);
});
