import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { quantiles, readersOf } from './readers/read-pages.ts';

/**
 * Budget: what the gate checks (whose session it is, what they hold today, whether they may) adds at most 20% to the median
 * time of the register, read by 20 readers at once. Beside it, in the same run: the same site behind a gate that lets
 * everybody in, which logs each reading and looks at what can be seen as the other does. Rounds of the two take turns, so
 * that whatever else the machine does meets both; the medians over all rounds count. Both are read by one person with 20
 * windows and by 20 people; with pages that are kept, and with pages made anew.
 *
 * `--data` keeps the data folder; `--pages` says how many pages a round reads; `--rounds` how many there are of each.
 */
const budget = 1.2;
const count = 20;

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '7' },
    data: { type: 'string' },
  },
});
const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'permissions-')));
const program = spawn(
  process.execPath,
  [join(import.meta.dirname, 'permissions', 'two-gates.ts'), folder, String(count)],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = once(program, 'exit');
try {
  const { sites, cookies } = await addressesOf(createInterface({ input: program.stdout }));
  const register = '/authorities/larkshire/risk-register';
  const lists = Array.from({ length: 5 }, (_, index) => `${register}?page=${String(1 + index)}`);
  const pagesOf = (number: number) =>
    Array.from({ length: number }, (_, index) => lists[(index * 3) % lists.length] ?? '');
  const missed: string[] = [];
  console.log(`${String(count)} readers at once; register of ${String(lists.length)} pages`);
  console.log('                                        let in            checked          ratio');
  console.log('                                  median     95%    median     95%   median');
  for (const how of ['kept', 'made anew']) {
    // A page that is made anew takes ten times as long.
    const pages = pagesOf(Math.ceil(Number(options.pages) / (how === 'kept' ? 1 : 10)));
    for (const [who, some] of [
      ['one person', cookies.slice(0, 1)],
      ['20 people', cookies],
    ] as const) {
      const [open, checked] = ['let in', 'checked'].map((gate) => {
        const address = sites.find(({ name }) => name === `${gate}, ${how}`)?.address ?? '';
        return { readers: readersOf(address, count, () => null, some), times: [] as number[] };
      });
      if (open === undefined || checked === undefined) throw new Error('Two gates are compared.');
      for (const { readers } of [open, checked]) await readers.read(pagesOf(count * lists.length), 0);
      for (let round = 0; round < Number(options.rounds); round += 1) {
        for (const each of round % 2 === 0 ? [open, checked] : [checked, open])
          each.times.push(...(await each.readers.read(pages, 0)).times);
      }
      for (const { readers } of [open, checked]) readers.leave();
      const ratio = tell(`${how}, ${who}`, quantiles(open.times), quantiles(checked.times));
      if (ratio > budget) missed.push(`${how}, ${who}`);
    }
  }
  console.log(
    `budget, ratio of medians: ${String(budget)}: ${missed.length === 0 ? 'kept' : `missed: ${missed.join('; ')}`}`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  program.kill('SIGTERM');
  await ended;
  if (options.data === undefined) await rm(folder, { recursive: true, force: true });
}

interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

function tell(what: string, open: Quantiles, checked: Quantiles): number {
  const ratio = checked.median / open.median;
  const figures = [open.median, open.p95, checked.median, checked.p95].map((time) =>
    `${time.toFixed(1)} ms`.padStart(9),
  );
  console.log(`${what.padEnd(30)}${figures.join(' ')}   ${ratio.toFixed(2)}`);
  return ratio;
}

async function addressesOf(said: AsyncIterable<string>): Promise<{
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  readonly cookies: readonly string[];
}> {
  for await (const line of said) {
    if (line.startsWith('{"sites"')) return JSON.parse(line) as Awaited<ReturnType<typeof addressesOf>>;
  }
  throw new Error('The site ended before it said where it is.');
}
