import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadLocalAuthorities } from '#/law/local-authorities.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import { lineagesOfTheCounty } from '../county/lineages.ts';
import { readCsv } from '../files.fixture.ts';
import { keyStage2Columns } from '../layouts/key-stage-2-columns.ts';
import { inventedAuthorities } from './authorities.ts';
import { generateEngland } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'england-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** One county and the first quarter of another. */
const made = generateEngland(join(folder, 'one'), 500);

function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  // The decoder takes the mark at the start of a table away.
  return readCsv(new TextDecoder().decode(readFileSync(join(folder, 'one', name)))).rows;
}

const register = rowsOf('edubasealldata20260430.csv');

test('an England has 150 authorities, of which none has a name or a code that is real, and 22,000 schools', () => {
  const all = [...inventedAuthorities()];
  assert.equal(all.length, 150);
  const real = loadLocalAuthorities();
  const codes = new Set(real.map(({ code }) => code));
  const names = new Set(
    real.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]).map((name) => name.toLowerCase()),
  );
  for (const { authority } of all) {
    assert.ok(!codes.has(authority.code), authority.code);
    assert.ok(!names.has(authority.name.toLowerCase()), authority.name);
  }
  assert.equal(new Set(all.map(({ authority }) => authority.code)).size, 150);
  assert.equal(new Set(all.map(({ authority }) => authority.name)).size, 150);
  const schools = all.flatMap(({ lineages }) => lineages);
  assert.equal(
    new Set(schools.map(({ id }) => id)).size,
    schools.length,
    'no stream of chance is used twice',
  );
  assert.equal(schools.length, 51 * lineagesOfTheCounty().length);
  const open = schools.filter(({ closesOn }) => closesOn === null).length;
  assert.ok(open > 21_900 && open < 22_500, String(open));
});

test('an amalgamated school lies in the same authority as the schools it was made of', () => {
  for (const { lineages } of inventedAuthorities()) {
    const ids = new Set(lineages.map(({ id }) => id));
    for (const { mergesInto } of lineages) assert.ok(mergesInto === null || ids.has(mergesInto));
  }
});

test('whole authorities are made until there are as many schools as asked for', () => {
  assert.equal(made.authorities, 2);
  assert.ok(made.schools >= 500);
  const open = register.filter((row) => row['EstablishmentStatus (name)'] === 'Open').length;
  assert.equal(open, made.schools);
  assert.equal(new Set(register.map((row) => row['LA (code)'])).size, 2);
});

test('every reference number is invented and every school in the register once', () => {
  const urns = register.map((row) => row['URN'] ?? '');
  assert.ok(urns.every(isInvented));
  assert.equal(new Set(urns).size, urns.length);
});

test('inspection numbers of two authorities do not meet', () => {
  const numbers = rowsOf('latest_inspections_2025-08-31.csv')
    .map((row) => row['Inspection number of latest graded inspection'] ?? '')
    .filter((number) => number !== 'NULL');
  assert.equal(new Set(numbers).size, numbers.length);
});

test('a table of results has one header, a row for each authority, and England’s rows once, at the end', () => {
  const text = readFileSync(join(folder, 'one', 'england_ks2final_2024-25.csv'), 'utf8');
  assert.equal(text.split('RECTYPE,').length, 2);
  const rows = rowsOf('england_ks2final_2024-25.csv');
  assert.equal(rows.filter((row) => row['RECTYPE'] === '3').length, 2);
  assert.deepEqual(
    rows.slice(-2).map((row) => row['RECTYPE']),
    ['4', '5'],
  );
  assert.equal(rows.filter((row) => row['RECTYPE'] === '4' || row['RECTYPE'] === '5').length, 2);
  assert.deepEqual(
    Object.keys(rows[0] ?? {}).length,
    keyStage2Columns(2025).length,
    'as wide as the official table',
  );
});

test('the same England is made again byte by byte', () => {
  const again = generateEngland(join(folder, 'two'), 500);
  assert.deepEqual(again, made);
  const hash = (part: string, name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, part, name)))
      .digest('hex');
  for (const name of made.files) assert.equal(hash('one', name), hash('two', name), name);
});
