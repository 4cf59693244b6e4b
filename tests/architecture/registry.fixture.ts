import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Answers as a registry of packages does, for whoever asks which weaknesses are known. */
const program = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer((request, response) => {
    const asked = request.method === 'POST' && request.url.endsWith('/advisories/bulk');
    response.statusCode = asked ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(asked ? workerData : { error: 'not found' }));
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** In a thread of its own: whoever asks it keeps this one waiting. */
export async function startRegistry(
  advisories: Readonly<Record<string, readonly object[]>>,
): Promise<{ readonly address: string; readonly stop: () => Promise<unknown> }> {
  const worker = new Worker(program, { eval: true, workerData: advisories });
  const [port] = (await once(worker, 'message')) as [number];
  return { address: `http://127.0.0.1:${port}/`, stop: () => worker.terminate() };
}
