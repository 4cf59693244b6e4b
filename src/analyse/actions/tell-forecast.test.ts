import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { forecastOf } from '../../../tests/security/forecast.fixture.ts';
import { tellForecast } from './tell-forecast.ts';

/** What is said of a forecast of these schools; `null`: no chance can be told. */
function told(chances: Readonly<Record<string, number | null>>, alreadyKept = false) {
  const lines: string[] = [];
  const tables: { headings: readonly string[]; rows: readonly (readonly (string | number)[])[] }[] = [];
  const terminal = {
    line: (text = '') => void lines.push(text),
    table: (headings: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
      void tables.push({ headings, rows }),
  } as unknown as Terminal;
  const forecast = forecastOf('2018-12-31', chances);
  const { asAt, target, model, deprivation, sources, dates } = forecast;
  const run = {
    ...{ id: '7', authority: 'fenshire', asAt, target, model, deprivation, sources, dates },
    ...{ schools: forecast.warnings.length, madeAt: '2019-06-30T09:00:00.000Z', madeBy: 'Pearl Linnet' },
  };
  const schools = forecast.warnings.map((one) => ({
    ...{ urn: one.urn, name: `Sedge ${one.urn}`, phase: 'primary' as const, forecast: one, path: null },
  }));
  tellForecast(
    terminal,
    { ...run, alreadyKept },
    { authority: inventedAuthority, whole: true, kept: { run, forecast, schools, sources: [] } },
  );
  return { lines: lines.join('\n'), shares: tables[0], schools: tables[1] };
}

test('the schools with the highest chances come first, each with its range and the largest reason', () => {
  const { schools } = told({ '900001': 0.1, '900002': 0.4, '900003': null });
  assert.deepEqual(schools?.rows, [
    ['Sedge 900002 (900002)', 'about 3 in 10 (30%, between 15% and 65%)', 'Reason of school 900002'],
    ['Sedge 900001 (900001)', 'about 1 in 13 (8%, between 4% and 54%)', 'Reason of school 900001'],
  ]);
});

test('schools of which no chance is told are counted, with why', () => {
  assert.match(
    told({ '900001': 0.1, '900002': null }).lines,
    /No chance is told of 1 of 2 schools \(50%\):\n {2}1: It was never inspected\./,
  );
  assert.doesNotMatch(told({ '900001': 0.1 }).lines, /No chance/);
});

test('it says which forecast was kept or stands, by which model, and that the county is invented', () => {
  const { lines } = told({ '900001': 0.1 });
  assert.match(lines, /1 school, as known on 31 December 2018.*Kept as forecast 7/);
  assert.match(lines, /fitted to what was known on 31 August 2015/);
  assert.match(lines, /Invented/);
  assert.match(told({ '900001': 0.1 }, true).lines, /Nothing has changed since forecast 7, which stands/);
});

test('a share is told with how many schools it is of now', () => {
  const { shares } = told({ '900001': 0.1, '900002': 0.4 });
  assert.deepEqual(shares?.rows, [
    ['All schools, own grades only', '2 of 2 judged schools (100%)', 'nothing to share', '90%'],
  ]);
});
