import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf, textOf } from '#/platform/documents/open-document.fixture.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { downloadAsCsv } from '#/platform/exports/download.ts';
import { membersChart } from './members-chart.ts';
import { membersDocument } from './members-document.ts';
import { membersDownload } from './members-export.ts';
import { membersView } from './members-view.ts';
import { inventedConcern, inventedForMembers, inventedMembersRead } from './members.fixture.ts';

const view = membersView(inventedMembersRead);
const withMembers = (changes: Partial<typeof inventedForMembers>) =>
  membersView({ ...inventedMembersRead, members: { ...inventedForMembers, ...changes } });

test('the answer says of how many, of whom and as at when, with England beside it', () => {
  assert.deepEqual(view.answer.slice(0, 2), [
    'Fenshire has 4 schools with 400 pupils, as known on 31 August 2025.',
    '67% of those with an overall grade from Ofsted are good or outstanding (2 of 3); in England 90% were, as published for 31 August 2024.',
  ]);
  assert.match(
    view.answer.at(-1) ?? '',
    /23 schools causing concern: 23 of 130 schools \(18%\) of which enough is known/,
  );
});

test('schools without an overall grade are in no share, and it is said how many and why', () => {
  const primary = view.phases.find(({ name }) => name === 'Primary');
  assert.deepEqual([primary?.goodOrBetter, primary?.withoutGrade], ['50% (1 of 2)', '1']);
  assert.match(
    view.noGrade,
    /^1 of 4 schools \(25%\) has no overall grade .* 1 of them because .* September 2024/,
  );
});

test('the chart holds each phase, and the whole, against England', () => {
  const chart = membersChart(inventedMembersRead.overview);
  assert.deepEqual(
    chart?.rows.map(({ name, shown, own }) => [name, shown, own]),
    [
      ['Primary', '50% (1 of 2)', false],
      ['Secondary', '100% (1 of 1)', false],
      ['All phases', '67% (2 of 3)', true],
    ],
  );
  assert.equal(chart.level?.at, 90);
});

test('a number that is not told has neither number nor share, and is not 0', () => {
  const byPhase = view.groups.told?.tables[0]?.rows;
  assert.deepEqual(byPhase?.find(({ name }) => name === 'Special')?.cells, [null, null, null]);
  assert.equal(byPhase.find(({ name }) => name === 'All schools')?.cells[0], '18% (23 of 130)');
});

test('a share is read aloud, so that it cannot be read in two ways', () => {
  assert.match(
    view.example ?? '',
    /130 schools of which enough is known; 23 of those are in this group; that is 18%/,
  );
});

test('a member is told the schools of concern of the division, with what is published and since when', () => {
  assert.equal(view.concerns?.heading, 'Schools of concern in your division, Marshland North');
  assert.equal(
    view.concerns.answer,
    '1 of 7 schools (14%) in Marshland North causes concern, as known on 31 August 2025.',
  );
  assert.deepEqual(view.concerns.rows[0], {
    name: 'Sedge Lane Primary School',
    href: '/authorities/fenshire/schools/900002',
    phase: 'Primary',
    pupils: '100',
    group: 'School causing concern, proposed',
    since: '31 August 2024',
    inspection: 'Requires improvement, 6 March 2023',
  });
});

test('members of a panel or board see no school by name, and staff choose a division', () => {
  assert.equal(withMembers({ divisions: null, chosen: [], own: false, concerns: null }).concerns, null);
  const staff = withMembers({ own: false, divisions: ['North', 'South'], chosen: [], concerns: null });
  assert.deepEqual(staff.concerns?.choice?.options, [
    { name: 'North', chosen: false },
    { name: 'South', chosen: false },
  ]);
  assert.deepEqual(staff.concerns.rows, []);
});

test('where the number of schools of concern is not told, the paragraph says so and gives none', () => {
  const { told } = inventedForMembers;
  assert.ok(told !== null);
  const rows = told.summary.rows.map((row) => ({ ...row, counted: row.counted.map(() => null) }));
  const { answer, example } = withMembers({ told: { ...told, summary: { ...told.summary, rows } } });
  assert.match(answer.at(-1) ?? '', /^The number of schools causing concern is not told/);
  assert.equal(example, null);
});

test('files name no school and leave out the same numbers', async () => {
  const read = { ...inventedMembersRead, sources: [] };
  const csv = downloadAsCsv(membersDownload(read));
  const document = textOf(
    (await partsOf(await writeDocument(membersDocument(read))))['word/document.xml'] ?? '',
  );
  for (const file of [csv, document]) {
    assert.ok(!file.includes(inventedConcern.name) && !file.includes(inventedConcern.urn));
    assert.match(file, /suppressed: fewer than 6 schools/);
  }
});
