import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { KnownError } from './errors.ts';

/**
 * Makes the data folder if need be, and returns its path.
 *
 * For root, others may pass through it (not list it), because PostgreSQL, which refuses to be root, keeps the records
 * in a closed folder inside; for anyone else it is closed.
 */
export function prepareDataFolder(folder: string): string {
  try {
    makeFolder(folder, 0o700);
    if (process.getuid?.() === 0) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new KnownError(
      'configuration-invalid',
      `The data folder ${folder} cannot be written to.`,
      ['Give yourself the right to write to it, or set MIDDLETIER_DATA to another folder.'],
      { cause: error },
    );
  }
  return folder;
}

/**
 * Makes a folder and what is missing above it. One at a time, because Node's own way never ends where the system
 * refuses with "no such folder" (as /proc does). Throws the system's error where it cannot.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) return;
  if (there === undefined && dirname(folder) !== folder) makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have made it just now.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
