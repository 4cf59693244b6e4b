import { spawn, type ChildProcess } from 'node:child_process';
import { importFiles } from '#/published/actions/import-files.ts';
import { KnownError } from '#/platform/errors.ts';
import { silent } from './import.fixture.ts';

/** Runs an import in a process of its own, to be killed or met by another. Its exit code is 0, or 2 with the error's code printed. */
export function importElsewhere(dataFolder: string, paths: readonly string[]): ChildProcess {
  return spawn(process.execPath, [import.meta.filename, dataFolder, ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Waits for the end of a process: its exit code (`null` when it was killed) and what it printed. */
export function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, printed: printed.trim() }));
  });
}

if (process.argv[1] === import.meta.filename) {
  const [, , dataFolder = '', ...paths] = process.argv;
  try {
    await importFiles({ dataFolder, paths, now: () => '2026-11-20T12:00:00.000Z', terminal: silent });
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    process.stdout.write(`${error.code}\n`);
    process.exitCode = 2;
  }
}
