import { createHash } from 'node:crypto';

/** What is kept of a token or of a name that was tried: whoever reads the database can begin nothing with it. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
