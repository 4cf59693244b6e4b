import { mailOccasions } from '#/people/rules/mail-occasions.ts';
import { plural } from '#/platform/web/words.ts';
import type { MailRead, MailsRead } from './read-mail.ts';

const standings = {
  waiting: 'waiting',
  'being sent': 'being sent',
  sent: 'sent',
  refused: 'refused by the mail server',
  'given up': 'given up after six tries',
  'not known': 'not known: Middle Tier was stopped while sending, and it may have arrived',
  'too old': 'dropped: older than three days',
  invented: 'not sent: the address is an invented one',
} as const satisfies Readonly<Record<MailRead['standing']['is'], string>>;

/** How a mail stands, with the server’s codes where it said something. */
export function standingInWords({ standing }: Pick<MailRead, 'standing'>): string {
  const said = 'words' in standing && standing.words !== '' ? ` (${standing.words})` : '';
  return `${standings[standing.is]}${said}`;
}

/** What a mail was about in general: its subject, which says no more. */
export function occasionInWords({ occasion }: Pick<MailRead, 'occasion'>): string {
  return mailOccasions[occasion].subject;
}

/** `12 mails wait: no mail server is set.` */
export function waitingInWords({ mails, isSet }: MailsRead): string {
  const waiting = mails.filter(({ standing }) => standing.is === 'waiting').length;
  const wait = `${plural(waiting, 'mail')} ${waiting === 1 ? 'waits' : 'wait'}`;
  if (!isSet) return `${wait}: no mail server is set.`;
  return `${waiting === 0 ? 'No mail waits' : wait}.`;
}

/** How many there are of each standing, in the order in which people want to know. */
export function mailCounts({
  mails,
}: MailsRead): readonly { readonly words: string; readonly count: number }[] {
  return Object.entries(standings).flatMap(([is, words]) => {
    const count = mails.filter(({ standing }) => standing.is === is).length;
    return count === 0 ? [] : [{ words, count }];
  });
}

/** Those that somebody should look at: they never reached anybody, or nobody knows. */
export function troubled({ mails }: MailsRead): readonly MailRead[] {
  return mails.filter(({ standing }) =>
    ['refused', 'given up', 'not known', 'too old'].includes(standing.is),
  );
}
