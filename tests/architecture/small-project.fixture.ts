import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks, testsCommand } from '../../scripts/checks.mjs';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** What the checks are set up by, and so what the small project has in common with the real one. */
const configuration = [
  '.dependency-cruiser.mjs',
  '.dependency-cruiser-rooms.mjs',
  '.prettierignore',
  '.prettierrc.json',
  'eslint.config.js',
  'knip.json',
  'package.json',
  'scripts',
  'tsconfig.json',
];

/** A project of a few lines, checked by the real checks: in order as it stands, until a file is added that is not. */
export interface SmallProject {
  readonly folder: string;
  /** Adds files: path and content. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Runs one check of `npm test` by its name. */
  readonly check: (name: string) => { readonly passed: boolean; readonly said: string };
  readonly remove: () => void;
}

const inOrder = {
  'src/main.ts': `import { rounded } from '#/statistics/rounded.ts';\n\nprocess.stdout.write(rounded(1.25));\n`,
  'src/statistics/rounded.ts': `export function rounded(value: number): string {\n  return value.toFixed(1);\n}\n`,
  'src/statistics/rounded.test.ts': [
    `import assert from 'node:assert/strict';`,
    `import { test } from 'node:test';`,
    `import { rounded } from './rounded.ts';`,
    ``,
    `test('a number has one decimal', () => {`,
    `  assert.equal(rounded(1.25), '1.3');`,
    `});`,
    ``,
  ].join('\n'),
};

export function makeSmallProject(): SmallProject {
  const folder = mkdtempSync(join(tmpdir(), 'middletier-architecture-'));
  for (const name of configuration) cpSync(join(project, name), join(folder, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  write(inOrder);
  return {
    folder,
    write,
    check: (name) => {
      const command =
        name === 'tests' ? testsCommand(folder) : checks.find((each) => each.name === name)?.command(folder);
      if (command === undefined) throw new Error(`npm test has no check called ${name}.`);
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: folder,
        encoding: 'utf8',
        // node:test does not run inside node:test unless it forgets that it is.
        env: { ...process.env, NODE_TEST_CONTEXT: undefined, FORCE_COLOR: '0' },
      });
      return { passed: status === 0, said: `${stdout}${stderr}` };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
