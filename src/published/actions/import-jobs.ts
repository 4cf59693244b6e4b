import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Parts } from '#/parts.ts';
import { filesLoaded, logOfficialFiles } from '#/people/actions/log-official-files.ts';
import { may, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import type { Stated } from '#/published/store/import-one.ts';
import { importFiles, type ImportReport } from './import-files.ts';

type Needed = Pick<Parts, 'dataFolder' | 'now' | 'records'>;

/** Files that were uploaded to be imported, and how far that is. It goes on whether or not anyone looks. */
export interface ImportJob {
  readonly id: string;
  readonly by: string;
  readonly startedAt: string;
  readonly fileNames: readonly string[];
  /** Files that were sent and not taken, each with why. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  readonly state: JobState;
}

export type JobState =
  | { readonly is: 'waiting' }
  | { readonly is: 'running'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly report: ImportReport }
  | { readonly is: 'failed'; readonly what: string; readonly whatToDo: readonly string[] };

/** An uploaded file: where it stands now, and the name it came with. */
export interface Uploaded {
  readonly path: string;
  readonly name: string;
}

const kept = 50;
const folderOf = (dataFolder: string) => join(dataFolder, 'uploaded');
/** One import at a time in this process: each waits for the one before. */
const queues = new Map<string, Promise<void>>();
const running = new Set<string>();

/**
 * Takes uploaded files over and imports them in the background, after those that were uploaded before. What becomes of
 * each is remembered by the job's identity, also when the program ends.
 */
export function startImport(
  parts: Needed,
  person: Person,
  files: readonly Uploaded[],
  stated: Stated,
  refused: ImportJob['refused'],
): ImportJob {
  if (!may(person, 'import files')) {
    throw new KnownError('not-permitted', `${person.name} may not import files.`, [
      'Ask whoever looks after the official files.',
    ]);
  }
  const id = `${parts.now().replaceAll(/\D/g, '').slice(0, 14)}-${randomUUID().slice(0, 8)}`;
  const folder = join(folderOf(parts.dataFolder), id);
  const paths = files.map(({ path, name }, index) => {
    // A folder each, so that two files may have one name.
    mkdirSync(join(folder, String(index)), { recursive: true, mode: 0o700 });
    const target = join(folder, String(index), name);
    renameSync(path, target);
    return target;
  });
  const job: ImportJob = {
    id,
    by: person.name,
    startedAt: parts.now(),
    fileNames: files.map(({ name }) => name),
    refused,
    state: { is: 'waiting' },
  };
  write(parts.dataFolder, job);
  running.add(id);
  const before = queues.get(parts.dataFolder) ?? Promise.resolve();
  const work = before.then(() => runJob(parts, person, job, paths, stated));
  queues.set(parts.dataFolder, work);
  return job;
}

/** Ends when everything that was uploaded so far has been imported or set aside. */
export async function importsEnded(dataFolder: string): Promise<void> {
  await queues.get(dataFolder);
}

/** One job as it is now. Throws `KnownError('not-found')`. */
export function readImportJob({ dataFolder }: Pick<Parts, 'dataFolder'>, id: string): ImportJob {
  const job = /^[0-9]{14}-[0-9a-f]{8}$/.test(id) ? read(dataFolder, id) : null;
  if (job === null) {
    throw new KnownError('not-found', 'There is no such upload.', ['Look at the list of imports.']);
  }
  const ended = job.state.is === 'done' || job.state.is === 'failed';
  if (ended || running.has(id)) return job;
  const what = 'The program ended before the import did. Nothing of these files was imported.';
  return { ...job, state: { is: 'failed', what, whatToDo: ['Send the files again.'] } };
}

/** What a killed program left: the files of jobs that will not go on, and the oldest jobs beyond those kept. */
export function forgetOldJobs(dataFolder: string): void {
  const folder = folderOf(dataFolder);
  let ids: readonly string[];
  try {
    ids = readdirSync(folder).toSorted();
  } catch {
    return;
  }
  for (const [index, id] of ids.entries()) {
    if (running.has(id)) continue;
    if (index < ids.length - kept) rmSync(join(folder, id), { recursive: true, force: true });
    else removeFiles(dataFolder, id);
  }
}

async function runJob(
  parts: Needed,
  person: Person,
  job: ImportJob,
  paths: readonly string[],
  stated: Stated,
): Promise<void> {
  const { dataFolder, now } = parts;
  try {
    const terminal = progressOf((done, of) =>
      write(dataFolder, { ...job, state: { is: 'running', done, of } }),
    );
    const report = await whenFree(() => importFiles({ dataFolder, paths, stated, now, terminal }));
    const files = report.files.map((file) => ({ ...file, path: namedAsSent(file.path, paths) }));
    await logOfficialFiles(parts, person, filesLoaded(report.files));
    write(dataFolder, { ...job, state: { is: 'done', report: { ...report, files } } });
  } catch (error) {
    write(dataFolder, { ...job, state: failureOf(error) });
  } finally {
    running.delete(job.id);
    removeFiles(dataFolder, job.id);
    forgetOldJobs(dataFolder);
  }
}

/** Somebody may be importing with a command, in a process of its own: this one waits, up to half an hour. */
async function whenFree(work: () => Promise<ImportReport>): Promise<ImportReport> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof KnownError && error.code === 'import-in-progress') || tries === 900) throw error;
      await pause(2000);
    }
  }
}

function failureOf(error: unknown): JobState {
  if (error instanceof KnownError) return { is: 'failed', what: error.message, whatToDo: error.whatToDo };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Bug in an import: ${detail}\n`);
  return {
    is: 'failed',
    what: 'This is a fault in the program. Nothing of these files was imported.',
    whatToDo: [
      'Try again, one file at a time.',
      'If it happens again, tell the person who runs Middle Tier.',
    ],
  };
}

/** The name a file was sent under; of a file inside a packed one, with what is inside. */
function namedAsSent(path: string, paths: readonly string[]): string {
  const sent = paths.find((one) => path.startsWith(one));
  return sent === undefined ? basename(path) : basename(sent) + path.slice(sent.length);
}

/** Keeps how far the work is; words are for whoever looks. */
function progressOf(tell: (done: number, of: number) => void): Terminal {
  const nothing = () => undefined;
  return {
    json: false,
    interactive: false,
    line: nothing,
    table: nothing,
    document: nothing,
    progress: (_label, total) => {
      let at = 0;
      tell(at, total);
      const advance = (by: number) => {
        at += by;
        tell(at, total);
      };
      return { advance, done: nothing };
    },
  };
}

function removeFiles(dataFolder: string, id: string): void {
  const folder = join(folderOf(dataFolder), id);
  for (const name of readdirSync(folder)) {
    if (name !== 'job.json') rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function write(dataFolder: string, job: ImportJob): void {
  const path = join(folderOf(dataFolder), job.id, 'job.json');
  writeFileSync(`${path}.draft`, JSON.stringify(job), { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}

function read(dataFolder: string, id: string): ImportJob | null {
  try {
    return JSON.parse(readFileSync(join(folderOf(dataFolder), id, 'job.json'), 'utf8')) as ImportJob;
  } catch {
    return null;
  }
}
