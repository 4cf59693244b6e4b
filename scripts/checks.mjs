import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** Folders with TypeScript of ours; those a checkout does not have are left out. */
const folders = () =>
  ['src', 'demonstration', 'tests', 'benchmarks'].filter((name) => existsSync(join(project, name)));

/** @param {string} name */
const tool = (name) => join('node_modules', ...name.split('/'));

/**
 * Every check of `npm test`, in the order they run: the quick and general first. `command` is what Node is given.
 *
 * @type {readonly { name: string, command: () => readonly string[] }[]}
 */
export const checks = [
  { name: 'format', command: () => [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'types', command: () => [tool('typescript/bin/tsc'), '--project', '.'] },
  { name: 'lint', command: () => [tool('eslint/bin/eslint.js'), '--max-warnings=0', '.'] },
  {
    name: 'boundaries of rooms',
    command: () => [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config=.dependency-cruiser.mjs',
      '--output-type=err-long',
      ...folders(),
    ],
  },
  { name: 'dead code', command: () => [tool('knip/bin/knip.js'), '--no-config-hints'] },
];

/** The tests, which are counted one by one. */
export function testsCommand() {
  const files = folders().flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
  return [
    '--test',
    '--test-reporter=./scripts/test-reporter.mjs',
    `--test-concurrency=${availableParallelism()}`,
    ...files.sort(),
  ];
}
