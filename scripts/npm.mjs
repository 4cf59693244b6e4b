import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * Runs npm quietly; what it says is shown only when it fails.
 *
 * @param {readonly string[]} args
 * @param {{ folder: string, purpose: string }} options `purpose` completes "npm could not …".
 */
export async function npm(args, { folder, purpose }) {
  // Under `npm start` the npm that runs is the one to use; otherwise the one on the PATH.
  const running = process.env['npm_execpath'] ?? '';
  const [program = 'npm', ...first] =
    basename(running) === 'npm-cli.js' ? [process.execPath, running] : ['npm'];
  const { code, said } = await finished(
    spawn(program, [...first, ...args, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  if (code === 0) return;
  throw new Trouble(`npm could not ${purpose}.\n${firstLines(said)}`, [
    'Check that this computer reaches the npm registry: npm ping',
    'Behind a proxy, set it: npm config set proxy http://…',
    'Then start again: what is half done is done again from the beginning.',
  ]);
}

/** npm hands its own settings on to scripts; a nested npm must not take the folder of the outer one for its own. */
function environment() {
  const handedOn =
    /^npm_(config_(local_)?prefix|config_(omit|include|production|global|dev)|lifecycle|package|command)/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !handedOn.test(name) && name !== 'NODE_ENV'),
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, said: string }>}
 */
function finished(child) {
  return new Promise((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    child.once('error', (error) => {
      resolve({ code: 1, said: error.message });
    });
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });
}

/**
 * npm says what is wrong first and how it is used after that.
 *
 * @param {string} said
 */
function firstLines(said) {
  return said
    .split('\n')
    .filter((line) => line.replace('npm error', '').trim() !== '')
    .slice(0, 12)
    .join('\n');
}
