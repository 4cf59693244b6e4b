/** Uses the embedded database of the folder it is given until it is told to end. */
import { startEmbeddedServer } from '#/platform/database/embedded-server.ts';

const server = await startEmbeddedServer({ folder: process.argv[2] ?? '' });
process.stdout.write(`database at ${server.url}\n`);
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
setInterval(() => undefined, 1000);
