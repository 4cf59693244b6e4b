/** One way of analysing an England, in a process of its own, so that its memory is its own: prints one line of JSON. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyseByHand } from './by-hand.ts';
import { analyseByUs } from './ours.ts';

const [, , way, folder] = process.argv;
if (folder === undefined) throw new Error('Say which way (ours, by-hand) and which folder.');
const work = await mkdtemp(join(tmpdir(), 'england-run-'));
try {
  const began = performance.now();
  const details = way === 'ours' ? await analyseByUs(folder, work) : await byHand(folder);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({
      seconds: (performance.now() - began) / 1000,
      processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
      megabytes: Math.round(maxRSS / 1024),
      ...details,
    }),
  );
} finally {
  await rm(work, { recursive: true, force: true });
}

async function byHand(from: string): Promise<object> {
  const connection = await analyseByHand(from, work);
  connection.closeSync();
  return {};
}
