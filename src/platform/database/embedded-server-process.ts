import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { KnownError } from '#/platform/errors.ts';
import { ownerName, serverEnvironment, type Cluster } from './embedded-server-cluster.ts';

/** The port only names the socket's file: nothing listens on the network. */
const port = 5432;

const logLimit = 10_000_000;

export interface RunningPostgres {
  readonly url: string;
  /** Resolves when PostgreSQL has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Runs PostgreSQL on a cluster and waits until it answers.
 *
 * @param log path of the server's log.
 * @throws KnownError with the end of the log when it does not start.
 */
export async function runPostgres(cluster: Cluster, log: string): Promise<RunningPostgres> {
  await endLeftover(cluster);
  const server = launch(cluster, log);
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
    server.once('error', () => {
      resolve();
    });
  });
  const stop = () => stopServer(server, ended);
  const url = urlOf(cluster.sockets, ownerName);
  const ready = await Promise.race([answers(cluster.sockets), ended.then(() => false)]);
  if (!ready) {
    await stop();
    throw new KnownError('database-unreachable', `PostgreSQL did not start: ${endOf(log)}`, [
      `Read ${log}.`,
      'Check that there is room on the disk.',
    ]);
  }
  return { url, ended, stop };
}

function launch(cluster: Cluster, log: string): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: cluster.sockets,
    unix_socket_permissions: '0700',
    port: String(port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
  };
  const command = [
    cluster.binaries.postgres,
    ...['-D', cluster.folder],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // Where util-linux is installed the kernel itself stops PostgreSQL if the supervisor is killed.
  const guarded = hasSetpriv() ? ['setpriv', '--pdeathsig', 'INT', '--', ...command] : command;
  const [program = cluster.binaries.postgres, ...rest] = guarded;
  rotate(log);
  const output = openSync(log, 'a', 0o600);
  return spawn(program, rest, {
    ...cluster.account,
    cwd: '/',
    env: serverEnvironment,
    stdio: ['ignore', output, output],
  });
}

function hasSetpriv(): boolean {
  return spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0;
}

function rotate(log: string): void {
  try {
    if (statSync(log).size > logLimit) renameSync(log, `${log}.1`);
  } catch {
    // No log yet.
  }
}

function endOf(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  return lines.slice(-3).join(' ');
}

function urlOf(sockets: string, database: string): string {
  return `postgresql://${ownerName}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;
}

/** Waits until the database answers, making it on the first start. */
async function answers(sockets: string): Promise<true> {
  for (;;) {
    try {
      await ask(urlOf(sockets, ownerName), 'select 1');
      return true;
    } catch (error) {
      // 3D000: the server is up, the database is not there yet.
      if (error instanceof pg.DatabaseError && error.code === '3D000') {
        await ask(urlOf(sockets, 'postgres'), `create database ${ownerName}`);
      } else await pause(30);
    }
  }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Fast shutdown; an immediate one after thirty seconds, which loses nothing committed but recovers at the next start. */
async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    server.kill(signal);
    const timer = new AbortController();
    const gone = await Promise.race([
      ended.then(() => true),
      pause(wait, false, { signal: timer.signal }).catch(() => false),
    ]);
    timer.abort();
    if (gone) return;
  }
}

/**
 * Ends what a crash left: a PostgreSQL that still runs on this cluster is stopped, and a `postmaster.pid` whose
 * number now belongs to some other program (usual in containers) is removed, because PostgreSQL would refuse to
 * start. The caller holds the lock, so no supervisor owns that server.
 */
async function endLeftover(cluster: Cluster): Promise<void> {
  const note = join(cluster.folder, 'postmaster.pid');
  const pid = leftoverPid(note);
  if (pid === null) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostgresOn(pid, cluster.folder)) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000 && isPostgresOn(pid, cluster.folder); waited += 50) await pause(50);
  }
  rmSync(note, { force: true });
}

function leftoverPid(note: string): number | null {
  try {
    const pid = Number(readFileSync(note, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function isPostgresOn(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return false;
  }
}
