import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveThrough } from '../life/county-life.ts';
import { suppliedFilesOf, type SuppliedDemonstrationFile } from './supplied-files.ts';

/**
 * Writes the files of the county's own services into a folder, each with a file that says what its columns mean. Not into
 * that of the official files: those are imported as a folder, and these are none of them.
 *
 * @returns the files with their paths, oldest first
 */
export async function writeSuppliedFiles(
  folder: string,
): Promise<readonly (SuppliedDemonstrationFile & { readonly path: string })[]> {
  await mkdir(folder, { recursive: true });
  const written = [];
  for (const file of suppliedFilesOf(liveThrough())) {
    const path = join(folder, file.name);
    await writeFile(path, file.text);
    await writeFile(path.replace(/\.csv$/, '.mapping.json'), `${JSON.stringify(file.mapping, null, 2)}\n`);
    written.push({ ...file, path });
  }
  return written;
}
