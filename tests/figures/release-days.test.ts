import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { keyStage2Releases } from '#/published/key-stage-2/releases.ts';
import { keyStage4Releases } from '#/published/key-stage-4/releases.ts';

test('the days on which results became known are the same for importers and in the reference data', () => {
  const { releaseDates } = loadReference();
  const importers = [
    ...keyStage2Releases.map((release) => ({ ...release, keyStage: '2' })),
    ...keyStage4Releases.map((release) => ({ ...release, keyStage: '4' })),
  ];
  const different = importers.filter(({ keyStage, year, status, on }) => {
    const known = releaseDates.find(
      (date) => date.keyStage === keyStage && date.year === year && date.release === status,
    );
    return known !== undefined && known.on !== on;
  });
  assert.deepEqual(different, []);
});
