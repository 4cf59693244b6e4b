import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}docs/requirements.md`, 'utf8');
const rows = text.split('\n').filter((line) => /^\| R\d{3} /.test(line));
const openSection = text.slice(text.indexOf('## Open'));

/** Every identity the mission has: R001 to R332. */
const all = Array.from({ length: 332 }, (_, index) => `R${String(index + 1).padStart(3, '0')}`);

const answered = rows.map((row) => row.slice(2, 6));
const open = openSection.match(/R\d{3}/g) ?? [];

test('every requirement is either answered or said to be open, once', () => {
  const counts = new Map<string, number>();
  for (const id of [...answered, ...open]) counts.set(id, (counts.get(id) ?? 0) + 1);
  assert.deepEqual(
    all.filter((id) => counts.get(id) !== 1),
    [],
  );
  assert.equal(counts.size, all.length);
});

test('the counts at the top are those of the rows', () => {
  const inState = (state: string) => rows.filter((row) => row.split('|')[2]?.trim() === state).length;
  const counted = `Of 332: ${inState('met')} met, ${inState('in part')} in part, ${open.length} open.`;
  assert.ok(text.includes(counted), `${counted} is what the rows say.`);
});

test('what is cited for a requirement exists: files, pages and commands', () => {
  const routes = readRoutes();
  const commands = readCommands();
  const missing = rows.flatMap((row) =>
    [...row.matchAll(/`([^`]+)`/g)].flatMap(([, cited = '']) => {
      if (cited.startsWith('middletier ')) {
        return commands.has(cited.split(' ')[1] ?? '') ? [] : [`${row.slice(2, 6)}: command ${cited}`];
      }
      if (cited.startsWith('/')) return routes.has(cited) ? [] : [`${row.slice(2, 6)}: page ${cited}`];
      return existsSync(root + cited) ? [] : [`${row.slice(2, 6)}: file ${cited}`];
    }),
  );
  assert.deepEqual(missing, []);
});

test('a requirement that is answered cites at least one test', () => {
  assert.deepEqual(
    rows.filter((row) => !row.includes('.test.ts`')).map((row) => row.slice(2, 6)),
    [],
  );
});

function readRoutes(): Set<string> {
  return new Set(findInSource(/(?:path:|path =|Address =) '(\/[^']*)'/g));
}

function readCommands(): Set<string> {
  return new Set(findInSource(/new Command\('([a-z-]+)'|\.command\('([a-z-]+)/g));
}

function findInSource(pattern: RegExp): string[] {
  return sourceFiles().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''),
  );
}

function sourceFiles(): string[] {
  return ['src', 'demonstration'].flatMap((folder) =>
    globSync(`${root}${folder}/**/*.ts`).filter((file) => !file.endsWith('.test.ts')),
  );
}
