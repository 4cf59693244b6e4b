import type { Parts } from '#/parts.ts';
import { mailsOfDays, whereMailLeads, type MailKept } from '#/people/records/mail.ts';
import { standingOfMail, type MailStanding } from '#/people/rules/mail-standing.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { nothingThere, permit } from './permit.ts';

/** How many days back mails are looked at. */
const daysRead = 30;

/** A mail with where it stands, and nothing of what it is about. */
export interface MailRead {
  /** `null` where the reader may not know. */
  readonly name: string | null;
  readonly occasion: MailKept['occasion'];
  readonly queuedAt: string;
  readonly standing: MailStanding;
}

/** The mails of an authority in thirty days. */
export interface MailsRead {
  readonly days: number;
  /** Whether a mail server is set. */
  readonly isSet: boolean;
  /** The newest first. */
  readonly mails: readonly MailRead[];
}

/** Which mails wait, which were sent and which could not be. */
export async function readMails(
  parts: Pick<Parts, 'records' | 'mail' | 'now'>,
  person: Person,
  authority: string,
): Promise<MailsRead> {
  permit(person, 'send mail', authority);
  const kept = await ifAnyRecords(parts, person, authority, (transaction) =>
    mailsOfDays(transaction, daysRead),
  );
  return {
    days: daysRead,
    isSet: (parts.mail ?? null) !== null,
    mails: (kept ?? []).toReversed().map(({ name, occasion, queuedAt, attempts }) => ({
      name,
      occasion,
      queuedAt,
      standing: standingOfMail(queuedAt, attempts, parts.now()),
    })),
  };
}

/** The page that a mail to the reader tells of. A mail to somebody else is answered as one that there is not. */
export async function followMail(
  parts: Pick<Parts, 'records'>,
  person: Person,
  authority: string,
  mail: string,
): Promise<string> {
  permit(person, 'read published data', authority);
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(mail)) throw nothingThere();
  const href = await ifAnyRecords(parts, person, authority, (transaction) =>
    whereMailLeads(transaction, mail),
  );
  if (href?.startsWith('/authorities/') !== true) throw nothingThere();
  return href;
}
