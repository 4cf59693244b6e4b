import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/**
 * Folders with TypeScript of ours; those a checkout does not have are left out.
 *
 * @param {string} root
 */
const folders = (root) =>
  ['src', 'demonstration', 'tests', 'benchmarks'].filter((name) => existsSync(join(root, name)));

/** @param {string} name */
const tool = (name) => join('node_modules', ...name.split('/'));

/**
 * Every check of `npm test`, in the order they run: the quick and general first. `command` is what Node is given
 * in the project's root.
 *
 * @type {readonly { name: string, command: (root: string) => readonly string[] }[]}
 */
export const checks = [
  { name: 'format', command: () => [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'types', command: () => [tool('typescript/bin/tsc'), '--project', '.'] },
  { name: 'lint', command: () => [tool('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  {
    name: 'boundaries of rooms',
    command: (root) => [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config=.dependency-cruiser.mjs',
      '--output-type=err-long',
      ...folders(root),
    ],
  },
  { name: 'dead code', command: () => [tool('knip/bin/knip.js'), '--no-config-hints'] },
  { name: 'packages', command: () => [join('scripts', 'check-packages.mjs')] },
  { name: 'known weaknesses', command: () => [join('scripts', 'audit.mjs')] },
];

/**
 * The tests, which are counted one by one.
 *
 * @param {string} root
 */
export function testsCommand(root) {
  const files = folders(root).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
  return [
    '--test',
    '--test-reporter=./scripts/test-reporter.mjs',
    `--test-concurrency=${availableParallelism()}`,
    // A test that fails with something still open must not keep the others' results back for ever.
    '--test-force-exit',
    '--test-timeout=600000',
    ...files.sort(),
  ];
}
