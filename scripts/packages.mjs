import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { npm } from './npm.mjs';
import { Trouble, say } from './trouble.mjs';

const project = join(import.meta.dirname, '..');

/**
 * Installs the packages of `package-lock.json` when those in `node_modules` are not the same; takes milliseconds when
 * they are.
 *
 * npm writes `node_modules/.package-lock.json` as the last thing it does, so an installation that was interrupted has
 * none, and one made by hand counts.
 *
 * @param {{ development: boolean }} options whether the packages that only the checks need are wanted too.
 */
export async function installPackages({ development }) {
  if (isInstalled(development)) return;
  await alone(
    join(project, '.runtime', 'installing'),
    () => say('Waiting for another start that is installing packages…'),
    async () => {
      if (isInstalled(development)) return;
      say('Installing packages (once, about a minute)…');
      // What only the checks need is kept where it was installed before.
      const everything = development || hasDevelopmentPackages();
      await npm(['ci', ...(everything ? ['--include=dev'] : ['--omit=dev'])], {
        folder: project,
        purpose: 'install the packages',
      });
      if (!isInstalled(development)) {
        throw new Trouble('The packages were installed but are not those of package-lock.json.', [
          'Run npm ci and read what it says.',
        ]);
      }
    },
  );
}

/** @param {boolean} development */
function isInstalled(development) {
  const there = packagesIn('node_modules/.package-lock.json');
  if (there === null) return false;
  const wanted = Object.entries(packagesIn('package-lock.json') ?? {});
  return wanted.every(([path, { version, integrity, dev, optional, devOptional, link }]) => {
    // Optional packages are for one kind of computer each: what is missing is met where it is used.
    if (path === '' || optional || link || ((dev || devOptional) && !development)) return true;
    const found = there[path];
    return found?.version === version && found.integrity === integrity;
  });
}

function hasDevelopmentPackages() {
  return Object.values(packagesIn('node_modules/.package-lock.json') ?? {}).some(({ dev }) => dev);
}

/** @param {string} name */
function packagesIn(name) {
  try {
    return JSON.parse(readFileSync(join(project, name), 'utf8')).packages;
  } catch {
    return null;
  }
}
