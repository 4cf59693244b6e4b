import { linksMade, type LinkMade } from '#/people/records/links-made.ts';
import { firstSignedIn } from '#/people/records/signed-in.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { permit } from './permit.ts';

const daysTold = 30;

/**
 * Links of the last thirty days with which the password of whoever asks could be set, made when they had signed in before:
 * whoever had such a link could become them, so they are told, whether or not it was used. Newest first.
 */
export async function linksMadeForMe(
  parts: Pick<Parts, 'records' | 'now'>,
  person: Person,
  authority: string,
): Promise<readonly LinkMade[]> {
  permit(person, 'read published data', authority);
  const records = await parts.records();
  const made = await records.inAuthority(authority, person, linksMade);
  if (made.length === 0) return [];
  const first = await records.inInstallation([person.id], (transaction) =>
    firstSignedIn(transaction, person.id),
  );
  const since = new Date(Date.parse(parts.now()) - daysTold * 86_400_000).toISOString();
  return made.filter(({ at }) => first !== null && at > first && at >= since);
}
