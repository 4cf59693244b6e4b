import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpenOn, isPrimary } from './county/lineage.ts';
import { fileNamed, readDemonstration } from './files.fixture.ts';
import { liveThrough } from './life/county-life.ts';
import type { OldGrade } from './life/inspection.ts';

const county = liveThrough();
const files = readDemonstration();

/** Share of schools judged good or better among those with an overall grade, by what had been published on a date. */
function goodOrBetter(date: string, primary: boolean): number {
  const grades = county.lives.flatMap((life): OldGrade[] => {
    if (isPrimary(life.lineage.kind) !== primary || (!primary && life.lineage.kind !== 'secondary'))
      return [];
    if (!life.establishments.some((establishment) => isOpenOn(establishment, date))) return [];
    const latest = life.inspections.findLast((each) => each.kind === 'graded' && each.publishedOn <= date);
    return typeof latest?.overall === 'number' ? [latest.overall] : [];
  });
  return grades.filter((grade) => grade <= 2).length / grades.length;
}

test('as many schools are open as in Norfolk in 2013', () => {
  const open = fileNamed(files, 'edubasealldata20260430.csv').rows.filter(
    (row) => row['EstablishmentStatus (name)'] === 'Open',
  );
  const phases = new Map<string, number>();
  const current = fileNamed(files, 'latest_inspections_2026-04-30.csv').rows;
  for (const row of current)
    phases.set(row['Ofsted phase'] ?? '', (phases.get(row['Ofsted phase'] ?? '') ?? 0) + 1);
  assert.deepEqual(Object.fromEntries(phases), {
    Primary: 362,
    Secondary: 51,
    Special: 12,
    Nursery: 3,
    PRU: 3,
  });
  assert.deepEqual(open.map((row) => row['URN']).toSorted(), current.map((row) => row['URN']).toSorted());
});

test('ten years ago about six schools in ten were good or better, and about nine in ten ten years on', () => {
  assert.ok(Math.abs(goodOrBetter('2015-08-31', true) - 0.63) < 0.04, 'primary schools at the start');
  assert.ok(Math.abs(goodOrBetter('2016-08-31', false) - 0.59) < 0.04, 'secondary schools at the start');
  assert.ok(
    goodOrBetter('2024-08-31', true) > 0.87 && goodOrBetter('2024-08-31', true) < 0.95,
    'primary schools later',
  );
});

test('the profile of August 2025 is plausible beside England: 9% outstanding, 69% good, 5% RI, 1% inadequate, 15% not judged', () => {
  const rows = fileNamed(files, 'latest_inspections_2025-08-31.csv').rows;
  const share = (grade: string): number =>
    (100 * rows.filter((row) => row['Overall effectiveness'] === grade).length) / rows.length;
  const england = { '1': 9, '2': 69, '3': 5, '4': 1, 'Not judged': 15 };
  for (const [grade, expected] of Object.entries(england)) {
    assert.ok(
      Math.abs(share(grade) - expected) <= 3,
      `${grade}: ${share(grade).toFixed(1)}% beside ${expected}%`,
    );
  }
});

test('every kind of case an officer meets is there', () => {
  const now = fileNamed(files, 'latest_inspections_2026-04-30.csv').rows;
  const nothing = now.filter(
    (row) =>
      row['Inspection number of latest full inspection'] === 'NULL' &&
      row['Latest OEIF overall effectiveness'] === 'NULL',
  );
  assert.ok(nothing.length <= 3, 'few schools have not been inspected');
  assert.ok(
    nothing.some((row) => row['School open date'] === '05/01/2026'),
    'one of them opened last term',
  );
  const before = fileNamed(files, 'latest_inspections_2025-08-31.csv').rows;
  const belowTwice = before.filter(
    (row) =>
      row['Overall effectiveness'] === '3' &&
      ['3', '4'].includes(row['Previous graded inspection overall effectiveness'] ?? ''),
  );
  assert.ok(belowTwice.length >= 5, 'some schools require improvement twice running');
  const categories = new Set(now.map((row) => row['Most recent category of concern']));
  for (const category of ['SM', 'SWK', 'RSI']) assert.ok(categories.has(category), `a school in ${category}`);
  const predecessors = before.filter(
    (row) => row['Does the latest graded inspection relate to the URN of the current school?'] === 'No',
  );
  assert.ok(predecessors.length > 30, 'academies known by their predecessors’ inspections');
  const cards = now.filter((row) => row['Inclusion'] !== 'NULL');
  assert.ok(cards.length >= 10, 'schools with report cards');
  const closed = fileNamed(files, 'edubasealldata20260430.csv').rows.map(
    (row) => row['ReasonEstablishmentClosed (name)'],
  );
  for (const reason of ['Closure', 'Result of Amalgamation/Merger', 'Academy Converter', 'For Academy']) {
    assert.ok(closed.includes(reason), `a school closed because: ${reason}`);
  }
});

test('no two schools share a name, a reference number, a place in the register or a postcode and a name', () => {
  const { rows } = fileNamed(files, 'edubasealldata20260430.csv');
  const open = rows.filter((row) => row['EstablishmentStatus (name)'] === 'Open');
  for (const column of ['URN', 'EstablishmentName', 'EstablishmentNumber', 'Postcode']) {
    assert.equal(new Set(open.map((row) => row[column])).size, open.length, column);
  }
  assert.equal(new Set(rows.map((row) => row['URN'])).size, rows.length);
});
