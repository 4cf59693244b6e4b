import type { Writable } from 'node:stream';

/**
 * Waits until all that was written has left the program. A pipe takes 64 KiB at a time: a program that exits at once
 * would cut its answer off in the middle of a number.
 */
export async function delivered(...streams: readonly Writable[]): Promise<void> {
  await Promise.all(
    streams.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
}

/** Whoever reads may stop early (`… | head`). That is no failure: the work goes on, and nobody is told. */
export function letReadersLeave(...streams: readonly Writable[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
