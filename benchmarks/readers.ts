import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readersOf, type Reading } from './readers/read-pages.ts';
import { signIn } from './site/sign-in.ts';
import { startSite } from './site/start-site.ts';

/**
 * Budgets: with 20 readers at once the register of an authority of 420 schools and a school's profile answer within 50 ms
 * at the median and 150 ms at the 95th percentile. Readers ask without a pause, each for the next page as soon as the
 * last one is there, which no person does; then with a pause to read. What has no budget is told beside it: other pages,
 * and the first reading of each page after a start, when nothing is kept yet.
 *
 * `--data` keeps the data folder, so that a second run begins as a second start does; `--address` asks a site that runs
 * already; `--pages` says how often each kind of page is asked for; `--whatever-the-time` leaves the budgets out.
 */
const budgets = { median: 50, p95: 150 };
const count = 20;

const { values: options } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000' },
    pause: { type: 'string', default: '1000' },
    data: { type: 'string' },
    address: { type: 'string' },
    'whatever-the-time': { type: 'boolean', default: false },
  },
});
const pages = Number(options.pages);
const pause = Number(options.pause);

const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'readers-')));
const site =
  options.address === undefined
    ? await startSite(folder)
    : { address: options.address, processorTime: () => null, stop: () => Promise.resolve() };
const readers = readersOf(site.address, count, site.processorTime, [
  await signIn(site.address, 'head-of-service@larkshire.example'),
]);
try {
  const authority = '/authorities/larkshire';
  const register = `${authority}/risk-register`;
  const urns = new Set((await readers.page(`${register}.csv`)).match(/\b9\d{5}\b/g));
  const profiles = [...urns].map((urn) => `${authority}/schools/${urn}`);
  const lists = Array.from({ length: 9 }, (_, index) => `${register}?page=${String(1 + index)}`);
  const others = {
    overview: [authority],
    results: [`${authority}/results`],
    spread: [`${authority}/results/spread`],
    map: [`${authority}/map`],
    watchlist: [`${authority}/watchlist`],
  };
  const every = { register: lists, profile: profiles, ...others };
  const budgeted = new Set(['register', 'profile']);
  const missed: string[] = [];

  console.log(`${String(profiles.length)} schools, ${String(count)} readers at once`);
  console.log('                                median     95%    pages/s  processor ms/page');
  for (const [name, paths] of Object.entries(every)) tell(`${name}, first`, await readers.read(paths, 0));
  for (const [name, paths] of Object.entries(every)) {
    const asked = Array.from({ length: pages }, (_, index) => paths[(index * 7) % paths.length] ?? '');
    const kept = tell(`${name}, without a pause`, await readers.read(asked, 0));
    if (budgeted.has(name) && !kept) missed.push(name);
  }
  for (const [name, paths] of Object.entries({ register: lists, profile: profiles })) {
    const asked = Array.from({ length: pages / 4 }, (_, index) => paths[(index * 7) % paths.length] ?? '');
    tell(`${name}, ${String(pause)} ms to read`, await readers.read(asked, pause));
  }
  const words = missed.length === 0 ? 'kept' : `missed: ${missed.join(', ')}`;
  console.log(`budget, without a pause: ${String(budgets.median)} and ${String(budgets.p95)} ms: ${words}`);
  process.exitCode = missed.length === 0 || options['whatever-the-time'] ? 0 : 1;
} finally {
  readers.leave();
  await site.stop();
  if (options.data === undefined) await rm(folder, { recursive: true, force: true });
}

function tell(what: string, { pages: read, median, p95, perSecond, processor }: Reading): boolean {
  const kept = median <= budgets.median && p95 <= budgets.p95;
  const figures = [
    `${median.toFixed(1)} ms`.padStart(10),
    `${p95.toFixed(1)} ms`.padStart(10),
    perSecond.toFixed(0).padStart(9),
    (processor === null ? 'not told' : processor.toFixed(2)).padStart(9),
  ];
  console.log(`${what.padEnd(28)}${figures.join('')}  (${String(read)} pages${kept ? '' : ', over'})`);
  return kept;
}
