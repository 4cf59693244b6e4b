import { Command } from 'commander';
import { readMails } from '#/people/actions/read-mail.ts';
import { sendWaitingMail } from '#/people/actions/send-mail.ts';
import {
  mailCounts,
  occasionInWords,
  standingInWords,
  troubled,
  waitingInWords,
} from '#/people/actions/tell-mail.ts';
import type { Parts } from '#/parts.ts';
import { momentInWords, plural } from '#/platform/web/words.ts';

/** What is typed about mail: which wait, which could not be sent, and send them now. */
export function commands(parts: Parts): Command[] {
  return [mailCommand(parts)];
}

const shown = 20;

function mailCommand(parts: Parts): Command {
  return new Command('mail')
    .summary('which mails wait, which could not be sent; send them now')
    .description(
      'Shows which mails of the last 30 days wait and which could not be sent, and with --send sends those whose time has come.\n' +
        'The site does so by itself every minute.',
    )
    .option('--authority <short-name>', 'of one authority; all when left out')
    .option('--send', 'send what waits now')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier mail\n  MIDDLETIER_MAIL=smtps://middletier:secret@mail.example.gov.uk:465 npx middletier mail --send',
    )
    .action(async ({ authority, send }: { authority?: string; send?: true }) => {
      const records = await parts.records();
      const person = await parts.person();
      const slugs =
        authority === undefined ? (await records.authorities()).map(({ slug }) => slug) : [authority];
      const told = [];
      for (const slug of slugs) {
        const round = send === true ? await sendWaitingMail(parts, person, slug) : null;
        const read = await readMails(parts, person, slug);
        tell(parts, slug, read);
        if (round !== null && round.stopped !== null) {
          parts.terminal.line(`  Nothing more was tried: the mail server said ${round.stopped}.`);
        }
        told.push({ authority: slug, round, counts: mailCounts(read) });
      }
      parts.terminal.document({ told });
    });
}

function tell({ terminal }: Parts, slug: string, read: Awaited<ReturnType<typeof readMails>>): void {
  terminal.line(`${slug}: ${waitingInWords(read)}`);
  for (const { words, count } of mailCounts(read)) terminal.line(`  ${plural(count, 'mail')}: ${words}`);
  for (const one of troubled(read).slice(0, shown)) {
    terminal.line(
      `  ${momentInWords(one.queuedAt)}, to ${one.name ?? 'somebody'}: “${occasionInWords(one)}” ${standingInWords(one)}`,
    );
  }
}
