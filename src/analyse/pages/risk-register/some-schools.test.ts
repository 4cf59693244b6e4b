import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedRegister } from '#/analyse/pages/invented.fixture.ts';
import { readListRequest } from './list-request.ts';
import { registerDownload } from './register-export.ts';
import { registerView } from './register-view.ts';

const some = { ...inventedRegister, whole: false, rows: inventedRegister.rows.slice(0, 1) };

test('the register of whoever sees some schools counts those alone, and says whose they are', () => {
  const view = registerView(some, readListRequest({}));
  assert.match(view.heading, /your schools/);
  assert.equal(view.found, '1 of 1 school');
  assert.match(view.reach ?? '', /1 school: yours/);
  assert.match(registerDownload(some, some.rows).notes.about.join(' '), /1 of 1 of your schools/);
});
