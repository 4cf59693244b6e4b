import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limit = 10_000_000;

/**
 * Adds a bug, whole, to the program's log in the data folder and returns where that is; `null` when it cannot be
 * written. Readable by its owner only: a message may name a school.
 */
export function keepInLog(dataFolder: string, now: string, error: unknown): string | null {
  const path = join(dataFolder, 'middletier.log');
  try {
    mkdirSync(dataFolder, { recursive: true });
    if (sizeOf(path) > limit) renameSync(path, `${path}.1`);
    appendFileSync(path, `${now} ${detailOf(error)}\n`, { mode: 0o600 });
    return path;
  } catch {
    return null;
  }
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${detailOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
