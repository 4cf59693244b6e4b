import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markingRead, nothingKept } from '#/analyse/pages/marking/marking.fixture.ts';
import { categoryMarksView } from './category-marks-view.ts';

test('how often inspections found something else than the category expected is said of how many, and of which analyses', () => {
  const view = categoryMarksView(markingRead().categories, 'fenshire');
  assert.equal(
    view?.words,
    'The inspection that followed differed from what the category expected in 44% (17 of 39): it found worse in 23% (9 of 39) and better in 21% (8 of 39). Of the last category before each inspection, from analyses as at 31 August 2018.',
  );
  assert.equal(view.href, '/authorities/fenshire/marking#categories');
});

test('whoever may not read categories is shown nothing of it, and where nothing is known it is said', () => {
  assert.equal(categoryMarksView(null, 'fenshire'), null);
  assert.match(
    categoryMarksView(markingRead(nothingKept()).categories, 'fenshire')?.words ?? '',
    /no analysis by this scheme was kept/,
  );
});
