import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadAsCsv } from '#/platform/exports/download.ts';
import { inventedForecastRun } from '#/analyse/pages/invented-forecast.fixture.ts';
import { earlyWarningRead, warnedSchools } from './early-warning.fixture.ts';
import { schoolsToWatch } from './schools-to-watch-panel.ts';
import { warningDownload } from './warning-export.ts';
import { inOrder, matchingSchools } from './warning-list.ts';
import { queryOf, readWarningRequest, warningSorts } from './warning-request.ts';
import { warningView } from './warning-view.ts';

const names = (query: Record<string, string[]>): readonly string[] => {
  const request = readWarningRequest(query);
  return inOrder(matchingSchools(warnedSchools, request), request).map(({ name }) => name);
};
const [sedge, reed, fen] = ['Sedge Lane Primary School', '=Reed Bank Academy', 'Fen End Primary School'];

test('the first sentence says how many are good, how many are expected to fall by when, and with which range', () => {
  const { answer } = warningView(earlyWarningRead(), readWarningRequest({}));
  assert.match(
    answer[0] ?? '',
    /^Of the 5 schools of Fenshire, 3 are good or better now\. We expect about 0\.4 of them to be judged below good by 30 June 2020, within 18 months: in 8 cases of 10 between 0 and 1\.$/,
  );
  assert.equal(
    answer[1],
    'Likeliest: Sedge Lane Primary School (about 1 in 5), Fen End Primary School (about 1 in 8) and =Reed Bank Academy (about 1 in 20).',
  );
});

test('of report cards it is said which question is asked, and how many have none yet', () => {
  const target = 'any area below expected';
  const schools = warnedSchools.map((one, index) => ({
    ...one,
    now: index === 0 ? ('not good' as const) : ('not judged' as const),
  }));
  const view = warningView(
    earlyWarningRead({ run: inventedForecastRun({ target }), targets: [target, 'below good'], schools }),
    readWarningRequest({}),
  );
  assert.match(view.heading, /an area below expected next\?$/);
  assert.match(
    view.answer[0] ?? '',
    /^At 3 of the 5 schools .* no report card has found an area below expected/,
  );
  assert.deepEqual(
    view.questions.map(({ text, current }) => [text, current]),
    [
      ['Any area below expected', true],
      ['Judged below good', false],
    ],
  );
});

test('schools of which no chance is told are listed with why, and none is dropped', () => {
  const { without, withoutCount, found } = warningView(earlyWarningRead(), readWarningRequest({}));
  assert.equal(found, '3 of 3 schools with a chance');
  assert.equal(withoutCount, '2 schools');
  assert.deepEqual(
    without.map(({ why, schools }) => [why, schools.map(({ name }) => name)]),
    [
      ['Below good at the last inspection.', ['Reed End School']],
      ['Not inspected yet.', ['New Fen School']],
    ],
  );
});

test('the likeliest come first, every column sorts both ways, and what is not known comes last either way', () => {
  assert.deepEqual(names({}), [sedge, fen, reed]);
  for (const sort of warningSorts) {
    for (const order of ['ascending', 'descending'])
      assert.equal(names({ sort: [sort], order: [order] }).length, 3, `${sort} ${order}`);
  }
  assert.deepEqual(names({ sort: ['district'] }).at(-1), reed);
  assert.deepEqual(names({ sort: ['district'], order: ['descending'] }).at(-1), reed);
  assert.deepEqual(names({ sort: ['rose'] }), [sedge, fen, reed]);
});

test('phase, district, officer and least chance narrow the list, and the address says all of it', () => {
  assert.deepEqual(names({ phase: ['secondary'] }), [reed]);
  assert.deepEqual(names({ district: ['South Fen'] }), [fen]);
  assert.deepEqual(names({ officer: ['officer-1'] }), [sedge, fen]);
  assert.deepEqual(names({ least: ['10'] }), [sedge, fen]);
  assert.deepEqual(names({ least: ['10'], months: ['12'] }), [sedge], 'within the months that are shown');
  assert.deepEqual(names({ search: ['lane sedge'] }), [sedge]);
  const asked = readWarningRequest({
    ...{ phase: ['secondary'], least: ['10'], months: ['24'], sort: ['rose'], visits: ['7'], page: ['all'] },
  });
  assert.deepEqual(readWarningRequest(queryOf(asked)), asked);
  const odd = readWarningRequest({ months: ['13'], visits: ['-1'], sort: ['x'], page: ['0'] });
  assert.deepEqual(Object.values(queryOf(odd)).flat(), []);
});

test('who rose most is told with both chances; a chance that fell is no rise', () => {
  const { rose } = warningView(earlyWarningRead(), readWarningRequest({}));
  assert.deepEqual(
    rose?.rows.map(({ name, then, now }) => [name, then, now]),
    [[sedge, 'about 1 in 10', 'about 1 in 5']],
  );
  const alone = warningView(earlyWarningRead({ previous: null }), readWarningRequest({}));
  assert.match(alone.rose?.words ?? '', /no earlier forecast/);
  assert.equal(alone.headings.length, 6, 'no column of changes where there is nothing to compare with');
});

test('what visits would reach is said as an expectation', () => {
  const { visits } = warningView(earlyWarningRead(), readWarningRequest({ visits: ['1'] }));
  assert.match(
    visits?.words ?? '',
    /^If you can visit 1 school: the 1 with the highest chances hold about 0\.2 of the 0\.4 schools/,
  );
});

test('whoever sees some schools is told that it says nothing of others', () => {
  const { reach, answer } = warningView(earlyWarningRead({ whole: false }), readWarningRequest({}));
  assert.match(reach ?? '', /This is about 5 schools: yours/);
  assert.match(answer[0] ?? '', /^Of your 5 schools/);
});

test('a download has every chance with its range, whence it is, and no formula', () => {
  const read = earlyWarningRead();
  const download = warningDownload(read, readWarningRequest({}));
  const csv = downloadAsCsv(download);
  assert.match(csv, /Judged below good within 18 months/);
  assert.doesNotMatch(csv, /(^|,)=/m);
  assert.match(download.notes.about.join(' '), /grades-2018-08-31 \(abc\)/);
  assert.deepEqual(
    download.tables.map(({ rows }) => rows.length),
    [3, 2],
  );
  assert.match(download.name, /^early-warning-fenshire-2018-12-31$/);
});

test('an officer sees their own schools first on the home page, the likeliest and those that rose', () => {
  const panel = schoolsToWatch(earlyWarningRead(), 'officer-1');
  const [said, links] = panel?.parts ?? [];
  assert.match(JSON.stringify(said), /Of 2 schools given to me .* as known on 31 December 2018/);
  assert.ok(links?.kind === 'links');
  assert.deepEqual(
    links.links.map(({ text, detail }) => [text, detail]),
    [
      [sedge, 'about 1 in 5, before about 1 in 10. 32 pupils on roll'],
      [fen, 'about 1 in 8. 32 pupils on roll'],
    ],
  );
  assert.match(JSON.stringify(schoolsToWatch(earlyWarningRead(), 'nobody')?.parts[0]), /Of 3 schools with/);
  assert.equal(schoolsToWatch(earlyWarningRead({ run: null }), 'officer-1'), null);
});
