import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * A reporter for node:test that is short when all is well: failures whole, what was skipped with its reason, and the
 * counts for `scripts/test.mjs` in the file that TEST_COUNTS names.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* report(events) {
  const skipped = new Map();
  let counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    // A test that holds others fails because they do; their own failures say why.
    if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') yield failure(data);
    if (type === 'test:pass' && typeof data.skip === 'string') {
      skipped.set(data.skip, (skipped.get(data.skip) ?? 0) + 1);
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type === 'test:summary' && data.file === undefined) {
      const { passed, failed, cancelled } = data.counts;
      counts = { passed, failed: failed + cancelled, skipped: data.counts.skipped + data.counts.todo };
    }
  }
  for (const [reason, times] of skipped)
    yield `  skipped ${times}: ${reason === '' ? 'no reason given' : reason}\n`;
  const file = process.env['TEST_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
}

/** @param {any} data */
function failure({ name, file, line, details }) {
  const where = file === undefined ? '' : ` (${relative(process.cwd(), file)}:${line})`;
  const error = details.error?.cause ?? details.error;
  const words = error?.stack ?? String(error?.message ?? error);
  return `\n✖ ${name}${where}\n${words.replaceAll(/^/gm, '    ')}\n`;
}
