import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { KnownError } from '#/platform/errors.ts';
import { accountForServer, type Account } from './embedded-server-account.ts';
import { prepareBinaries, type Binaries } from './embedded-server-binaries.ts';

/** Name of the owner of every table, and of the database; nothing else is in the cluster. */
export const ownerName = 'middletier';

/** Where data and programs go when root's folders are closed to the server's account. */
const systemFolder = '/var/lib/middletier';

const keptElsewhere = z.object({ keptIn: z.string() });

/** A cluster of PostgreSQL's files with what is needed to run it. */
export interface Cluster {
  readonly folder: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
  /** A folder only the server's account can enter: whoever can open the socket may do anything. */
  readonly sockets: string;
}

/**
 * Finds or makes the cluster for a folder.
 *
 * As root, where the server's account cannot enter the folder (a project below `/root`), the cluster is kept in
 * `/var/lib/middletier` and the folder remembers where.
 *
 * @throws KnownError when the cluster belongs to somebody else or to another version, or cannot be made.
 */
export function prepareCluster(folder: string): Cluster {
  const home = homeOf(folder);
  const files = join(home, 'cluster');
  const account = ownerOf(files) ?? accountForServer();
  const binaries = prepareBinaries(
    account,
    process.getuid?.() === 0 ? systemFolder : join(folder, 'programs'),
  );
  if (existsSync(files)) checkVersion(files, binaries);
  else makeCluster(files, binaries, account);
  return { folder: files, account, binaries, sockets: socketFolder(home, account) };
}

function homeOf(folder: string): string {
  const note = join(folder, 'kept-elsewhere.json');
  if (existsSync(note)) return keptElsewhere.parse(JSON.parse(readFileSync(note, 'utf8'))).keptIn;
  if (existsSync(join(folder, 'cluster'))) return folder;
  const account = accountForServer();
  if (account === null) return folder;
  chownSync(folder, account.uid, account.gid);
  if (canEnter(folder, account)) return folder;
  chownSync(folder, 0, 0);
  const keptIn = join(systemFolder, randomBytes(6).toString('hex'));
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  mkdirSync(keptIn, { mode: 0o700 });
  chownSync(keptIn, account.uid, account.gid);
  // For whoever finds one of them and wonders: nothing here is removed with the folder it belongs to.
  writeFileSync(join(keptIn, 'belongs-to.txt'), `${folder}\n`);
  writeFileSync(note, JSON.stringify({ keptIn }));
  return keptIn;
}

function canEnter(folder: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...account, cwd: '/' }).status === 0
  );
}

/** The account an existing cluster belongs to; `null` when there is no cluster or it is our own. */
function ownerOf(files: string): Account | null {
  if (!existsSync(files)) return null;
  const { uid, gid } = statSync(files);
  const me = process.getuid?.();
  if (uid === me) return null;
  if (me === 0) return { uid, gid };
  throw new KnownError(
    'database-unreachable',
    `The database in ${files} belongs to another user (number ${uid}).`,
    [
      'Start Middle Tier as the user who started it first (root, if that is who it was).',
      'Or set MIDDLETIER_DATA to a folder of your own.',
    ],
  );
}

function checkVersion(files: string, binaries: Binaries): void {
  const has = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim();
  const words = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', cwd: '/' }).stdout;
  const runs = /(\d+)/.exec(words)?.[1];
  if (runs === has) return;
  throw new KnownError(
    'database-unreachable',
    `The database in ${files} was made by PostgreSQL ${has}; this Middle Tier brings PostgreSQL ${runs ?? 'unknown'}.`,
    ['Start the Middle Tier that made it, save the records with pg_dump, and load them here.'],
  );
}

function makeCluster(files: string, binaries: Binaries, account: Account | null): void {
  // Made beside and renamed, so that a first start that was interrupted leaves no half-made cluster behind.
  const unfinished = `${files}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const made = spawnSync(
    binaries.initdb,
    [
      ...['--pgdata', unfinished, '--username', ownerName, '--encoding', 'UTF8'],
      // PostgreSQL's own ordering: the same on every machine, whatever locales are installed.
      ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      // No password: the socket lies in a folder only this account can enter, and there is no network listener.
      ...['--auth', 'trust', '--no-instructions'],
    ],
    { ...account, cwd: '/', env: serverEnvironment, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new KnownError(
      'database-unreachable',
      `The database could not be made in ${files}: ${made.stderr}`,
      [
        'Check that there is room on the disk and that the folder can be written to.',
        'Or set DATABASE_URL to a PostgreSQL server of your own.',
      ],
    );
  }
  renameSync(unfinished, files);
}

/** Nothing of ours is handed on: PG… variables of the caller would change what the server does. */
export const serverEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Beginning of the name of a folder for sockets in the system's temporary folder. */
export const temporaryName = 'middletier-sockets-';

function socketFolder(home: string, account: Account | null): string {
  const inHome = join(home, 'sockets');
  // The kernel takes 107 bytes for a socket's path, name included; PostgreSQL reads commas and quotes as its own.
  const fits = Buffer.byteLength(join(inHome, '.s.PGSQL.5432')) <= 100 && /^[\w./-]+$/.test(inHome);
  const folder = fits ? inHome : mkdtempSync(join(tmpdir(), temporaryName));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}
