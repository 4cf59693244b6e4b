import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble, say } from './trouble.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium, or `null`. */
function findChromium() {
  const places = (process.env['PATH'] ?? '').split(':');
  return (
    places.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path)) ?? null
  );
}

/**
 * Makes sure that there is a browser for the tests of the pages, from the system's own packages, and returns its path.
 */
export function installChromium() {
  const there = findChromium();
  if (there !== null) return there;
  const asRoot = howToBeRoot();
  if (asRoot !== null && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium from the system’s packages (once)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '--quiet=2'],
      ['install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium'],
    ]) {
      const [program = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
      const { status, stderr } = spawnSync(program, rest, { encoding: 'utf8', env });
      if (status !== 0) say(stderr.trim());
    }
  }
  const now = findChromium();
  if (now !== null) return now;
  throw new Trouble('There is no Chromium, so the pages cannot be tested in a browser.', [
    'Install it as root, then run npm test again: apt-get update && apt-get install chromium',
  ]);
}

function howToBeRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}
