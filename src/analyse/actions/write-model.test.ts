import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadForecastModels, readForecastModel } from '#/law/forecast-models.ts';
import { KnownError } from '#/platform/errors.ts';
import { writeModel } from './write-model.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-model-'));
});
after(() => {
  rmSync(folder, { recursive: true });
});

test('a model that was written is read again as the same, to the last number', () => {
  const model = loadForecastModels().at(-1);
  assert.ok(model !== undefined);
  const path = writeModel(join(folder, 'models', 'model.json'), model);
  assert.deepEqual(readForecastModel(readFileSync(path, 'utf8')), model);
  assert.deepEqual(readdirSync(join(folder, 'models')), ['model.json']);
});

test('where a file cannot be written, it is said which and what to do', () => {
  const model = loadForecastModels().at(-1);
  assert.ok(model !== undefined);
  writeFileSync(join(folder, 'taken'), 'a file, not a folder');
  assert.throws(
    () => writeModel(join(folder, 'taken', 'model.json'), model),
    (error: unknown) =>
      error instanceof KnownError && error.code === 'file-unwritable' && error.message.includes('taken'),
  );
});
