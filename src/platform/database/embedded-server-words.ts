import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCatalogue, type ErrorCode } from '#/platform/errors.ts';

/** What the supervisor and those who use its server say to each other, and where they leave word. */

export const lockName = 'supervisor.lock';

/** What PostgreSQL and its supervisor have to say. */
export const logName = 'postgresql.log';

/** Name of the supervisor's socket: short, because a socket's path may have only 107 bytes. */
export const controlName = 'line';

const runningName = 'running.json';

const isCode = (code: string): code is ErrorCode => code in errorCatalogue;

const announcement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('busy'), holder: z.number() }),
  z.object({
    kind: z.literal('failed'),
    code: z.string().refine(isCode),
    message: z.string(),
    whatToDo: z.array(z.string()).readonly(),
  }),
  z.object({ kind: z.literal('broken'), stack: z.string() }),
]);

/** The supervisor's one line to whoever started it. */
export type Announcement = z.infer<typeof announcement>;

export function readAnnouncement(line: string): Announcement {
  return announcement.parse(JSON.parse(line));
}

/** What every line begins with. */
export const greeting = z.object({ url: z.string() });

const running = z.object({ control: z.string(), url: z.string() });

/** Where the running server is found by other processes that use the same folder. */
export type Running = z.infer<typeof running>;

export function recordRunning(folder: string, words: Running): void {
  const path = join(folder, runningName);
  writeFileSync(`${path}.new`, JSON.stringify(words), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readRunning(folder: string): Running | null {
  try {
    return running.parse(JSON.parse(readFileSync(join(folder, runningName), 'utf8')));
  } catch {
    return null;
  }
}

export function clearRunning(folder: string): void {
  rmSync(join(folder, runningName), { force: true });
}
