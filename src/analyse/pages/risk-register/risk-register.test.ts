import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedReading, inventedRegister, inventedRows } from '#/analyse/pages/invented.fixture.ts';
import { exportAddress, listAddress, readListRequest } from './list-request.ts';
import { downloadAsCsv } from '#/platform/exports/download.ts';
import { registerDownload } from './register-export.ts';
import { matchingRows, optionsOf } from './register-filters.ts';
import { inOrder } from './register-order.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { registerView } from './register-view.ts';

const urns = (query: Record<string, readonly string[]>): string[] => {
  const request = readListRequest(query);
  return inOrder(matchingRows(inventedRows, request), request, inventedRegister.chances).map(
    (row) => row.school.urn,
  );
};

const registerAsCsv = (...asked: Parameters<typeof registerDownload>): string =>
  downloadAsCsv(registerDownload(...asked));

test('without a wish the schools of most concern come first, and those without sufficient evidence are listed last', () => {
  assert.deepEqual(urns({}), ['900001', '900002', '900003']);
});

test('every column sorts both ways, and a school with nothing to sort by stays last', () => {
  assert.deepEqual(urns({ sort: ['inspection'] }), ['900002', '900001', '900003']);
  assert.deepEqual(urns({ sort: ['inspection'], order: ['descending'] }), ['900001', '900002', '900003']);
  assert.deepEqual(urns({ sort: ['phase'], order: ['descending'] }), ['900003', '900002', '900001']);
  assert.deepEqual(urns({ sort: ['district'] }), ['900001', '900003', '900002']);
});

test('several values of one filter widen the list, several filters narrow it', () => {
  assert.deepEqual(urns({ phase: ['primary', 'secondary'] }), ['900001', '900002']);
  assert.deepEqual(urns({ phase: ['primary', 'secondary'], sector: ['academy'] }), ['900002']);
  assert.deepEqual(urns({ district: ['not stated'] }), ['900002']);
});

test('the search finds words of a name in any order, apostrophes of either kind, and numbers from their start', () => {
  assert.deepEqual(urns({ search: ['school sedge'] }), ['900001']);
  assert.deepEqual(urns({ search: ["st withburga's"] }), ['900003']);
  assert.deepEqual(urns({ search: ['900002'] }), ['900002']);
  assert.deepEqual(urns({ search: ['999 4002'] }), ['900002']);
  assert.deepEqual(urns({ search: ['nothing like it'] }), []);
});

test('the whole list is in the address, and reading the address gives the same list', () => {
  const request = readListRequest({
    phase: ['primary', 'special'],
    search: ['fen & reed'],
    sort: ['points'],
    order: ['ascending'],
    page: ['2'],
  });
  const address = listAddress('fenshire', request);
  const query = new URL(address, 'http://localhost').searchParams;
  const again = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
  assert.deepEqual(readListRequest(again), request);
  assert.equal(listAddress('fenshire', readListRequest({})), '/authorities/fenshire/risk-register');
});

test('a chip leads to the list without its filter and keeps the others', () => {
  const view = registerView(
    inventedRegister,
    readListRequest({ phase: ['primary'], sector: ['maintained'] }),
  );
  assert.equal(view.chips.length, 2);
  assert.match(view.chips[0]?.href ?? '', /\?sector=maintained$/);
  assert.equal(view.found, '1 of 3 schools');
});

test('a category in a filter says what its letter means, and how many schools have it', () => {
  const options = optionsOf(inventedRows, 'category', readListRequest({}));
  assert.deepEqual(
    options.map((option) => `${option.text}: ${String(option.schools)}`),
    ['A4 Schools of concern: 1', 'E2 Good: 1', 'Insufficient evidence: 1'],
  );
});

test('the first sentence says how many of how many, and owns up to what is not known', () => {
  const view = registerView(inventedRegister, readListRequest({}));
  assert.match(view.summary, /propose 1 of 3 schools \(33%\) as causing concern\./);
  assert.match(view.summary, /For 1 of 3 schools \(33%\) the evidence is not sufficient/);
  assert.match(view.comparison, /^1 school of 3 changed since the run as known on 31 August 2024/);
});

