import { sql } from 'kysely';
import type { InstallationTransaction } from '#/platform/database/tables.ts';

/** What is kept of a form that was sent before; `done` is `null` while it was not answered. */
export interface FormUsed {
  readonly done: boolean | null;
  readonly ledTo: string | null;
}

/**
 * Adds that a form is sent, unless it was before and did what it does, or is still being answered.
 *
 * @returns the number of the attempt; `null` when it was not added
 */
export async function addFormUse(transaction: InstallationTransaction, form: string): Promise<number | null> {
  const { rows } = await sql<{ attempt: number }>`
    insert into form_used (form, attempt)
      select ${form}, 1 + count(*)::int from form_ended where form = ${form} and not done
    on conflict do nothing returning attempt
  `.execute(transaction);
  return rows[0]?.attempt ?? null;
}

/** What became of the form the last time it was sent. */
export async function lastFormUse(transaction: InstallationTransaction, form: string): Promise<FormUsed> {
  const { rows } = await sql<FormUsed>`
    select e.done, e.led_to as "ledTo" from form_used u left join form_ended e using (form, attempt)
     where u.form = ${form} order by u.attempt desc limit 1
  `.execute(transaction);
  return rows[0] ?? { done: null, ledTo: null };
}

/** Adds what became of a form. */
export async function addFormEnd(
  transaction: InstallationTransaction,
  end: {
    readonly form: string;
    readonly attempt: number;
    readonly done: boolean;
    readonly led_to: string | null;
  },
): Promise<void> {
  await transaction.insertInto('form_ended').values(end).execute();
}
