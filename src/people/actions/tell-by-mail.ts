import { holdersOf } from '#/people/records/people-of-school.ts';
import { queueMail } from '#/people/records/mail.ts';
import type { MailOccasion } from '#/people/rules/mail-occasions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** That something waits, and where. What it is stands there, behind signing in. */
interface ToTell {
  readonly occasion: MailOccasion;
  /** The page it is about, as its address on this site. */
  readonly href: string;
}

/**
 * Tells people by mail, in the transaction of what they are told of: it is sent once that is kept, and never where it is
 * not. Nobody is told of what they do themselves, and nobody twice.
 *
 * @param people who they are, by their identity; whoever is not known to the authority is an error
 */
export async function tellByMail(
  transaction: AuthorityTransaction,
  { people, occasion, href }: ToTell & { readonly people: readonly string[] },
): Promise<void> {
  await queueMail(
    transaction,
    [...new Set(people)].map((person) => ({ person, occasion, href })),
  );
}

/** Tells the head and the chair of a school, as far as they are known. */
export async function tellLeadersByMail(
  transaction: AuthorityTransaction,
  urn: Urn,
  told: ToTell,
): Promise<void> {
  const leaders = await holdersOf(transaction, ['headteacher', 'chair'], urn);
  await tellByMail(transaction, { ...told, people: leaders.map(({ person }) => person) });
}
