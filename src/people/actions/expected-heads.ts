import type { LogName } from '#/people/records/log-chain.ts';
import { KnownError } from '#/platform/errors.ts';
import type { ExpectedHead } from './check-logs.ts';

const names: readonly LogName[] = ['reading', 'changes', 'retention', 'official files'];

/**
 * Last links that somebody wrote down, as they are printed: `changes:1042:9f2c…`.
 *
 * @param authority whose logs they are of; the log of official files is the installation's whatever it says
 */
export function readExpected(
  typed: readonly string[],
  authority: string | null,
): readonly ExpectedHead[] | KnownError {
  const read = typed.map((one) => {
    const [, name, position, hash] = /^([a-z ]+):([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(one) ?? [];
    const log = names.find((known) => known === name);
    if (log === undefined || position === undefined || hash === undefined) return null;
    const of = log === 'official files' ? null : authority;
    return { authority: of, log, position: Number(position), hash };
  });
  const understood = read.filter((one) => one !== null);
  if (understood.length < read.length) {
    return new KnownError('usage', `“${typed[read.indexOf(null)] ?? ''}” is not the last link of a log.`, [
      'Give it as it was printed: --expect changes:1042:9f2c…, with all 64 digits.',
    ]);
  }
  if (authority === null && understood.some(({ log }) => log !== 'official files' && log !== 'retention')) {
    return new KnownError('usage', 'Say whose log it is: give --authority with --expect.');
  }
  return understood;
}
