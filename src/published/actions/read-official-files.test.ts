import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficialPublication, ReleaseDate } from '#/law/reference.ts';
import { loadReference } from '#/law/reference.ts';
import { layouts } from '#/published/layouts.ts';
import type { Source } from '#/published/source.ts';
import { officialFile } from './read-official-files.ts';

const yearly: OfficialPublication = {
  id: 'key-stage-4',
  title: 'Key stage 4 school performance tables',
  publisher: 'Department for Education',
  page: { address: 'https://example.org/download', status: 'confirmed' },
  layouts: ['key-stage-4'],
  rhythm: 'yearly',
  publication: 'key-stage-4',
  releases: [
    { release: 'provisional', month: 10, yearsAfter: 0 },
    { release: 'revised', month: 2, yearsAfter: 1 },
  ],
  firstYear: 2023,
  lastYear: null,
  withoutYears: [],
  lookFor: 'Key stage 4 results, as CSV',
  source: 'invented for this test',
  status: 'unconfirmed',
};

const day: ReleaseDate = {
  publication: 'key-stage-4',
  year: 2025,
  release: 'provisional',
  on: '2025-10-16',
  source: 'invented for this test',
  status: 'unconfirmed',
};

const file = (changes: Partial<Source>) =>
  ({
    layout: 'key-stage-4',
    year: 2024,
    status: 'final',
    asAt: null,
    knownOn: '2025-02-27',
    ...changes,
  }) as Source;

const held = (today: string, sources: readonly Source[], publication = yearly) =>
  officialFile(publication, { releaseDates: [day] }, sources, today);

test('a release is due on its day where that is known, and after its usual month where it is not', () => {
  const before = held('2025-10-15', [file({})]);
  assert.deepEqual(before.next, { year: 2025, release: 'provisional', month: '2025-10', on: '2025-10-16' });
  assert.deepEqual([before.overdue, before.standing], [null, 'up to date']);
  const after = held('2025-10-16', [file({})]);
  assert.deepEqual(
    [after.overdue?.year, after.overdue?.release, after.standing],
    [2025, 'provisional', 'newer one is out'],
  );
  assert.deepEqual(after.next, { year: 2025, release: 'revised', month: '2026-02', on: null });
  const provisional = file({ year: 2025, status: 'provisional' });
  assert.equal(held('2026-02-28', [file({}), provisional]).overdue, null, 'the month is not over');
  assert.equal(held('2026-03-01', [file({}), provisional]).overdue?.release, 'revised');
});

test('a firmer release makes an earlier one of its year needless, and years left out are named', () => {
  const final = file({ year: 2025, status: 'final' });
  const told = held('2025-10-20', [final]);
  assert.deepEqual([told.overdue, told.standing], [null, 'up to date']);
  assert.deepEqual(told.missingYears, [2023, 2024]);
  assert.deepEqual(held('2025-10-20', [file({ year: 2025, status: 'not stated' })]).overdue, null);
});

test('without any file nothing is up to date; what this version does not read says so', () => {
  assert.equal(held('2025-10-20', []).standing, 'nothing imported');
  assert.equal(held('2025-10-20', [], { ...yearly, layouts: [] }).standing, 'not read');
});

test('a monthly file is out of date when it is older than a month’s file can be', () => {
  const monthly: OfficialPublication = { ...yearly, rhythm: 'monthly', releases: undefined, firstYear: null };
  const on = (asAt: string) => held('2025-10-20', [file({ year: null, asAt })], monthly).standing;
  assert.equal(on('2025-08-31'), 'up to date');
  assert.equal(on('2025-06-30'), 'newer one is out');
});

test('every publication of the reference data names layouts that there are, and every official layout has its publication', () => {
  const { officialPublications } = loadReference();
  const known = new Set(layouts.map(({ id }) => id));
  const named = officialPublications.flatMap((one) => one.layouts);
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  );
  assert.deepEqual(
    layouts.map(({ id }) => id).filter((id) => !named.includes(id)),
    ['compiled-inspections'],
    'the compiled list is nobody’s publication',
  );
});
