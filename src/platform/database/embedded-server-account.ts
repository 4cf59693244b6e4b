import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { KnownError } from '#/platform/errors.ts';

/** Who PostgreSQL runs as, when that is not who we are. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const ownName = 'middletier';

/**
 * The unprivileged account for the server when we are root (PostgreSQL refuses to run as root); `null` when we are
 * not, and the server runs as ourselves.
 *
 * An account of our own is made for it, as packaged servers do: as `nobody`, every other program that runs as
 * `nobody` could read the authority's records. `nobody` is the last resort, where no account can be made.
 */
export function accountForServer(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const existing = accountNamed(ownName);
  if (existing !== null) return existing;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName], {
    stdio: 'ignore',
  });
  const account = accountNamed(ownName) ?? accountNamed('nobody');
  if (account !== null) return account;
  throw new KnownError(
    'database-unreachable',
    'PostgreSQL does not run as root, and no other account was found.',
    ['Start Middle Tier as an ordinary user.', `Or make an account for it: useradd --system ${ownName}.`],
  );
}

function accountNamed(name: string): Account | null {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [login, , uid, gid] = line.split(':');
    if (login === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
