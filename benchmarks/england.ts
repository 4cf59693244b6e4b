import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { keptEngland } from './england/kept-england.ts';

/**
 * Budgets: an invented England of 22,000 schools goes from official CSV files to categories in at most 1.5 times what SQL
 * written by hand takes for the same work (`england/by-hand.ts`), in less than 2 GB; a row costs no more in England than
 * in a tenth of it or in one authority, where starting up weighs more. The two ways run in turn, each in a process of its own; the medians count.
 */
const budgets = { ratio: 1.5, megabytes: 2048, rowCost: 1.5 };

const { values: options } = parseArgs({
  options: {
    schools: { type: 'string', default: '22000' },
    rounds: { type: 'string', default: '3' },
    folder: { type: 'string' },
  },
});

const run = z.object({
  seconds: z.number(),
  processorSeconds: z.number(),
  megabytes: z.number(),
  rows: z.number().optional(),
  importSeconds: z.number().optional(),
  analysisSeconds: z.number().optional(),
  schools: z.number().optional(),
});
type Run = z.infer<typeof run>;

const england = options.folder ?? keptEngland(Number(options.schools));
const tenth = keptEngland(Math.round(Number(options.schools) / 10));
const one = keptEngland(1);
const ours: Run[] = [];
const byHand: Run[] = [];
const part: Run[] = [];
const small: Run[] = [];
for (let round = 0; round < Number(options.rounds); round += 1) {
  byHand.push(await measure('by-hand', england));
  ours.push(await measure('ours', england));
  part.push(await measure('ours', tenth));
  small.push(await measure('ours', one));
}
tell('SQL by hand, all England', byHand);
tell('Middle Tier, all England', ours);
tell('Middle Tier, a tenth of it', part);
tell('Middle Tier, one authority', small);
const ratio = middle(ours, ({ seconds }) => seconds) / middle(byHand, ({ seconds }) => seconds);
const megabytes = Math.max(...ours.map((each) => each.megabytes));
const processors =
  middle(ours, ({ processorSeconds }) => processorSeconds) /
  middle(byHand, ({ processorSeconds }) => processorSeconds);
const perRow = ({ seconds, rows }: Run): number => (1e6 * seconds) / (rows ?? Number.NaN);
const rowCost = middle(ours, perRow) / Math.min(middle(part, perRow), middle(small, perRow));
console.log(
  `a row: ${middle(ours, perRow).toFixed(0)} µs in England, ${middle(part, perRow).toFixed(0)} µs in a tenth of it, ${middle(small, perRow).toFixed(0)} µs in one authority`,
);
// By the clock counts. On a machine with other work to do this one says more.
console.log(`${processors.toFixed(2)} times what SQL by hand takes, in time of the processors`);
const kept = [
  budget('times what SQL by hand takes', ratio, budgets.ratio, 2),
  budget('MB at most', megabytes, budgets.megabytes, 0),
  budget('times the cost of a row of a part of it', rowCost, budgets.rowCost, 2),
];
process.exitCode = kept.every(Boolean) ? 0 : 1;

async function measure(way: string, folder: string): Promise<Run> {
  const script = join(import.meta.dirname, 'england', 'run-once.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, way, folder]);
  return run.parse(JSON.parse(stdout));
}

function middle(runs: readonly Run[], of: (run: Run) => number): number {
  return runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN;
}

function tell(what: string, runs: readonly Run[]): void {
  const seconds = (of: (run: Run) => number | undefined): string =>
    `${middle(runs, (each) => of(each) ?? Number.NaN).toFixed(1)} s`;
  const halves =
    runs[0]?.importSeconds === undefined
      ? ''
      : ` (import ${seconds((each) => each.importSeconds)}, analysis ${seconds((each) => each.analysisSeconds)})`;
  console.log(
    `${what.padEnd(28)} ${seconds((each) => each.seconds)}${halves}, ${seconds((each) => each.processorSeconds)} of processor, ${middle(runs, (each) => each.megabytes)} MB`,
  );
}

function budget(what: string, measured: number, most: number, decimals: number): boolean {
  const kept = measured <= most;
  console.log(`${measured.toFixed(decimals)} ${what}; budget ${most}: ${kept ? 'kept' : 'missed'}`);
  return kept;
}
