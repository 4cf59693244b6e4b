import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checks } from '../../scripts/checks.mjs';
import { startRegistry } from './registry.fixture.ts';
import { makeSmallProject } from './small-project.fixture.ts';

/** Says of one package that a weakness is known; of the packages that are in order it knows nothing. */
const registry = await startRegistry({
  'weak-package': [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'Reads what it should not',
      severity: 'high',
      vulnerable_versions: '<2.0.0',
    },
  ],
});
after(registry.stop);

const integrity = `sha512-${'A'.repeat(86)}==`;

/** A package as \`package-lock.json\` names it. */
const locked = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  [`node_modules/${name}`]: { version: '1.0.0', integrity, license: 'MIT', ...more },
});

const lockOf = (...packages: readonly object[]): string => {
  const all = Object.assign({}, ...packages) as Readonly<Record<string, object>>;
  const names = Object.keys(all).map((place) => place.replace('node_modules/', ''));
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const content = {
    name: 'small',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies }, ...all },
  };
  return JSON.stringify(content);
};

/** For each check of `npm test`, files that it must refuse, and what it must say about them. */
const refused: Readonly<Record<string, readonly [files: Record<string, string>, says: readonly RegExp[]]>> = {
  format: [{ 'src/untidy.ts': 'export const   untidy = "untidy"' }, [/src\/untidy\.ts/]],
  types: [
    {
      'src/wrong.ts': `export const age: number = 'eleven';\n`,
      'src/first.ts': `export function first(list: readonly string[]): string {\n  return list[0];\n}\n`,
      'src/phase.ts': `export enum Phase {\n  Primary,\n}\n`,
    },
    [/src\/wrong\.ts.*TS2322/, /src\/first\.ts.*TS2322/, /src\/phase\.ts.*TS1294/],
  ],
  lint: [
    {
      'src/manager.ts': `export class SchoolManager {\n  name = 'a';\n}\n`,
      'src/nameless.ts': `export default 1;\n`,
      'src/anything.ts': `export const anything: any = 1;\n`,
      'src/adrift.ts': `export function adrift(): void {\n  Promise.resolve(1);\n}\n`,
      'src/analyse/rules/clock.ts': `export const now = () => new Date();\n`,
      'src/analyse/rules/chance.ts': `export const roll = () => Math.random();\n`,
      'src/analyse/rules/setting.ts': `export const home = process.env['HOME'];\n`,
      'src/long.ts': `export const lines = [\n${'  1,\n'.repeat(300)}];\n`,
    },
    [
      /No classes but errors/,
      /Named exports/,
      /no-explicit-any/,
      /no-floating-promises/,
      /A rule has no clock/,
      /A rule has no chance/,
      /pure function of evidence/,
      /max-lines/,
    ],
  ],
  'boundaries of rooms': [
    {
      'src/statistics/leans.ts': `import { rounded } from '#/schools/rules/rounded.ts';\n\nexport const leans = rounded;\n`,
      'src/schools/rules/rounded.ts': `export const rounded = (value: number) => value.toFixed(1);\n`,
    },
    [/statistics-stand-alone: src\/statistics\/leans\.ts/],
  ],
  'dead code': [
    {
      'src/forgotten.ts': `export const forgotten = 1;\n`,
      'src/statistics/rounded.ts': `export function rounded(value: number): string {\n  return value.toFixed(1);\n}\n\nexport const unused = 1;\n`,
    },
    [/src\/forgotten\.ts/, /unused/],
  ],
  packages: [
    {
      'package.json': JSON.stringify({ dependencies: { loose: '^1.0.0' } }),
      'package-lock.json': lockOf(
        locked('loose'),
        locked('changed', { integrity: undefined }),
        locked('strange', { resolved: 'https://elsewhere.example/strange.tgz' }),
        locked('closed', { license: 'UNLICENSED' }),
      ),
    },
    [
      /loose is “\^1\.0\.0”, not one exact version/,
      /changed is not known by its content/,
      /strange comes from elsewhere/,
      /closed is under “UNLICENSED”/,
    ],
  ],
  'known weaknesses': [
    {
      '.npmrc': `registry=${registry.address}\n`,
      'package.json': JSON.stringify({ name: 'small', dependencies: { 'weak-package': '1.0.0' } }),
      'package-lock.json': lockOf(locked('weak-package')),
    },
    [/weak-package .*high\. Reads what it should not \(https:\/\/advisories\.example\/1\)/],
  ],
  tests: [
    {
      'src/wrong.test.ts': [
        `import assert from 'node:assert/strict';`,
        `import { test } from 'node:test';`,
        ``,
        `test('one is two', () => {`,
        `  assert.equal(1, 2);`,
        `});`,
      ].join('\n'),
      'src/broken.test.ts': `throw new Error('does not load');\n`,
    },
    [/✖ one is two \(src\/wrong\.test\.ts/, /does not load/],
  ],
};

test('every check of npm test is shown to fail below', () => {
  assert.deepEqual(Object.keys(refused).sort(), [...checks.map(({ name }) => name), 'tests'].sort());
});

for (const [name, [files, says]] of Object.entries(refused)) {
  test(`the check of ${name} passes what is in order and refuses what is not`, (t) => {
    const project = makeSmallProject();
    t.after(project.remove);
    // Of a project this small most packages are unused, which is not what is tested here.
    project.write({
      'package.json': JSON.stringify({ type: 'module', imports: { '#/*': './src/*' } }, null, 2) + '\n',
    });
    const before = project.check(name);
    assert.ok(before.passed, before.said);

    project.write(files);
    const after = project.check(name);
    assert.ok(!after.passed, `The check of ${name} passed: ${after.said}`);
    for (const pattern of says) assert.match(after.said, pattern);
  });
}
