// `npm run fuzz -- --minutes 60`: sets up what is missing, then imports broken files until the time is over.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findNode } from './node.mjs';
import { installPackages } from './packages.mjs';
import { run } from './trouble.mjs';

await run(async () => {
  const node = await findNode();
  await installPackages({ development: true });
  const program = join(import.meta.dirname, '..', 'tests', 'fuzz', 'run.ts');
  return spawnSync(node, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
});
