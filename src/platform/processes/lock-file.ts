import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts';

const identity = z.object({ pid: z.number().int(), started: z.string(), boot: z.string() });

export type LockTaken =
  { readonly taken: true; readonly release: () => void } | { readonly taken: false; readonly holder: number };

/**
 * Takes a lock that outlives a crash of its holder without blocking the next one: the file says which process holds
 * it, and a lock whose process is gone is stale.
 *
 * The content is there from the first moment (a hard link to a file already written), and a stale lock is moved away
 * and looked at again before it is thrown away, so that a lock somebody took in between is given back.
 */
export function takeLock(path: string): LockTaken {
  const mine = identityOf(process.pid);
  if (mine === null) throw new Error('This process is not listed in /proc, so no lock can be taken.');
  const written = `${path}.${process.pid}`;
  writeFileSync(written, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(written, path)) {
        return {
          taken: true,
          release: () => {
            if (holderOf(path)?.pid === process.pid) unlinkSync(path);
          },
        };
      }
      const holder = holderOf(path);
      if (holder !== null && isRunning(holder)) return { taken: false, holder: holder.pid };
      const live = breakStale(path);
      if (live !== null) return { taken: false, holder: live.pid };
    }
  } finally {
    unlinkSync(written);
  }
}

/** The process that holds the lock, or `null` when nobody does: no file, an unreadable one, or a process that is gone. */
export function liveHolder(path: string): ProcessIdentity | null {
  const holder = holderOf(path);
  return holder !== null && isRunning(holder) ? holder : null;
}

function holderOf(path: string): ProcessIdentity | null {
  try {
    return identity.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Throws a stale lock away; gives back, and returns, one that turned out to be held. */
function breakStale(path: string): ProcessIdentity | null {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return null;
  }
  const live = liveHolder(aside);
  if (live !== null) linked(aside, path);
  unlinkSync(aside);
  return live;
}
