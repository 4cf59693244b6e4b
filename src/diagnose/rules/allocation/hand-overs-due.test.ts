import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HadSchool } from './continuity.ts';
import { handOversDue } from './hand-overs-due.ts';

const today = '2026-11-22';
const had = (person: string, from: string, last: string | null = null): HadSchool => ({ person, from, last });

test('whoever left a school in the last term, or will leave it, owes a hand-over note to whoever has it next', () => {
  assert.deepEqual(handOversDue([had('a', '2024-09-01', '2026-10-31'), had('b', '2026-11-01')], today), [
    { from: 'a', to: 'b', on: '2026-10-31' },
  ]);
  assert.deepEqual(handOversDue([had('a', '2024-09-01', '2026-12-31'), had('b', '2027-01-01')], today), [
    { from: 'a', to: 'b', on: '2026-12-31' },
  ]);
  assert.deepEqual(handOversDue([had('a', '2024-09-01', '2026-10-31')], today), [
    { from: 'a', to: null, on: '2026-10-31' },
  ]);
});

test('nothing is owed for what is long past, for a role that goes on, or where somebody else had it all the time', () => {
  assert.deepEqual(handOversDue([had('a', '2022-09-01', '2025-08-31'), had('b', '2025-09-01')], today), []);
  assert.deepEqual(handOversDue([had('a', '2024-09-01', '2026-10-31'), had('a', '2026-11-01')], today), []);
  assert.deepEqual(handOversDue([had('a', '2024-09-01', '2026-10-31'), had('b', '2024-09-01')], today), []);
  assert.deepEqual(handOversDue([had('a', '2024-09-01')], today), []);
  assert.deepEqual(
    handOversDue([had('a', '2026-09-01', '2026-08-31')], today),
    [],
    'it ended before it began',
  );
});
