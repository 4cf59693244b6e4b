import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { isInvented } from '#/schools/rules/urn.ts';
import { county, dioceses, districts, trusts } from './county/county.ts';
import { quarters, towns, villages } from './county/places.ts';
import { fileNamed, readCsv, readDemonstration } from './files.fixture.ts';

const files = readDemonstration();
const register = fileNamed(files, 'edubasealldata20260430.csv').rows;

const shared = process.env['MIDDLETIER_SHARED'] ?? resolve(import.meta.dirname, '../../shared');
const here = existsSync(resolve(shared, 'data'));
const official = here
  ? {}
  : { skip: 'the official files are not here (../shared/data, or MIDDLETIER_SHARED)' };

function officialRows(path: string, encoding: string): readonly Readonly<Record<string, string>>[] {
  return readCsv(new TextDecoder(encoding).decode(readFileSync(resolve(shared, 'data', path)))).rows;
}

/** Letters only, so that a space or a hyphen hides nothing. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

test('every reference number, inspection number and postcode is one that is never issued', () => {
  for (const row of register) {
    assert.ok(isInvented(row['URN'] ?? ''), row['URN']);
    assert.match(row['Postcode'] ?? '', /^Q[A-Z]\d \d[A-Z]{2}$/, 'no postcode area begins with Q');
  }
  for (const row of fileNamed(files, 'latest_inspections_2025-08-31.csv').rows) {
    for (const column of [
      'Inspection number of latest graded inspection',
      'Previous inspection number',
      'Latest ungraded inspection number since last graded inspection',
    ]) {
      assert.match(row[column] ?? '', /^(?:NULL|9\d{7}|ITS9\d{5})$/, row['URN']);
    }
  }
});

test('the authority’s code is not in use', official, () => {
  const codes = officialRows(
    'performance-tables/2018-19/2018_2019_la_and_region_codes_meta.csv',
    'windows-1252',
  ).map((row) => row['LEA']);
  assert.ok(codes.length > 150);
  assert.equal(codes.includes(county.code), false);
});

test(
  'no place, district, constituency, diocese or trust of the county is a real one, nor part of a school’s name',
  official,
  () => {
    const schools = officialRows('gias/2024-06-17/all_establishments_six_fields.csv', 'utf-8');
    const inspected = officialRows(
      'ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv',
      'windows-1252',
    );
    const real = [
      ...schools.flatMap((row) => [row['name'] ?? '', row['local_authority_name'] ?? '']),
      ...inspected.flatMap((row) => [
        row['Parliamentary constituency'] ?? '',
        row['Multi-academy trust name'] ?? '',
        row['Academy sponsor name'] ?? '',
      ]),
    ].map(plain);
    assert.ok(real.length > 50_000);
    const everything = real.join('\n');
    for (const place of [county.name, ...towns.map((town) => town.name), ...villages]) {
      assert.equal(everything.includes(plain(place)), false, place);
    }
    const whole = new Set(real);
    for (const name of [
      ...districts.flatMap((district) => [district.name, district.constituency]),
      ...trusts.map((trust) => trust.name),
      ...Object.values(dioceses),
    ]) {
      assert.equal(whole.has(plain(name)), false, name);
    }
  },
);

test('every school is named after an invented place, so that no name can be a real school’s', () => {
  const places = [...towns.map((town) => town.name), ...villages];
  for (const row of register) {
    const name = row['EstablishmentName'] ?? '';
    assert.ok(
      places.some((place) => name.startsWith(place)),
      name,
    );
  }
  assert.equal(new Set(quarters).size, quarters.length);
});
