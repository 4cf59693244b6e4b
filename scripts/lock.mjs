import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Does the work while no other process does work under the same lock: two first starts in one folder must not both
 * write `node_modules`. The lock is a folder (making one is atomic) that says who holds it; the lock of a process that
 * is gone is taken over.
 *
 * @template Result
 * @param {string} path the lock.
 * @param {() => void} whenWaiting called once when somebody else holds it.
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(path, whenWaiting, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!taken(path)) {
    if (isStale(path)) takeAway(path);
    else {
      if (!told) whenWaiting();
      told = true;
      await pause(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
function taken(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(`${path}/holder`, `${process.pid} ${startOf(process.pid)}`);
  return true;
}

/** A holder that has not yet written its name is given the benefit of the doubt until the next look. */
const unnamed = new Map();

/** @param {string} path */
function isStale(path) {
  let holder;
  try {
    holder = readFileSync(`${path}/holder`, 'utf8');
  } catch {
    const looks = (unnamed.get(path) ?? 0) + 1;
    unnamed.set(path, looks);
    return looks > 25;
  }
  const [pid, started] = holder.split(' ');
  return startOf(Number(pid)) !== started;
}

/** @param {string} path */
function takeAway(path) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * When a process started, in clock ticks since the machine did; `gone` when there is none. Numbers of processes come
 * round again, starting times with them do not.
 *
 * @param {number} pid
 */
export function startOf(pid) {
  return statOf(pid)?.started ?? 'gone';
}

/**
 * Name, parent and start of a process, from proc(5).
 *
 * @param {number} pid
 * @returns {{ name: string, parent: number, started: string } | null}
 */
export function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(fields[1]),
      started: fields[19] ?? '',
    };
  } catch {
    return null;
  }
}
