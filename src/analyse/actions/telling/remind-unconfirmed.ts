import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { queueMail } from '#/people/records/mail.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { letterSentAddress } from '#/platform/web/letter-addresses.ts';
import { readReceipts } from '../read-receipts.ts';

/**
 * Reminds by mail every head and chair who has not confirmed the letter to their school; those who were told today
 * are left in peace until tomorrow. The mail says only that a letter waits.
 *
 * @returns how many people were reminded
 */
export async function remindUnconfirmed(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
): Promise<number> {
  const { authority, schools } = await readReceipts(parts, person, slug);
  permit(person, 'decide categories', authority.slug);
  const mails = schools.flatMap(({ urn, decided, leaders }) =>
    decided === null
      ? []
      : leaders.flatMap(({ holder, confirmation }) =>
          confirmation.state === 'outstanding' && confirmation.days > 0
            ? [
                {
                  person: holder.person,
                  occasion: 'letter not confirmed' as const,
                  href: letterSentAddress(authority.slug, urn, decided.id),
                },
              ]
            : [],
        ),
  );
  if (mails.length === 0) return 0;
  const records = await parts.records();
  await records.inAuthority(authority.slug, person, (transaction) => queueMail(transaction, mails));
  return mails.length;
}
