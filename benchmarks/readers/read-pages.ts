import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What many readers at once had to wait for. */
export interface Reading {
  readonly pages: number;
  /** Milliseconds of each page, in the order in which they were there. */
  readonly times: readonly number[];
  /** Milliseconds from asking to the last byte. */
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
  /** Milliseconds of the site's own process for each page; `null` where it cannot be told. */
  readonly processor: number | null;
}

export interface Readers {
  /**
   * Reads pages, all readers together: each asks for the next as soon as it has the last one, after a pause. Throws when
   * a page does not answer 200.
   */
  readonly read: (paths: readonly string[], pause: number) => Promise<Reading>;
  /** One page, as text. */
  readonly page: (path: string) => Promise<string>;
  readonly leave: () => void;
}

/**
 * Readers on connections that stay open, as browsers keep theirs.
 *
 * @param processorTime of the site until now, in ms
 * @param cookies of their sessions: the readers take turns with them, so that one is that of one person who reads everything
 */
export function readersOf(
  address: string,
  count: number,
  processorTime: () => number | null,
  cookies: readonly string[],
): Readers {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const ask = (path: string, reader = 0): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const cookie = cookies[reader % cookies.length] ?? '';
      get(address + path, { agent, headers: { cookie } }, (answer) => {
        if (answer.statusCode === 200) resolve(answer);
        else {
          answer.resume();
          reject(new Error(`${path} answered ${String(answer.statusCode)}.`));
        }
      }).on('error', reject);
    });
  return {
    read: async (paths, pause) => {
      const times: number[] = [];
      const waiting = paths.toReversed();
      const before = processorTime();
      const began = performance.now();
      const reader = async (index: number) => {
        // People do not begin in the same moment.
        if (pause > 0) await wait((pause * index) / count);
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          const asked = performance.now();
          const answer = await ask(path, index);
          answer.resume();
          await once(answer, 'end');
          times.push(performance.now() - asked);
          if (pause > 0) await wait(pause);
        }
      };
      await Promise.all(Array.from({ length: count }, (_, index) => reader(index)));
      const seconds = (performance.now() - began) / 1000;
      const after = processorTime();
      return {
        pages: times.length,
        times,
        ...quantiles(times),
        perSecond: times.length / seconds,
        processor: before === null || after === null ? null : (after - before) / times.length,
      };
    },
    page: async (path) => {
      const answer = await ask(path);
      let text = '';
      for await (const part of answer.setEncoding('utf8')) text += String(part);
      return text;
    },
    leave: () => {
      agent.destroy();
    },
  };
}

/** The middle, and what 95 in 100 stay under. */
export function quantiles(times: readonly number[]): Pick<Reading, 'median' | 'p95'> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
