import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { lineagesOfTheCounty } from './county/lineages.ts';
import { placeOf } from './county/coordinates.ts';
import { headOn } from './county/heads.ts';
import { fileNamed, readDemonstration } from './files.fixture.ts';
import { kindsOfSchool, nationalAbsence, nationalPupils } from './results/national-pupils.ts';

const files = readDemonstration();
const register = fileNamed(files, 'edubasealldata20260430.csv');
const { phaseFigures } = loadReference();
const figure = (measure: string, year: number, phase: string) =>
  phaseFigures.find((one) => one.measure === measure && one.year === year && one.phase === phase)?.number;

test('England’s rows of absence and pupils are England’s figures', () => {
  for (const [year, england] of nationalAbsence)
    for (const kind of kindsOfSchool) {
      assert.equal(figure('absence-overall', year, kind), england[kind].overall, `${year} ${kind}`);
      assert.equal(figure('absence-persistent-10', year, kind), england[kind].persistent, `${year} ${kind}`);
    }
  for (const [year, england] of nationalPupils)
    for (const [index, kind] of (['primary', 'secondary'] as const).entries()) {
      assert.equal(figure('pupils-eal', year, kind), england.otherLanguage[index], `${year} ${kind}`);
      assert.equal(figure('pupils-free-meals', year, kind), england.freeMeals[index], `${year} ${kind}`);
    }
});

test('the census of a year and the register of the same year count the same pupils', () => {
  const census = new Map(fileNamed(files, '899_census_2024-25.csv').rows.map((row) => [row['URN'], row]));
  let compared = 0;
  for (const row of fileNamed(files, 'edubasealldata20250630.csv').rows) {
    const counted = census.get(row['URN'] ?? '');
    if (counted === undefined || row['NumberOfPupils'] === '') continue;
    assert.deepEqual(
      [counted['NOR'], counted['NORB'], counted['NORG'], counted['NUMFSM']],
      [row['NumberOfPupils'], row['NumberOfBoys'], row['NumberOfGirls'], row['FSM']],
      row['URN'],
    );
    compared += 1;
  }
  assert.ok(compared > 400, `${compared} compared`);
});

test('no count is larger than those it is of, and absence has England’s height', () => {
  for (const [name, { rows }] of files) {
    if (name.includes('_census_'))
      for (const row of rows) {
        const number = (column: string) => Number(row[column]);
        for (const part of ['TSENELSE', 'TSENELK', 'NUMEAL', 'NUMFSM', 'NUMFSMEVER'])
          assert.ok(
            number(part) >= 0 && number(part) <= number('NOR'),
            `${name} ${row['URN'] ?? ''} ${part}`,
          );
        assert.equal(number('NORG') + number('NORB'), number('NOR'));
      }
    if (!name.includes('_abs_')) continue;
    const rates = rows.slice(0, -3).map((row) => Number(row['PERCTOT']));
    const england = Number(rows.at(-3)?.['PERCTOT']);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    assert.ok(Math.abs(mean / england - 1) < 0.15, `${name}: ${mean} beside ${england}`);
    assert.ok(Math.min(...rates) >= 1.5 && Math.max(...rates) < 25, name);
  }
});

test('every school has a place at sea and every open one a head; one in ten or so changed its head in a year', () => {
  for (const row of register.rows) {
    const [easting, northing] = [Number(row['Easting']), Number(row['Northing'])];
    // East of the coast of Norfolk, which ends at 655 km, or north of it, which ends at 346 km; and within the grid.
    assert.ok(easting > 640_000 && easting < 700_000 && northing > 333_000 && northing < 390_000, row['URN']);
    assert.equal(row['EstablishmentStatus (name)'] === 'Open', row['HeadLastName'] !== '', row['URN']);
  }
  const before = new Map(
    fileNamed(files, 'edubasealldata20250630.csv').rows.map((row) => [row['URN'], row['HeadLastName']]),
  );
  const both = register.rows.filter(
    (row) => row['HeadLastName'] !== '' && before.get(row['URN'] ?? '') !== undefined,
  );
  const changed = both.filter((row) => row['HeadLastName'] !== before.get(row['URN'] ?? ''));
  const share = changed.length / both.length;
  assert.ok(share > 0.06 && share < 0.2, String(share));
});

test('a school that became an academy stays where it was and keeps its head', () => {
  const [one] = lineagesOfTheCounty();
  assert.ok(one !== undefined);
  const academy = { ...one, running: 'converter' as const };
  assert.deepEqual(placeOf(academy), placeOf(one));
  assert.deepEqual(headOn(academy, '2026-01-01'), headOn(one, '2026-01-01'));
});
