import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { checkSupplied, type CheckRequest, type SuppliedTable } from './check-supplied.ts';
import type { SuppliedMapping } from './supplied-mapping.ts';
import { tableFrom } from './supplied-table.ts';

const school = (urn: string, name: string, laestab: string, open = true) => ({ urn, name, laestab, open });
const schools: CheckRequest['schools'] = {
  own: [
    school('900001', 'Sedge Lane Primary School', '8992001'),
    school('900002', 'St. Osyth’s C of E (VC) School', '8992002'),
    school('900003', 'Mere School', '8992003', false),
    school('900004', 'Mere School', '8992003'),
    school('900005', 'Twin School', '8992005'),
    school('900006', 'Twin School', '8992006'),
  ],
  authorityCode: '899',
  elsewhere: new Map([['121042', 'Norfolk']]),
};
const mapping: SuppliedMapping = {
  title: 'Governors',
  school: { column: 'School', by: 'URN' },
  dateColumn: null,
  items: [
    { column: 'Places', item: 'governor places' },
    { column: 'Vacancies', item: 'governor vacancies' },
  ],
};
const header = ['School', 'Places', 'Vacancies'];

function check(rows: readonly (readonly string[])[], changes: Partial<CheckRequest> = {}, names = header) {
  const table: SuppliedTable = {
    header: names,
    rows: rows.map((cells, index) => ({ row: index + 2, cells, fault: null })),
  };
  return checkSupplied(table, {
    mapping,
    schools,
    statedOn: '2026-03-31',
    knownOn: '2026-04-14',
    ...changes,
  });
}
const by = (key: SuppliedMapping['school']['by']) => ({
  mapping: { ...mapping, school: { column: 'School', by: key } },
});
const urnsBy = (key: SuppliedMapping['school']['by'], ...cells: string[]) =>
  check(
    cells.map((cell) => [cell, '12', '1']),
    by(key),
  )
    .values.filter(({ item }) => item === 'governor places')
    .map(({ urn }) => urn);

test('a school is told by its reference number, its LAESTAB, its DfE number or its name as people write it', () => {
  assert.deepEqual(urnsBy('URN', '900001', ' 900002.0 '), ['900001', '900002']);
  assert.deepEqual(urnsBy('LAESTAB', '899/2001', '8992002'), ['900001', '900002']);
  assert.deepEqual(urnsBy('DfE number', '2001'), ['900001']);
  assert.deepEqual(urnsBy('name', 'sedge lane primary', 'Saint Osyths Church of England VC School'), [
    '900001',
    '900002',
  ]);
});

test('of two schools with one number or name the open one is meant, and of two open ones neither is guessed', () => {
  assert.deepEqual(urnsBy('name', 'Mere School'), ['900004']);
  assert.deepEqual(urnsBy('DfE number', '2003'), ['900004']);
  const twins = check([['Twin School', '12', '1']], by('name'));
  assert.deepEqual(twins.values, []);
  assert.match(twins.problems[0]?.what ?? '', /900005.*900006/);
});

test('a school of another authority, and one that nobody has, are set aside by name', () => {
  const { setAside, problems, rowsKept } = check([
    ['121042', '12', '1'],
    ['900099', '12', '1'],
    ['', '12', '1'],
    ['900001', '12', '1'],
  ]);
  assert.equal(rowsKept, 1);
  assert.deepEqual(setAside, [
    { reason: 'the school is not one of this authority', rows: 1 },
    { reason: 'no school could be told', rows: 2 },
  ]);
  assert.match(problems[0]?.what ?? '', /121042 is a school of Norfolk/);
  assert.equal(
    check([['9262001', '1', '1']], by('LAESTAB')).setAside[0]?.reason,
    'the school is not one of this authority',
  );
});

test('what is told of a school that has closed is kept with a warning, for it may be meant of the one that followed', () => {
  const closed = check([['900003', '12', '1']]);
  assert.equal(closed.rowsKept, 1);
  assert.deepEqual(
    closed.problems.map(({ row, column, severity, what }) => [row, column, severity, what.split(':')[0]]),
    [[2, 'School', 'warning', 'Mere School (900003) has closed']],
  );
  assert.deepEqual(check([['900004', '12', '1']]).problems, []);
});

test('an impossible value is left out and said so; the rest of its row stays', () => {
  const { values, problems } = check([
    ['900001', '12', '13'],
    ['900002', '-1', '1.5'],
    ['900004', 'twelve', '#REF!'],
  ]);
  assert.deepEqual(
    values.map(({ urn, item }) => [urn, item]),
    [['900001', 'governor places']],
  );
  assert.equal(problems.filter(({ severity }) => severity === 'error').length, 5);
});

test('a blank, a dash and “n/a” are no value, and never nought', () => {
  const { values, setAside } = check([
    ['900001', '12', '-'],
    ['900002', 'n/a', ''],
    ['900004', '10', '0'],
  ]);
  assert.deepEqual(
    values.map(({ value }) => value),
    [12, 10, 0],
  );
  assert.deepEqual(setAside, [{ reason: 'no value is given', rows: 1 }]);
});

