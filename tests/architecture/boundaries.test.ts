import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import configuration from '../../.dependency-cruiser.mjs';
import { makeSmallProject, project } from './small-project.fixture.ts';

/**
 * For each rule of `.dependency-cruiser.mjs` an import that it must refuse: from a file, to a file or package, and
 * `import type` where the rule refuses the type as well. The rule must find it in this very pair of files.
 */
const refused: Readonly<Record<string, readonly [from: string, to: string, how?: 'type']>> = {
  'analyse-uses-no-later-step': ['src/analyse/rules/a.ts', 'src/diagnose/rules/b.ts', 'type'],
  'diagnose-uses-no-later-step': ['src/diagnose/records/a.ts', 'src/commission/rules/b.ts', 'type'],
  'commission-uses-no-later-step': ['src/commission/actions/a.ts', 'src/grow-capacity/records/b.ts', 'type'],
  'grow-capacity-uses-no-later-step': ['src/grow-capacity/actions/a.ts', 'src/evaluate/rules/b.ts', 'type'],
  'ground-uses-no-step': ['src/schools/rules/a.ts', 'src/analyse/rules/c.ts', 'type'],
  'steps-read-rules-and-records-of-earlier-steps': ['src/diagnose/actions/d.ts', 'src/analyse/actions/e.ts'],
  'rules-are-pure': ['src/analyse/rules/f.ts', 'src/analyse/records/g.ts'],
  'rules-do-no-input-or-output': ['src/analyse/rules/h.ts', 'node:fs'],
  'rules-take-reference-data-as-an-argument': ['src/analyse/rules/i.ts', 'src/law/reference.ts'],
  'records-use-the-database-and-types-of-rules': ['src/analyse/records/j.ts', 'src/published/store/k.ts'],
  'records-run-no-rules': ['src/analyse/records/l.ts', 'src/analyse/rules/m.ts'],
  'records-know-no-action-or-page': ['src/analyse/records/n.ts', 'src/analyse/actions/o.ts', 'type'],
  'actions-know-no-page': ['src/analyse/actions/p.ts', 'src/platform/web/q.ts', 'type'],
  'actions-reach-data-through-records': ['src/analyse/actions/r.ts', 'kysely'],
  'pages-use-actions-and-the-page-shell': ['src/analyse/pages/one/a.ts', 'src/analyse/rules/s.ts'],
  'pages-know-no-database': ['src/analyse/pages/one/b.ts', 'src/platform/database/t.ts', 'type'],
  'pages-stand-alone': ['src/analyse/pages/one/c.ts', 'src/analyse/pages/two/d.ts', 'type'],
  'commands-use-actions': ['src/analyse/commands.ts', 'src/analyse/records/u.ts'],
  'only-main-knows-every-room': ['src/platform/web/v.ts', 'src/schools/commands.ts', 'type'],
  'only-main-loads-the-demonstration': ['src/published/actions/w.ts', 'demonstration/x.ts', 'type'],
  'demonstration-uses-no-rule': ['demonstration/y.ts', 'src/published/read/z.ts'],
  'published-uses-only-what-a-school-is': ['src/published/facts/a.ts', 'src/schools/records/b.ts', 'type'],
  'platform-knows-no-room': ['src/platform/web/c.ts', 'src/people/actions/d.ts'],
  'statistics-stand-alone': ['src/statistics/e.ts', 'src/schools/rules/f.ts', 'type'],
  'law-knows-dates-and-reference-data': ['src/law/g.ts', 'src/people/records/h.ts'],
  'only-law-reads-reference-data': ['src/analyse/actions/i.ts', 'reference/j.json'],
  'parts-is-types-only': ['src/parts.ts', 'src/platform/k.ts'],
  'nothing-runs-tests': ['src/analyse/actions/l.ts', 'src/analyse/actions/m.test.ts', 'type'],
  'no-cycles': ['src/platform/n.ts', 'src/platform/o.ts'],
  'no-type-cycles-between-rooms': ['src/schools/rules/p.ts', 'src/people/rules/q.ts', 'type'],
  'no-development-packages-in-the-product': ['src/platform/r.ts', 'prettier'],
  'packages-are-declared': ['src/platform/s.ts', 'undici'],
  'everything-resolves': ['src/platform/t.ts', 'src/platform/not-there.ts'],
  'no-shapeless-names': ['src/platform/u.ts', 'src/platform/utils.ts'],
};

/** Files that point back, for the rules about cycles. */
const back: Readonly<Record<string, string>> = {
  'src/platform/o.ts': 'src/platform/n.ts',
  'src/people/rules/q.ts': 'src/schools/rules/p.ts',
};

const isFile = (name: string) => name.includes('/');

function importOf(to: string, how?: 'type'): string {
  const name = !isFile(to) ? to : to.startsWith('src/') ? to.replace('src/', '#/') : `/${to}`;
  return how === 'type' ? `import type { It } from '${name}';\n` : `import { it } from '${name}';\n`;
}

const content = (name: string, imports = '') =>
  name.endsWith('.json') ? '{}' : `${imports}export type It = 1;\nexport const it = 1;\n`;

const violations = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Every rule that the project's own configuration has against these files, as `rule: from → to`. */
function found(): ReadonlySet<string> {
  const small = makeSmallProject();
  try {
    const { folder } = small;
    for (const [from, to, how] of Object.values(refused)) {
      const missing = to.endsWith('not-there.ts');
      // Across the border of `src` there is no short name: the path is written out.
      const path = isFile(to) && !to.startsWith('src/') ? join(folder, to) : to;
      const line = path === to ? importOf(to, how) : importOf(to, how).replace(`/${to}`, path);
      small.write({ [from]: content(from, line) });
      const returning = back[to];
      if (isFile(to) && !missing && !(to in sources)) {
        small.write({ [to]: content(to, returning === undefined ? '' : importOf(returning, how)) });
      }
    }
    small.write({ 'src/alone.ts': content('src/alone.ts') });
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(project, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config=.dependency-cruiser.mjs',
        '--output-type=json',
        ...['src', 'demonstration'].filter((name) => existsSync(join(folder, name))),
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 },
    );
    const { summary } = violations.parse(JSON.parse(stdout));
    return new Set(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
  } finally {
    small.remove();
  }
}

/** A package is found as its file below `node_modules`, a module of Node’s own without its prefix. */
const nameFound = (to: string) =>
  isFile(to) ? to.replace('src/platform/not-there.ts', '#/platform/not-there.ts') : to.replace('node:', '');

const sources = Object.fromEntries(Object.values(refused).map(([from]) => [from, true]));
const all = found();

for (const [rule, [from, to]] of Object.entries(refused)) {
  test(`the boundary “${rule}” refuses ${from} → ${to}`, () => {
    const lines = [...all].filter((line) => line.includes(from));
    // A cycle is told from whichever of its files comes first.
    const told = lines.filter((line) => line.startsWith(`${rule}: `) && line.includes(nameFound(to)));
    assert.ok(told.length > 0, `Only this was found: ${lines.join('; ')}`);
  });
}

test('the boundary “no-orphans” refuses a file that nothing uses and that uses nothing', () => {
  assert.ok(all.has('no-orphans: src/alone.ts → src/alone.ts'));
});

test('every boundary there is has been shown to refuse something', () => {
  const names = configuration.forbidden.map(({ name }) => name);
  assert.deepEqual([...Object.keys(refused), 'no-orphans'].sort(), names.sort());
});
