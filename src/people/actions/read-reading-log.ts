import { readings } from '#/people/records/reading-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { permit } from './permit.ts';

/** Who read which category, newest first: for the information officer. */
export async function readReadingLog(
  parts: Pick<Parts, 'records'>,
  person: Person,
  authority: string,
  limit = 1000,
): ReturnType<typeof readings> {
  permit(person, 'read the reading log', authority);
  const records = await parts.records();
  return await records.inAuthority(authority, person, (transaction) => readings(transaction, limit));
}
