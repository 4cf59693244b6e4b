import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { npm } from './npm.mjs';
import { Trouble, say } from './trouble.mjs';

/** The first Node that runs TypeScript as written and that every package accepts (jsdom asks most: 24.15). */
const needed = { major: 24, minor: 15 };

const project = join(import.meta.dirname, '..');
const pinned = join(import.meta.dirname, 'runtime');
const runtime = join(project, '.runtime');

/**
 * The path of a Node that is new enough: the one that runs if it is, else one fetched from the npm registry into
 * `.runtime`, once, in the version and with the content that `scripts/runtime/package-lock.json` pins.
 *
 * The packages `node-linux-…` are asked for by name, because the package `node` picks one of them in a script after
 * installing, and npm 11 does not run such scripts.
 */
export async function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const wanted = versionPinned();
  const home = join(runtime, `node-${wanted}`);
  const node = join(home, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(node)) return node;
  await alone(
    join(runtime, 'fetching-node'),
    () => say('Waiting for another start that is fetching Node…'),
    async () => {
      if (existsSync(node)) return;
      say(`Fetching Node ${wanted} (this computer has ${process.versions.node}; once, about 60 MB)…`);
      await fetchNode(home, node, wanted);
    },
  );
  return node;
}

/**
 * @param {string} home
 * @param {string} node
 * @param {string} wanted
 */
async function fetchNode(home, node, wanted) {
  // Fetched beside and renamed: a fetch that was interrupted is never taken for a whole one.
  const unfinished = `${home}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(pinned, name), join(unfinished, name));
  await npm(['ci', '--ignore-scripts'], { folder: unfinished, purpose: `fetch Node ${wanted}` });
  renameSync(unfinished, home);
  const { status, stderr, error } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (status === 0) return;
  rmSync(home, { recursive: true, force: true });
  throw new Trouble(
    `Node ${wanted} does not run on this computer (${process.platform}, ${process.arch}): ${error?.message ?? stderr}`,
    [`Install Node ${needed.major}.${needed.minor} or later yourself (https://nodejs.org) and start again.`],
  );
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed.major || (major === needed.major && minor >= needed.minor);
}

function versionPinned() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(pinned, 'package.json'), 'utf8'));
  return optionalDependencies[`node-${process.platform}-${process.arch}`] ?? 'for another kind of computer';
}
