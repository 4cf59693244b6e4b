import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadForecastModels, modelKnownOn, readForecastModel } from './forecast-models.ts';

const models = loadForecastModels();

test('nobody changes a model that ships by hand: a fitted one states its digest here', () => {
  assert.deepEqual(Object.fromEntries(models.map(({ id, digest }) => [id, digest])), {
    'grades-2013-08-31': 'efaeb10803b6',
    'grades-2018-08-31': 'abf5d33237a1',
    'grades-2021-08-31': '43fd86c0b889',
    'grades-2023-08-31': '2a0e43d5587b',
    'grades-2025-08-31': '56fbcb732d6f',
  });
});

test('a forecast as at a day is made with the latest model fitted by then, and with none before the first', () => {
  const on = (date: string) => modelKnownOn(models, date)?.fittedAsAt ?? null;
  assert.equal(on('2013-08-30'), null);
  assert.equal(on('2013-08-31'), '2013-08-31');
  assert.equal(on('2018-08-30'), '2013-08-31');
  assert.equal(on('2026-04-30'), '2025-08-31');
});

test('the chances of every chain are chances, and what an inspection finds adds up to one', () => {
  for (const { id, trajectory } of models) {
    const { hazards, firstHazards, outcomes, firstOutcomes } = trajectory.paths;
    assert.ok(
      [...hazards, firstHazards].flat().every((chance) => chance >= 0 && chance < 1),
      id,
    );
    for (const found of [...outcomes, firstOutcomes])
      assert.ok(Math.abs(found.reduce((sum, chance) => sum + chance, 0) - 1) < 3e-4, id);
  }
});

test('a number changed changes the digest, and what is no model is refused with all that is wrong', () => {
  const text = readFileSync(
    new URL('../../reference/models/grades-2018-08-31.json', import.meta.url),
    'utf8',
  );
  const model = JSON.parse(text) as { id: string; trajectory: { missed: number } };
  model.trajectory.missed += 0.0001;
  const { digest } = readForecastModel(JSON.stringify(model));
  assert.match(digest, /^[0-9a-f]{12}$/);
  assert.notEqual(digest, models.find(({ id }) => id === model.id)?.digest);
  model.trajectory.missed = 2;
  assert.throws(
    () => readForecastModel(JSON.stringify({ ...model, id: 'Not An Id' })),
    (error: Error) => {
      assert.match(error.message, /id: /);
      assert.match(error.message, /trajectory › missed/);
      return true;
    },
  );
});
