import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

/**
 * Budgets: with 20 readers at once the register of an authority of 420 schools and a school's profile answer within 50 ms
 * at the median and 150 ms at the 95th percentile. Readers first ask without a pause, each for the next page as soon as
 * the last one is there, which no person does; then with a pause to read, which is told beside it. The first reading of
 * each profile, when its charts are drawn, is told apart.
 */
const budgets = { median: 50, p95: 150 };
const readers = 20;

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    pause: { type: 'string', default: '1000' },
  },
  strict: false,
});
const pages = Number(options.pages);

const folder = await mkdtemp(join(tmpdir(), 'readers-'));
const port = await freePort();
const agent = new Agent({ keepAlive: true, maxSockets: readers });
const program = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts'), 'start'], {
  stdio: 'ignore',
  env: { ...process.env, MIDDLETIER_DATA: folder, PORT: String(port), HOST: '127.0.0.1' },
});
const ended = once(program, 'exit');
try {
  while (!(await answers())) {
    if (program.exitCode !== null) throw new Error('The site ended before it answered.');
    await wait(100);
  }
  const register = '/authorities/larkshire/risk-register';
  const schools = [
    ...new Set((await read(`${register}.csv`)).match(/(?<=^|[",\n])9\d{5}(?=[",])/g) ?? []),
  ].map((urn) => `/authorities/larkshire/schools/${urn}`);
  if (schools.length < 400) throw new Error(`The register has ${schools.length} schools.`);
  tell('profiles, first reading', await ask(schools, 0));
  const some = Array.from({ length: pages }, (_, index) => schools[(index * 7) % schools.length] ?? '');
  const lists = Array.from({ length: pages }, (_, index) => `${register}?page=${1 + (index % 8)}`);
  const kept = [
    tell('profiles, without a pause', await ask(some, 0)),
    tell('register, without a pause', await ask(lists, 0)),
  ];
  const pause = Number(options.pause);
  tell(`profiles, ${pause} ms to read`, await ask(some.slice(0, pages / 4), pause));
  tell(`register, ${pause} ms to read`, await ask(lists.slice(0, pages / 4), pause));
  process.exitCode = kept.every(Boolean) ? 0 : 1;
} finally {
  agent.destroy();
  program.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/** Milliseconds of each page, asked for by all readers together, each with a pause after its page. */
async function ask(paths: readonly string[], pause: number): Promise<readonly number[]> {
  const times: number[] = [];
  const waiting = [...paths];
  const reader = async (index: number) => {
    // People do not begin in the same moment.
    if (pause > 0) await wait((pause * index) / readers);
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const began = performance.now();
      await read(path);
      times.push(performance.now() - began);
      if (pause > 0) await wait(pause);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, index) => reader(index)));
  return times;
}

function tell(what: string, times: readonly number[]): boolean {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const [median, p95] = [at(0.5), at(0.95)];
  const kept = median <= budgets.median && p95 <= budgets.p95;
  console.log(
    `${what.padEnd(28)} median ${median.toFixed(0)} ms, 95th percentile ${p95.toFixed(0)} ms, ${times.length} pages: ${kept ? 'within' : 'over'} ${budgets.median} and ${budgets.p95} ms`,
  );
  return kept;
}

function read(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${path} answered ${String(answer.statusCode)}.`));
      });
    }).on('error', reject);
  });
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${String(port)}/health`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
