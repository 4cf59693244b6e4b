// `npm test`: sets up what is missing, then runs every check in turn. The last line is the totals, alone on it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks, testsCommand } from './checks.mjs';
import { installChromium } from './chromium.mjs';
import { findNode } from './node.mjs';
import { installPackages } from './packages.mjs';
import { Trouble, run } from './trouble.mjs';

const project = join(import.meta.dirname, '..');
const compiled = join(project, '.runtime', 'compiled');

await run(async () => {
  const node = await findNode();
  await installPackages({ development: true });
  let [passed, failed] = [0, 0];
  /** @type {(name: string, took: number, ok: boolean, note?: string) => void} */
  const count = (name, took, ok, note = '') => {
    if (ok) passed += 1;
    else failed += 1;
    process.stdout.write(`${ok ? '✔' : '✖'} ${name} (${took.toFixed(1)} s)${note}\n`);
  };

  const browser = chromium();
  for (const { name, command } of checks) {
    const { status, took } = timed(node, command(project), browser.environment);
    count(name, took, status === 0);
  }
  const { took, tests, status } = runTests(node, browser.environment);
  // A runner that ends badly although no test failed has not run them all.
  count(
    'tests',
    took,
    status === 0,
    `: ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`,
  );
  if (!browser.found) failed += 1;
  process.stdout.write(`\n${passed + tests.passed} passed, ${failed + tests.failed} failed\n`);
  return failed + tests.failed === 0 ? 0 : 1;
});

function chromium() {
  try {
    return { found: true, environment: { CHROMIUM: installChromium() } };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stdout.write(`✖ ${error.message}\n${error.whatToDo.map((each) => `  - ${each}\n`).join('')}`);
    return { found: false, environment: {} };
  }
}

/**
 * @param {string} node
 * @param {Record<string, string>} environment
 */
function runTests(node, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'middletier-tests-'));
  const counts = join(folder, 'counts.json');
  // What the first test of pages loads and the others copy; PostgreSQL may be another account, so it stands by itself.
  const county = mkdtempSync(join(tmpdir(), 'middletier-county-'));
  try {
    const { status, took } = timed(node, testsCommand(project), {
      ...environment,
      TEST_COUNTS: counts,
      COUNTY_FOLDER: county,
    });
    return { status, took, tests: readCounts(counts) };
  } finally {
    for (const made of [folder, county, `${county}.making`, `${county}.ready`])
      rmSync(made, { recursive: true, force: true });
  }
}

/** @param {string} path */
function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 */
function timed(node, args, environment) {
  const begun = performance.now();
  const { status } = spawnSync(node, args, {
    cwd: project,
    stdio: 'inherit',
    // Each test file is a process: what Node compiled for one serves the next (by content, so never stale).
    env: { NODE_COMPILE_CACHE: compiled, ...withoutSettings(process.env), ...environment, NO_COLOR: '1' },
  });
  return { status, took: (performance.now() - begun) / 1000 };
}

/**
 * The checks must not depend on how somebody has set up the Middle Tier they use.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function withoutSettings(environment) {
  const ours = /^(?:MIDDLETIER_(?!SHARED$)|DATABASE_URL$|PORT$|HOST$|NODE_OPTIONS$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
