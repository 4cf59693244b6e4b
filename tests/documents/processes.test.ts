import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { processes } from '#/papers/rules/processes/processes.ts';
import { diagramsOf } from './process-diagrams.ts';

test('the diagrams in docs/processes.md are those of the processes', () => {
  const drawn = readFileSync(new URL('../../docs/processes.md', import.meta.url), 'utf8');
  assert.equal(
    drawn,
    diagramsOf(processes),
    'Run: node24 tests/documents/process-diagrams.ts > docs/processes.md',
  );
});
