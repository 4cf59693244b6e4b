import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { layouts } from '#/published/layouts.ts';

const { releaseDates, nationalFigures, officialPublications } = loadReference();
const tables = layouts.flatMap(({ results }) => (results === undefined ? [] : [results]));

test('the reference data says when the tables of every year that can be imported could first be read', () => {
  for (const { publication, year } of tables) {
    const known = releaseDates.filter((one) => one.publication === publication && one.release === 'final');
    const without = year.years.filter((each) => !known.some((one) => one.year === each));
    assert.deepEqual(without, [], publication);
  }
});

test('the measures that give a year away have England’s figures in the reference data, and columns in the tables', () => {
  for (const { year, measures } of tables) {
    for (const id of year.england?.measures ?? []) {
      const years = nationalFigures.filter((one) => one.measure === id && one.number !== null);
      assert.ok(years.length > 2, id);
      assert.ok(
        measures.some(({ measure }) => measure === id),
        id,
      );
    }
  }
});

test('every layout that is read stands in the list of publications, and the list names no other', () => {
  // A list compiled by others has no publisher’s page.
  const compiled = ['compiled-inspections'];
  const read = layouts.map(({ id }) => id).filter((id) => !compiled.includes(id));
  assert.deepEqual(
    officialPublications.flatMap((publication) => publication.layouts).toSorted(),
    read.toSorted(),
  );
});
