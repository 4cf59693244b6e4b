import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role } from './roles.ts';
import { whomToAsk, type Holder } from './whom-to-ask.ts';

const somebody = (role: Role, schools: Holder['schools'] = 'all') => ({ role, schools });
const officer = somebody('intervention officer', ['900001', '900002']);
const partner = somebody('challenge partner', ['900003']);
const everywhere = somebody('intervention officer');
const head = somebody('head of service');
const director = somebody('director');
const governors = somebody('governor support');

test('a school asks the officer or partner who was given it', () => {
  const all = [director, head, everywhere, officer, partner];
  assert.deepEqual(whomToAsk(all, '900001'), { ours: [officer], instead: [], governance: [] });
  assert.deepEqual(whomToAsk(all, '900003').ours, [partner]);
});

test('a school that nobody was given asks the nearest there is, so that nobody is without', () => {
  assert.deepEqual(whomToAsk([director, head, everywhere, officer], '900009').instead, [everywhere]);
  assert.deepEqual(whomToAsk([director, head, officer], '900009').instead, [head]);
  assert.deepEqual(whomToAsk([director, officer], '900009').instead, [director]);
  assert.deepEqual(whomToAsk([somebody('administrator')], '900009').instead.length, 1);
});

test('an authority that knows nobody can name nobody, and says so by an empty list', () => {
  assert.deepEqual(whomToAsk([officer], '900009'), { ours: [], instead: [], governance: [] });
});

test('questions of governance have their own people, whoever the officer is', () => {
  assert.deepEqual(whomToAsk([officer, governors], '900001').governance, [governors]);
});
