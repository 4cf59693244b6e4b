import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const documents = [
  ...globSync('*.md', { cwd: root }),
  ...['benchmarks', 'demonstration', 'docs', 'reference', 'scripts', 'src', 'tests'].flatMap((folder) =>
    globSync(`${folder}/**/*.md`, { cwd: root }),
  ),
];

test('what a document links to is there', () => {
  const found = cited(/\]\((?![a-z]+:|#)([^)#\s]+)/g, (document) => dirname(document));
  // A pattern that finds nothing would find nothing missing.
  assert.ok(found.length > 50, `${found.length} links`);
  assert.deepEqual(missing(found), []);
});

test('a file of the sources that a document names is there', () => {
  const found = cited(/`((?:src|docs|tests|reference)\/[\w/.-]+\.\w+)`/g, () => '');
  assert.ok(found.length > 50, `${found.length} names`);
  assert.deepEqual(missing(found), []);
});

interface Cited {
  readonly document: string;
  /** From the root of the project. */
  readonly path: string;
}

function cited(pattern: RegExp, folderOf: (document: string) => string): Cited[] {
  return documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(pattern)].map(([, path = '']) => ({
      document,
      path: join(folderOf(document), path),
    })),
  );
}

function missing(found: readonly Cited[]): string[] {
  return found
    .filter(({ path }) => !existsSync(join(root, path)))
    .map(({ document, path }) => `${document}: ${path}`);
}
