import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import {
  inventedRegister,
  inventedRows,
  inventedRun,
  inventedScheme,
} from '#/analyse/pages/invented.fixture.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { tellSchool } from './tell-school.ts';

function told(): readonly string[] {
  const [row] = inventedRows;
  assert.ok(row);
  const lines: string[] = [];
  const terminal = {
    line: (text = '') => void lines.push(text),
    table: () => undefined,
  } as unknown as Terminal;
  const evidence = { school: row.school, inspections: [] };
  const read = {
    authority: inventedRegister.authority,
    run: inventedRun,
    scheme: inventedScheme,
    row,
    category: 'shown',
    notCounted: [],
    evidence,
    invented: true,
  } as unknown as SchoolRead;
  tellSchool(terminal, read);
  return lines;
}

test('on the terminal a category’s code never stands without its meaning: the letters are not in order of quality', () => {
  const lines = told();
  assert.ok(lines.includes('Proposed category: A4 School of concern'), lines.join('\n'));
  assert.ok(lines.includes('In the run before: B3 Requires improvement'));
  assert.ok(lines.includes('  - Fewer than 25 points. Then: B3 Requires improvement'));
  const bare = lines.filter((line) => /\b[A-F][1-4]\b(?! [A-Z][a-z])/.test(line));
  assert.deepEqual(bare, []);
});

test('a scheme goes by its title, and a date has its year', () => {
  assert.ok(told().includes('As known on 31 August 2025, scheme Norfolk 2013'));
});
