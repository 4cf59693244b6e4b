import type { Parts } from '#/parts.ts';
import { addMailAttempt, lockMail, mailsOfDays, type MailKept } from '#/people/records/mail.ts';
import { daysWorthSending, standingOfMail, type MailOutcome } from '#/people/rules/mail-standing.ts';
import { mailText } from '#/people/rules/mail-occasions.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { isInventedAddress } from '#/platform/mail/invented-address.ts';
import { openMail, type MailServer } from '#/platform/mail/open-mail.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { permit } from './permit.ts';

type Needed = Pick<Parts, 'records' | 'site' | 'mail' | 'now'>;

/** What came of sending the mails that wait. */
export interface MailRound {
  readonly sent: number;
  readonly refused: number;
  /** To be tried again. */
  readonly failed: number;
  /** To invented addresses. */
  readonly invented: number;
  /** Why no more was tried, by the server’s codes; `null` where everything was. */
  readonly stopped: string | null;
}

/**
 * Sends the mails of an authority that wait and whose time has come, one after the other. That a mail is being sent is kept
 * before it is, so that no second process takes it too, and one that is cut short is told as not known. Where no server can
 * be reached the rest is left for the next time.
 *
 * @param open the way to the server; the one of the settings where left out
 * @returns `null` where no mail server is set
 */
export async function sendWaitingMail(
  parts: Needed,
  person: Person,
  authority: string,
  open: typeof openMail = openMail,
): Promise<MailRound | null> {
  permit(person, 'send mail', authority);
  const { mail = null } = parts;
  if (mail === null) return null;
  const done = { sent: 0, refused: 0, failed: 0, invented: 0 };
  let server: MailServer | null = null;
  try {
    for (;;) {
      const taken = await takeOne(parts, person, authority);
      if (taken === null) return { ...done, stopped: null };
      if (taken.to === null) {
        done[taken.outcome] += 1;
        continue;
      }
      server ??= open(mail);
      const delivery = await server.send({ to: taken.to, ...textOf(parts, authority, taken.mail) });
      const outcome: MailOutcome = delivery.is === 'no server' ? 'failed' : delivery.is;
      const words = 'words' in delivery ? delivery.words : '';
      await inRecords(parts, person, authority, (transaction) =>
        addMailAttempt(transaction, taken.mail.id, outcome, words),
      );
      done[outcome === 'sent' || outcome === 'refused' ? outcome : 'failed'] += 1;
      if (delivery.is === 'no server') return { ...done, stopped: delivery.words };
    }
  } finally {
    server?.close();
  }
}

type Taken =
  | { readonly mail: MailKept; readonly to: string }
  /** It cannot be sent, and that is kept: nobody’s address, or none. */
  | { readonly mail: MailKept; readonly to: null; readonly outcome: 'invented' | 'refused' };

/** A mail whose time has come, taken by this process; `null` where none waits. */
async function takeOne(parts: Needed, person: Person, authority: string): Promise<Taken | null> {
  return await inRecords(parts, person, authority, async (transaction) => {
    await lockMail(transaction);
    const now = parts.now();
    const mail = (await mailsOfDays(transaction, daysWorthSending + 1)).find((one) => {
      const standing = standingOfMail(one.queuedAt, one.attempts, now);
      return standing.is === 'waiting' && standing.tryFrom <= now;
    });
    if (mail === undefined) return null;
    const to = mail.email;
    if (to !== null && !isInventedAddress(to)) {
      await addMailAttempt(transaction, mail.id, 'begun', '');
      return { mail, to };
    }
    const outcome = to === null ? 'refused' : 'invented';
    await addMailAttempt(transaction, mail.id, outcome, to === null ? 'no address' : '');
    return { mail, to: null, outcome };
  });
}

/** The link leads to the mail’s own page: what it tells of is not in the address either. */
function textOf({ site }: Needed, authority: string, { id, occasion, numbers }: MailKept) {
  return mailText(occasion, numbers, `${site.address}${linkOf(authority, id)}`);
}

/** Where a mail leads on this site (`people/pages/told/route.ts`). */
function linkOf(authority: string, mail: string): string {
  return `/authorities/${encodeURIComponent(authority)}/told/${encodeURIComponent(mail)}`;
}

async function inRecords<Result>(
  { records }: Needed,
  person: Person,
  authority: string,
  work: (transaction: AuthorityTransaction) => Promise<Result>,
): Promise<Result> {
  return await (await records()).inAuthority(authority, person, work);
}
