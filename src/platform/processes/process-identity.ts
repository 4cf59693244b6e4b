import { readFileSync } from 'node:fs';

/**
 * A process, told apart from any later one that is given the same number: process numbers come round again, at once
 * in a container, but not with the same starting time of the same boot.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from boot to the start of the process (proc(5), field 22 of `stat`). */
  readonly started: string;
  readonly boot: string;
}

/** The identity of a running process, or `null` when there is none with that number. */
export function identityOf(pid: number): ProcessIdentity | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses, so fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    if (started === undefined || state === 'Z' || state === 'X') return null;
    return { pid, started, boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() };
  } catch {
    return null;
  }
}

export function isRunning(identity: ProcessIdentity): boolean {
  const now = identityOf(identity.pid);
  return now !== null && now.started === identity.started && now.boot === identity.boot;
}
