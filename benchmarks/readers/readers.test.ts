import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { quantiles } from './read-pages.ts';

const sites: Server[] = [];
after(() => {
  for (const site of sites) site.close();
});

/** A site with three schools, which answers every page of whoever signed in, or all but one. */
async function siteWithout(broken: string | null): Promise<{ address: string; asked: Map<string, number> }> {
  const asked = new Map<string, number>();
  const site = createServer(({ url = '', headers }, answer) => {
    if (url === '/demonstration/sign-in') {
      answer.writeHead(303, { 'set-cookie': 'session=s; HttpOnly', location: '/' }).end();
      return;
    }
    assert.equal(headers.cookie, 'session=s', url);
    asked.set(url, (asked.get(url) ?? 0) + 1);
    answer.statusCode = broken !== null && url.endsWith(broken) ? 500 : 200;
    answer.end(url.endsWith('.csv') ? '900001,A\n900002,B\n900003,C\n' : 'a page');
  }).listen(0, '127.0.0.1');
  sites.push(site);
  await once(site, 'listening');
  const bound = site.address();
  return { address: `http://127.0.0.1:${typeof bound === 'object' ? String(bound?.port) : ''}`, asked };
}

const readers = (address: string) =>
  promisify(execFile)(process.execPath, [
    join(import.meta.dirname, '..', 'readers.ts'),
    ...['--address', address, '--pages', '8', '--pause', '1', '--whatever-the-time'],
  ]);

test('every kind of page is read as often as asked, first and again', async () => {
  const { address, asked } = await siteWithout(null);
  const { stdout } = await readers(address);
  for (const kind of ['register', 'profile', 'overview', 'results', 'spread', 'map', 'watchlist'])
    for (const how of ['first', 'without a pause'])
      assert.match(stdout, new RegExp(`^${kind}, ${how} `, 'm'));
  assert.match(stdout, /^3 schools, 20 readers at once$/m);
  assert.equal(asked.get('/authorities/larkshire/map'), 1 + 8);
  assert.equal(asked.get('/authorities/larkshire/schools/900001'), 1 + 3 + 1);
});

test('a page that does not answer fails the benchmark, whatever the time', async () => {
  const { address } = await siteWithout('/map');
  await assert.rejects(readers(address), /\/map answered 500/);
});

test('the median and what 95 in 100 stay under', () => {
  const times = Array.from({ length: 101 }, (_, index) => 100 - index);
  assert.deepEqual(quantiles(times), { median: 50, p95: 95 });
});
