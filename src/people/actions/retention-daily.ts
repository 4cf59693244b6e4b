import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import { letGoOfOld } from './retention.ts';

const oneDay = 24 * 60 * 60 * 1000;
/** Whoever starts the site wants its pages first. */
const afterStart = 60 * 1000;

/**
 * Lets go of what has been kept long enough, a minute after the start and then once a day, as long as the program runs. A
 * lock in the database keeps two programs from doing so at once, and doing it twice does nothing: no queue is needed.
 */
export function letGoDaily(parts: Pick<Parts, 'records'>, failed: (error: unknown) => void): void {
  const now = (): void => {
    letGoOfOld(parts, operator, { authority: null, apply: true }).catch(failed);
  };
  setTimeout(now, afterStart).unref();
  setInterval(now, oneDay).unref();
}
