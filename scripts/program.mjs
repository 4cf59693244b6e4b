import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { startOf, statOf } from './lock.mjs';
import { findNode } from './node.mjs';
import { installPackages } from './packages.mjs';

const project = join(import.meta.dirname, '..');
const main = join(project, 'src', 'main.ts');
const compiled = join(project, '.runtime', 'compiled');

/**
 * Sets up what is missing and runs Middle Tier with these arguments.
 *
 * Nothing outlives its parent: the program ends when the channel to this process is cut, and this process ends when
 * the npm that started it is gone.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} the program's exit code.
 */
export async function runProgram(args) {
  const node = await findNode();
  await installPackages({ development: false });
  const child = spawn(node, [main, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Node keeps what it compiled, by content: the next start takes half the time. Where it cannot, it does without.
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  const watch = watchParents(() => child.disconnect());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      // The shell's way of saying that a signal ended a program.
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * Calls back when npm (or the shell npm runs scripts in) is gone, which happens without a signal when it is killed.
 * Only under npm: a program somebody started with nohup is meant to outlive its shell.
 *
 * @param {() => void} whenGone
 */
function watchParents(whenGone) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const parents = [process.ppid];
  const parent = statOf(process.ppid);
  if (parent !== null && ['sh', 'dash', 'bash'].includes(parent.name)) parents.push(parent.parent);
  const watched = parents.map((pid) => ({ pid, started: startOf(pid) }));
  const timer = setInterval(() => {
    if (watched.every(({ pid, started }) => startOf(pid) === started)) return;
    clearInterval(timer);
    whenGone();
  }, 250);
  return timer;
}
