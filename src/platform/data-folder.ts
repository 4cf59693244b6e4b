import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { KnownError } from './errors.ts';

/**
 * Makes the data folder if need be, and returns its path.
 *
 * For root, others may pass through it (not list it), because PostgreSQL, which refuses to be root, keeps the records
 * in a closed folder inside; for anyone else it is closed.
 */
export function prepareDataFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
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
