// `npm run bench`: sets up what is missing, then runs every benchmark in turn. Fails when a budget is missed.
// `npm run bench -- england --schools 2000` runs those whose name begins so, with the options that follow.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from './node.mjs';
import { installPackages } from './packages.mjs';
import { run, say } from './trouble.mjs';

const folder = join(import.meta.dirname, '..', 'benchmarks');

const typed = process.argv.slice(2);
const wanted = typed[0]?.startsWith('-') === false ? typed[0] : '';
const options = wanted === '' ? typed : typed.slice(1);

await run(async () => {
  const node = await findNode();
  await installPackages({ development: false });
  const missed = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name.startsWith(wanted))
    .filter((name) => {
      say(`\n${name}`);
      return spawnSync(node, [join(folder, name), ...options], { stdio: 'inherit' }).status !== 0;
    });
  return missed.length === 0 ? 0 : 1;
});