test('a school that is told of twice is kept once where both agree, and not at all where they differ', () => {
  const agreed = check([
    ['900001', '12', '1'],
    ['900001', '12', '1'],
  ]);
  assert.equal(agreed.values.length, 2);
  assert.deepEqual([agreed.rowsRead, agreed.rowsKept], [2, 1]);
  const differing = check([
    ['900001', '12', '1'],
    ['900001', '12', '2'],
  ]);
  assert.deepEqual(
    differing.values.map(({ item }) => item),
    ['governor places'],
  );
  assert.equal(differing.problems.filter(({ severity }) => severity === 'error').length, 2);
});

test('nothing is known of tomorrow, except what is forecast', () => {
  const forecast = {
    ...mapping,
    items: [
      { column: 'Places', item: 'pupils expected' as const },
      { column: 'Vacancies', item: 'suspensions' as const },
    ],
  };
  const { values, problems } = check([['900001', '300', '4']], { mapping: forecast, statedOn: '2027-09-01' });
  assert.deepEqual(
    values.map(({ item }) => item),
    ['pupils expected'],
  );
  assert.match(problems[0]?.what ?? '', /after the day the file was had/);
});

test('each row may have its own date; a row without one is set aside', () => {
  const dated = { ...mapping, dateColumn: 'As at' };
  const rows = [
    ['900001', '12', '1', '31/03/2025'],
    ['900001', '13', '1', '2026-03-31'],
    ['900002', '12', '1', 'soon'],
  ];
  const { values, setAside } = check(rows, { mapping: dated }, [...header, 'As at']);
  assert.deepEqual(
    values.filter(({ item }) => item === 'governor places').map(({ on, value }) => [on, value]),
    [
      ['2025-03-31', 12],
      ['2026-03-31', 13],
    ],
  );
  assert.deepEqual(setAside, [{ reason: 'the row has no date', rows: 1 }]);
});

test('money, ratings, dates and yes or no are read as services write them', () => {
  const other: SuppliedMapping = {
    title: 'x',
    school: { column: 'School', by: 'URN' },
    dateColumn: null,
    items: [
      { column: 'Balance', item: 'balance' },
      { column: 'Rating', item: 'finance rating' },
      { column: 'Since', item: 'head appointed on' },
      { column: 'Acting', item: 'head is acting' },
    ],
  };
  const names = ['School', 'Balance', 'Rating', 'Since', 'Acting'];
  const rows = [
    ['900001', '(£12,300.50)', 'A1', '01/09/2024', 'Yes'],
    ['900002', '-£5', 'green', '1.9.2024', 'permanent'],
    ['900004', '1,23', 'blue', '31/02/2024', 'perhaps'],
  ];
  const { values, problems } = check(rows, { mapping: other }, names);
  assert.deepEqual(
    values.map(({ value }) => value),
    [-12300.5, 'amber 1', '2024-09-01', 'yes', -5, 'green', '2024-09-01', 'no'],
  );
  assert.equal(problems.length, 4);
});

test('whatever is in a file, rows in are rows kept and rows set aside, and every value is of a school of the authority', () => {
  const cell = fc.oneof(
    fc.constantFrom('900001', '900002', '121042', '12', '3', '', '-', '#N/A', '31/03/2025'),
    fc.string(),
  );
  const urns = new Set(schools.own.map(({ urn }) => urn));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }),
      fc.constantFrom('URN', 'LAESTAB', 'DfE number', 'name'),
      (rows, key) => {
        const { rowsRead, rowsKept, setAside, values } = check(rows, by(key));
        assert.equal(rowsRead, rows.length);
        assert.equal(rowsRead, rowsKept + setAside.reduce((sum, one) => sum + one.rows, 0));
        assert.equal(rowsKept, new Set(values.map(({ row }) => row)).size);
        assert.ok(values.every(({ urn }) => urns.has(urn)));
        assert.equal(new Set(values.map(({ urn, item, on }) => `${urn} ${item} ${on}`)).size, values.length);
      },
    ),
  );
});

test('the header is found under titles; columns without a name go by their place, repeated ones are numbered', () => {
  const record = (row: number, ...fields: string[]) => ({ row, fields, fault: null });
  const table = tableFrom([
    record(1, 'Governing bodies, March 2026', '', '', ''),
    record(2, '', '', '', ''),
    record(3, 'URN', 'Places', 'Places', ''),
    record(4, '900001', '12', '3', 'x'),
    record(5, '900002'),
  ]);
  assert.deepEqual(table?.header, ['URN', 'Places', 'Places (2)']);
  assert.deepEqual(
    table.rows.map(({ row, cells }) => [row, cells.length]),
    [
      [4, 3],
      [5, 3],
    ],
  );
  assert.match(table.rows[0]?.fault ?? '', /more cells/);
  assert.equal(tableFrom([record(1, 'URN', 'Places')]), null);
  assert.equal(tableFrom([]), null);
});
