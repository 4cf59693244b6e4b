import type { MailsRead } from '#/people/actions/read-mail.ts';
import {
  mailCounts,
  occasionInWords,
  standingInWords,
  troubled,
  waitingInWords,
} from '#/people/actions/tell-mail.ts';
import { momentInWords, plural, sentence } from '#/platform/web/words.ts';

const shown = 100;

/** Everything the page shows: of each mail to whom it was and whether it arrived, and nothing of what it is about. */
export function mailView(read: MailsRead) {
  const rows = troubled(read);
  return {
    lead: waitingInWords(read),
    isSet: read.isSet,
    command: 'npx middletier mail --send',
    total: `${plural(read.mails.length, 'mail')} in the last ${String(read.days)} days.`,
    counts: mailCounts(read).map(({ words, count }) => ({ words: sentence(words), count })),
    rows: rows.slice(0, shown).map((one) => ({
      at: momentInWords(one.queuedAt),
      to: one.name ?? 'not known',
      subject: occasionInWords(one),
      standing: sentence(standingInWords(one)),
    })),
    more: rows.length > shown ? `The newest ${String(shown)} of ${plural(rows.length, 'mail')}.` : null,
  };
}
