import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KnownError } from '#/platform/errors.ts';

/** Every file under the paths, folders searched through; hidden files are left out. In order of path. */
export async function findFiles(paths: readonly string[]): Promise<readonly string[]> {
  const absent = paths.filter((path) => !existsSync(path));
  if (absent.length > 0) {
    throw new KnownError(
      'file-unreadable',
      `There is nothing at ${absent.map((path) => `“${path}”`).join(', ')}.`,
      ['Check the spelling, and give files or folders that exist.'],
    );
  }
  const found: string[] = [];
  for (const path of paths) await collect(path, found);
  return [...new Set(found)].sort();
}

async function collect(path: string, found: string[]): Promise<void> {
  if (statSync(path).isFile()) {
    found.push(path);
    return;
  }
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) await collect(join(path, entry.name), found);
    else if (entry.isFile()) found.push(join(path, entry.name));
  }
}