test('a row that changed says what it was, and those rows can be asked for first', () => {
  const view = registerView(inventedRegister, readListRequest({ sort: ['inspection'] }));
  assert.deepEqual(
    view.rows.map((row) => row.was),
    [null, 'B3 Requires improvement', null],
  );
  assert.match(view.changedAddress ?? '', /sort=was$/);
  const first = registerView({ ...inventedRegister, previous: null }, readListRequest({}));
  assert.equal(first.comparison, 'There is no earlier run to compare with.');
});

test('the download holds exactly the list on the page, with its date, its notes and its sources', () => {
  const request = readListRequest({ phase: ['secondary', 'special'] });
  const csv = registerAsCsv(
    inventedRegister,
    inOrder(matchingRows(inventedRows, request), request, inventedRegister.chances),
  );
  assert.ok(csv.startsWith('\uFEFFURN,LAESTAB,School'));
  assert.match(csv, /2 of 3 schools of Fenshire/);
  assert.match(csv, /,2025-08-31,/);
  assert.match(csv, /Invented data/);
  assert.match(csv, /Ofsted: State-funded schools/);
  assert.ok(!csv.includes('Sedge Lane'));
  assert.match(
    exportAddress('fenshire', { ...request, page: 2 }, 'csv'),
    /csv\?phase=secondary&phase=special$/,
  );
});

test('every line of the download is as long as the first, so that a program reads it as a spreadsheet does', () => {
  const [first = [], ...lines] = linesOf(registerAsCsv(inventedRegister, inventedRows));
  assert.equal(lines.length, inventedRows.length);
  for (const line of lines) assert.equal(line.length, first.length);
  const at = (heading: string): readonly (string | undefined)[] =>
    lines.map((line) => line[first.indexOf(heading)]);
  assert.deepEqual(at('Category in the run before'), ['B3', 'the same', 'the same']);
  assert.deepEqual(
    at('Scheme'),
    Array.from(lines, () => 'Norfolk 2013'),
  );
  assert.deepEqual(at('Last inspection started on'), ['2022-05-12', '2018-03-01', 'none known']);
  assert.ok(lines.flat().every((cell) => cell !== ''));
});

