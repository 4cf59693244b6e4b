import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for another that loads the county, in ms. */
const longest = 300_000;

/**
 * Fills an empty data folder with the invented county, as a site leaves it that was started once and ended. The first
 * test of a run that asks has it loaded, the others copy: it is the same county, and loading it takes a core for long.
 * Where no run says where it is kept (`COUNTY_FOLDER`, from `npm test`), nothing is done and the site loads its own.
 */
export async function fillWithCounty(folder: string, load: (into: string) => Promise<void>): Promise<void> {
  const kept = process.env['COUNTY_FOLDER'];
  if (kept === undefined) return;
  const ready = `${kept}.ready`;
  if (isFirst(`${kept}.making`)) {
    await load(kept);
    writeFileSync(ready, '');
  }
  for (let waited = 0; !existsSync(ready); waited += 100) {
    if (waited > longest) throw new Error('The county that another test loads is not there yet.');
    await pause(100);
  }
  // With owners and modes: the records are another account's where PostgreSQL does not run as whoever tests.
  const { status, stderr } = spawnSync('cp', ['-a', `${kept}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The county was not copied: ${stderr}`);
}

/** Of those that ask at once, one is first. */
function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
