import { realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownError } from '#/platform/errors.ts';

/**
 * Every file under the paths, folders searched through and links followed; hidden files are left out. In order of
 * path. What is there but cannot be read (a closed folder, a link to nothing, a pipe) is among them, so that it is set
 * aside before the person's eyes and does not silently drop out.
 *
 * @throws KnownError that names every path where there is nothing, or no file.
 */
export async function findFiles(paths: readonly string[]): Promise<readonly string[]> {
  const absent = paths.filter((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (absent.length > 0) {
    throw new KnownError('file-unreadable', `There is nothing at ${quoted(absent)}.`, [
      'Check the spelling, and give files or folders that exist. Nothing has been imported.',
    ]);
  }
  const found: string[] = [];
  const empty: string[] = [];
  for (const path of paths) {
    const before = found.length;
    await collect(path, found, []);
    if (found.length === before) empty.push(path);
  }
  if (empty.length > 0) {
    throw new KnownError('file-unreadable', `There is no file in ${quoted(empty)}.`, [
      'Give the folder that the files were downloaded to. Files whose name begins with a dot are left out.',
    ]);
  }
  return [...new Set(found)].sort();
}

/** @param above the real folders this path is in: a link back to one of them is not followed round. */
async function collect(path: string, found: string[], above: readonly string[]): Promise<void> {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() !== true) {
    found.push(path);
    return;
  }
  const real = realpathSync(path);
  if (above.includes(real)) return;
  let names: readonly string[];
  try {
    names = await readdir(path);
  } catch {
    found.push(path);
    return;
  }
  for (const name of names) {
    if (!name.startsWith('.')) await collect(join(path, name), found, [...above, real]);
  }
}

function quoted(paths: readonly string[]): string {
  return paths.map((path) => `“${path}”`).join(', ');
}