/** The cells of each line, by the rules of RFC 4180. */
function linesOf(csv: string): string[][] {
  return csv
    .replace('\uFEFF', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

test('a name that a spreadsheet would run as a formula is written as text', () => {
  const names = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'];
  const rows = names.map((name) => {
    const [row] = inventedRows;
    assert.ok(row);
    return { ...row, school: { ...row.school, name } };
  });
  const csv = registerAsCsv(inventedRegister, rows);
  for (const name of names) assert.ok(csv.includes(`,'${name}`) || csv.includes(`,"'${name}`), name);
});

test('pages hold a hundred rows, all rows can be had on one, and a page beyond the last is the last', () => {
  const address = (request: { page: number | 'all' }): string => String(request.page);
  const third = pagesOf(413, { ...readListRequest({}), page: 9 }, address);
  assert.deepEqual([third.from, third.to, third.range], [400, 413, 'Showing 401 to 413']);
  assert.deepEqual(
    third.links.map((link) => (link.ellipsis === true ? '…' : link.number)),
    [1, '…', 4, 5],
  );
  const all = pagesOf(413, { ...readListRequest({}), page: 'all' }, address);
  assert.deepEqual([all.from, all.to, all.pagedAddress], [0, 413, '1']);
  assert.equal(pagesOf(60, readListRequest({}), address).allAddress, null);
});

test('a filter with nothing to choose is left out, and one with several values chosen keeps them all', () => {
  const view = registerView(inventedRegister, readListRequest({ category: ['A4', 'E2'] }));
  assert.equal(view.filters.find((filter) => filter.name === 'category')?.kind, 'ticks');
  const [row] = inventedRows;
  assert.ok(row);
  const one = registerView({ ...inventedRegister, rows: [row] }, readListRequest({}));
  assert.deepEqual(one.filters, []);
});

test('the chance of falling is told in words and percent of schools that can fall, and of the others why not', () => {
  const view = registerView(inventedRegister, readListRequest({ sort: ['chance'] }));
  assert.deepEqual(
    view.rows.map(({ urn, chance }) => [urn, chance.why ?? `${chance.words}, ${chance.percent}`]),
    [
      ['900002', '1 in 8, 12%'],
      ['900001', 'an area below expected already'],
      ['900003', 'not inspected yet'],
    ],
  );
  assert.equal(view.rows[0]?.chance.href, '/authorities/fenshire/schools/900002/forecast');
  assert.ok(view.headings.some(({ text }) => text === 'Chance of an area below expected'));
  assert.match(view.chanceNote, /having an area below expected within 18 months, .* known on 31 August 2025/);
});

test('the likeliest come first, those of which no chance is told last either way', () => {
  const of = new Map(
    inventedRows.map(({ school: { urn } }, index) => {
      const chance = [0.1, 0.2][index];
      const why = 'Below good at the last inspection: the trajectory says when.';
      const told = chance === undefined ? { why } : { chance: { chance, low: 0, high: 1 } };
      return [urn, { told, now: null }] as const;
    }),
  );
  const chances = { asAt: '2023-08-31', target: 'below good', sources: [], of } as const;
  const sorted = (order: string) => {
    const asked = readListRequest({ sort: ['chance'], order: [order] });
    return registerView({ ...inventedRegister, chances }, asked).rows.map(({ urn }) => urn);
  };
  assert.deepEqual(sorted(''), ['900002', '900001', '900003']);
  assert.deepEqual(sorted('ascending'), ['900001', '900002', '900003']);
});

test('without a forecast every row says that none was kept, and so does the download', () => {
  const register = { ...inventedRegister, chances: null };
  const view = registerView(register, readListRequest({}));
  assert.deepEqual(new Set(view.rows.map(({ chance }) => chance.why)), new Set(['no forecast kept']));
  assert.ok(view.headings.some(({ text }) => text === 'Chance of falling'));
  assert.match(registerAsCsv(register, inventedRows), /No forecast was kept/);
});

test('a school that opened after the forecast says that it is not in it', () => {
  const chances = inventedRegister.chances && { ...inventedRegister.chances, of: new Map() };
  const [row] = registerView({ ...inventedRegister, chances }, readListRequest({})).rows;
  assert.equal(row?.chance.why, 'not in the forecast');
});

test('the download has each chance with its range, or why there is none, and its day', () => {
  const [first = [], ...lines] = linesOf(registerAsCsv(inventedRegister, inventedRows));
  const from = first.indexOf('Chance of an area below expected within 18 months');
  assert.deepEqual(
    lines.map((line) => line.slice(from, from + 4)),
    [
      [...Array.from({ length: 3 }, () => 'an area below expected already'), '2025-08-31'],
      ['0.12', '0.08', '0.18', '2025-08-31'],
      [...Array.from({ length: 3 }, () => 'not inspected yet'), '2025-08-31'],
    ],
  );
});

test('where there is no last inspection the list and the download say whether the school is known to have had none', () => {
  const [row] = inventedRows.filter(({ lastInspection }) => lastInspection === null);
  assert.ok(row);
  const shown = 'no inspection file';
  const readings = [inventedReading({ indicator: 'last-inspection', state: 'no evidence', shown })];
  const rows = [{ ...row, proposal: { ...row.proposal, readings } }];
  const register = { ...inventedRegister, rows };
  assert.equal(registerView(register, readListRequest({})).rows[0]?.noInspection, shown);
  assert.match(registerAsCsv(register, rows), /,no inspection file,/);
});
