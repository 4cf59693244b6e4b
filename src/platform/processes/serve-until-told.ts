import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { KnownError } from '#/platform/errors.ts';

/** The part of a web server that this needs; Fastify's instance has it. */
interface Listening {
  readonly server: Server;
  readonly listen: (options: { host: string; port: number }) => Promise<unknown>;
}

/**
 * Listens and returns the address of the site.
 *
 * @throws KnownError `port-in-use`, or `configuration-invalid` when the host is not an address of this computer.
 */
export async function listen(site: Listening, host: string, port: number): Promise<string> {
  try {
    await site.listen({ host, port });
  } catch (error) {
    throw knownListenError(error, host, port) ?? error;
  }
  const { address, port: taken } = site.server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${taken}/`;
}

function knownListenError(error: unknown, host: string, port: number): KnownError | null {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return new KnownError('port-in-use', `Port ${port} on ${host} is taken by another program.`, [
        `Choose another, for example: PORT=${port + 1} npm start`,
        `To see which program has it: ss -ltnp 'sport = :${port}'`,
      ]);
    case 'EACCES':
      return new KnownError(
        'port-in-use',
        `You may not use port ${port}: ports below 1024 are kept for root.`,
        ['Choose another, for example: PORT=3000 npm start'],
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new KnownError('configuration-invalid', `HOST: ${host} is not an address of this computer.`, [
        'Leave HOST out, or give an address of this computer.',
      ]);
    default:
      return null;
  }
}

/** Throws as `listen` would when the port cannot be had, without keeping it. */
export async function assertFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (error) {
    throw knownListenError(error, host, port) ?? error;
  } finally {
    probe.close();
  }
}

/**
 * Resolves when the program is told to end: a signal, or the end of the process that started it. A second signal
 * later than two seconds after the first ends the program at once, for when the orderly way hangs; Ctrl-C under npm
 * arrives twice within milliseconds, from the terminal and from npm.
 */
export async function untilTold(): Promise<void> {
  const told = Promise.withResolvers<undefined>();
  let first = 0;
  const tell = () => {
    if (first === 0) {
      first = performance.now();
      told.resolve(undefined);
    } else if (performance.now() - first > 2000) process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell);
  parentGone.then(tell, tell);
  await told.promise;
}

/**
 * Resolves when the process that started this one is gone: the channel between them is cut, however that came about.
 * Never resolves for a program that was started without one.
 */
export const parentGone: Promise<void> =
  process.channel === undefined
    ? new Promise(() => undefined)
    : once(process, 'disconnect').then(() => undefined);

// Listening for the end of the parent must not keep a finished command from ending.
process.channel?.unref();
