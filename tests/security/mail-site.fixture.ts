import { loadReference } from '#/law/reference.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { sendWaitingMail } from '#/people/actions/send-mail.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { startMailServer } from '#/platform/mail/smtp-server.fixture.ts';
import { everyRole } from './everybody.fixture.ts';
import { addPerson, startTestDatabase } from './records.fixture.ts';

/** The authority of the tests of mail; everybody in it has an address that is not an invented one. */
export const authority = 'fenshire';

/** How somebody’s address begins. */
export const short = ({ id }: Person): string => id.slice(0, 8);

/** An authority with one person of each role, and a mail server. */
export async function openMailSite() {
  const [database, server] = await Promise.all([startTestDatabase(), startMailServer()]);
  const records = await database.openRecords();
  await records.prepareAuthority(authority, 'Fenshire');
  for (const person of everyRole(authority)) await addPerson(database.owner, authority, person);
  /** The database says when a mail was queued; a second on, everything queued so far waits. */
  const ahead = { milliseconds: 1000 };
  const { owner } = database;
  const address = async (person: Person, email: string | null): Promise<void> => {
    await owner.query(
      `insert into authority_${authority}.person_known_as (person, name, email, said_by, said_by_name) values ($1, $2, $3, 'test', 'The test')`,
      [person.id, person.name, email],
    );
  };
  const partsWith = (url: string | null, today = '2026-07-01') => ({
    records: () => Promise.resolve(records),
    reference: loadReference,
    site: { address: 'https://middletier.fenshire.gov.uk', provider: null },
    mail: url === null ? null : { url, from: 'middletier@fenshire.gov.uk' },
    today: () => today,
    now: () => new Date(Date.now() + ahead.milliseconds).toISOString(),
  });
  return {
    owner,
    server,
    partsWith,
    address,
    as: <Answer>(person: Person, work: (transaction: AuthorityTransaction) => Promise<Answer>) =>
      records.inAuthority(authority, person, work),
    send: (url: string | null = server.url) => sendWaitingMail(partsWith(url), operator, authority),
    later: (minutes: number) => {
      ahead.milliseconds += minutes * 60_000;
    },
    /** As if no mail had been queued yet. */
    begin: async () => {
      const tables = ['mail_queued', 'mail_link', 'mail_attempt', 'mail_choice'];
      await owner.query(`truncate ${tables.map((one) => `authority_${authority}.${one}`).join(', ')}`);
      server.answerTo = () => null;
      server.received.length = 0;
      for (const person of everyRole(authority)) await address(person, `${short(person)}@fenshire.gov.uk`);
      ahead.milliseconds = 1000;
    },
    close: async () => {
      await server.close();
      await database.end();
    },
  };
}

export type MailSite = Awaited<ReturnType<typeof openMailSite>>;
