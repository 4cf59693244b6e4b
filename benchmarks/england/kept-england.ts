import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEngland } from '../../demonstration/england/generate.ts';

const generator = join(import.meta.dirname, '..', '..', 'demonstration');

/**
 * The folder with an invented England of so many schools. Made once and kept in the temporary folder under a name that
 * changes with what makes it: all files of `demonstration/`.
 */
export function keptEngland(schools: number): string {
  const folder = join(tmpdir(), `middletier-england-${schools}-${identityOfGenerator()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const made = generateEngland(draft, schools);
  renameSync(draft, folder);
  console.log(
    `generated ${made.schools} schools of ${made.authorities} authorities, ${Math.round(made.bytes / 1e6)} MB, kept in ${folder}`,
  );
  return folder;
}

function identityOfGenerator(): string {
  const hash = createHash('sha256');
  const files = readdirSync(generator, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name))
    .toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(generator, file)));
  return hash.digest('hex').slice(0, 12);
}
