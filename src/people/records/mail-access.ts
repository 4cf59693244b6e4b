import { anybodyKnown, rowsFor } from '#/people/rules/row-conditions.ts';
import type { TableAccess } from '#/platform/database/table.ts';
import { keptLongEnough } from './retention-access.ts';

const acting = '(select acting_person())';
const sends = rowsFor('send mail');
/** The inner query sees only the mails that who acts may know of. */
const ofMail = 'mail in (select q.id from mail_queued q)';
const letGoWithMail = keptLongEnough('mails', '(select q.queued_at from mail_queued q where q.id = mail)');

/**
 * Whoever does something queues what is told of it; whom it is to, who queued it and who sends mail know of the mail. Where
 * it leads is known to whom it is to: an administrator, who sees that a mail could not be sent, reads of no school.
 */
export const mailAccess: readonly TableAccess[] = [
  {
    table: 'mail_queued',
    logged: 'is a log',
    access: [
      { may: 'read', when: `person = ${acting} or queued_by = ${acting}` },
      { may: 'read', when: sends },
      {
        may: 'add',
        columns: ['id', 'person', 'occasion', 'for_day', 'late', 'soon'],
        when: `queued_by = ${acting} and ${anybodyKnown} and (for_day is null or ${sends})`,
      },
      ...keptLongEnough('mails', 'queued_at'),
    ],
  },
  {
    table: 'mail_link',
    logged: 'is a log',
    access: [
      { may: 'read', when: `mail in (select q.id from mail_queued q where q.person = ${acting})` },
      { may: 'add', when: `mail in (select q.id from mail_queued q where q.queued_by = ${acting})` },
      ...letGoWithMail,
    ],
  },
  {
    table: 'mail_attempt',
    logged: 'is a log',
    access: [
      { may: 'read', when: ofMail },
      { may: 'add', columns: ['mail', 'outcome', 'words'], when: sends },
      ...letGoWithMail,
    ],
  },
  {
    table: 'mail_choice',
    logged: { as: 'person', key: 'new.person' },
    access: [
      { may: 'read', when: `person = ${acting}` },
      { may: 'read', when: sends },
      {
        may: 'add',
        columns: ['person', 'daily'],
        when: `person = ${acting} and said_by = ${acting} and said_by_name = (select acting_name()) and ${anybodyKnown}`,
      },
    ],
  },
];
