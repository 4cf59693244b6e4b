import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table, type TableAccess } from '#/platform/database/table.ts';
import { keptLongEnoughHere } from './retention-access.ts';

declare module '#/platform/database/tables.ts' {
  interface InstallationTables {
    /** A form that was sent: known by a hash of its token's number. Who sent it is not kept. */
    form_used: { form: string; attempt: number; used_at: Generated<Date> };
    /** What became of it. */
    form_ended: {
      form: string;
      attempt: number;
      /** `false`: something was wrong with it, and it may be sent again. */
      done: boolean;
      /** Path of the page that it led to. */
      led_to: string | null;
      ended_at: Generated<Date>;
    };
  }
}

const now = `timestamptz not null default clock_timestamp()`;

export const formMigrations: readonly Migration[] = [
  {
    id: 'people-3-forms',
    statements: [
      ...table(
        'form_used',
        `form text not null check (form ~ '^[0-9a-f]{64}$'), attempt integer not null check (attempt > 0), used_at ${now},
         primary key (form, attempt)`,
      ),
      `create index form_used_at on form_used (used_at)`,
      ...table(
        'form_ended',
        `form text not null, attempt integer not null, done boolean not null,
         led_to text check (led_to like '/%'), ended_at ${now}, primary key (form, attempt),
         foreign key (form, attempt) references form_used`,
      ),
    ],
  },
];

const bySender = `presented(form)`;

/** Seen by whoever has the form. */
export const formAccess: readonly TableAccess[] = [
  {
    table: 'form_used',
    access: [
      { may: 'read', when: bySender },
      { may: 'add', columns: ['form', 'attempt'], when: bySender },
      // An answer a moment younger than its form keeps the form for another day.
      ...keptLongEnoughHere(
        'forms sent',
        (longAgo) =>
          `used_at < ${longAgo} and not exists (select from form_ended e where e.form = form_used.form and e.attempt = form_used.attempt)`,
      ),
    ],
  },
  {
    table: 'form_ended',
    access: [
      { may: 'read', when: bySender },
      { may: 'add', columns: ['form', 'attempt', 'done', 'led_to'], when: bySender },
      ...keptLongEnoughHere('forms sent', 'ended_at'),
    ],
  },
];
