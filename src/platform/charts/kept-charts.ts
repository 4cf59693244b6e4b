import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Charts on the disk, so that after a start nobody waits for one that was drawn before. */
export interface KeptCharts {
  /** `null`: not kept. */
  readonly read: (key: string) => Promise<string | null>;
  /** A chart that cannot be written is not kept; that is all. */
  readonly write: (key: string, svg: string) => Promise<void>;
}

/** About 5 kB each. */
const mostOnDisk = 20_000;

/**
 * Opens the charts kept in a folder. Those drawn by another version of the program are taken away: what a chart looks
 * like is decided by this room's code and by the library, and the folder is named after both.
 */
export async function openKeptCharts(folder: string): Promise<KeptCharts> {
  const form = await formOfCharts();
  const own = join(folder, form);
  await mkdir(own, { recursive: true });
  for (const name of await readdir(folder))
    if (name !== form) await rm(join(folder, name), { recursive: true, force: true });
  const kept = new Set(await readdir(own));
  const fileOf = (key: string) => `${key}.svg`;
  return {
    read: async (key) => {
      if (!kept.has(fileOf(key))) return null;
      const svg = await readFile(join(own, fileOf(key)), 'utf8').catch(() => '');
      // A file may be there and empty after the power went.
      return svg.endsWith('</svg>') ? svg : null;
    },
    write: async (key, svg) => {
      if (kept.size >= mostOnDisk) return;
      const draft = join(own, `${fileOf(key)}.${String(process.pid)}.draft`);
      try {
        await writeFile(draft, svg);
        await rename(draft, join(own, fileOf(key)));
        kept.add(fileOf(key));
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function formOfCharts(): Promise<string> {
  const here = import.meta.dirname;
  const sources = (await readdir(here)).filter((name) => /(?<!\.test)\.ts$/.test(name)).toSorted();
  const library = createRequire(import.meta.url).resolve('@observablehq/plot');
  const hash = createHash('sha256');
  for (const path of [...sources.map((name) => join(here, name)), join(library, '..', '..', 'package.json')])
    hash.update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}
