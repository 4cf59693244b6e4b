import type { Generated } from 'kysely';
import type { MailOccasion } from '#/people/rules/mail-occasions.ts';
import type { MailOutcome } from '#/people/rules/mail-standing.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** A mail to somebody, queued in the transaction of what it tells of: with it, or not at all. */
    mail_queued: {
      id: Generated<string>;
      person: string;
      occasion: MailOccasion;
      /** Of a daily summary: the day it is of, one a person. */
      for_day: string | null;
      late: number | null;
      soon: number | null;
      queued_at: Generated<Date>;
      queued_by: Generated<string>;
    };
    /** Where the mail leads, once its reader has signed in: theirs alone to know, and not in the mail. */
    mail_link: { mail: string; href: string };
    /** What was done about sending it. */
    mail_attempt: {
      number: Generated<string>;
      mail: string;
      at: Generated<Date>;
      outcome: MailOutcome;
      words: string;
    };
    /** Whether somebody wants the daily summary: the newest counts, and without one they do. */
    mail_choice: {
      number: Generated<string>;
      person: string;
      daily: boolean;
      said_at: Generated<Date>;
      said_by: Generated<string>;
      said_by_name: Generated<string>;
    };
  }
}

const now = 'timestamptz not null default clock_timestamp()';
const acting = `text not null default current_setting('middletier.person')`;

export const mailMigrations: readonly Migration[] = [
  {
    id: 'people-9-mail',
    statements: [
      ...table(
        'mail_queued',
        `id uuid primary key default gen_random_uuid(), person text not null references person,
         occasion text not null check (trim(occasion) <> ''), for_day date, late integer check (late >= 0), soon integer check (soon >= 0),
         queued_at ${now}, queued_by ${acting},
         check ((for_day is null) = (late is null) and (for_day is null) = (soon is null)), unique (person, for_day)`,
      ),
      `create index mail_queued_lately on mail_queued (queued_at)`,
      ...table(
        'mail_link',
        `mail uuid primary key references mail_queued, href text not null check (href like '/%')`,
      ),
      ...table(
        'mail_attempt',
        `number bigint generated always as identity primary key, mail uuid not null references mail_queued,
         at ${now}, outcome text not null check (outcome in ('begun', 'sent', 'failed', 'refused', 'invented')), words text not null`,
      ),
      `create index mail_attempt_of on mail_attempt (mail, number)`,
      ...table(
        'mail_choice',
        `number bigint generated always as identity primary key, person text not null references person, daily boolean not null,
         said_at ${now}, said_by ${acting}, said_by_name text not null default acting_name()`,
      ),
      `create index mail_choice_of on mail_choice (person, number desc)`,
    ],
  },
];
