import { applicationRole } from './application-role.ts';
import { literal, quotedName } from './identifiers.ts';
import type { Logged } from './table.ts';

/** What the trigger is called on every table that has one. */
export const loggedTrigger = 'a change is logged';

/**
 * Statements that make the database refuse, at the end of a transaction of the application, a new row that no entry of the
 * log of changes tells of. The entry is of this transaction: `made_in` is its number, and `at` is not before its beginning,
 * because numbers begin anew when records are restored on another server; and it is in the name of who acts. The trigger looks
 * with its owner's eyes and tells nothing: through the policies of the log each of many rows took a hundredth of a second. A
 * search path of its own keeps a temporary table from standing in for the log. What the owner does is told by the steps of `migration` and by the log of retention.
 */
export function loggedStatements(
  schema: string,
  table: string,
  logged: Logged | undefined,
): readonly string[] {
  if (logged === undefined || logged === 'is a log' || 'with' in logged) return [];
  const name = quotedName(`${table}_is_logged`);
  return [
    `create or replace function ${name}() returns trigger language plpgsql security definer set search_path = ${quotedName(schema)}, pg_temp as $$
       begin
         if not exists (
           select from change_log c
            where c.about_kind = ${literal(logged.as)} and c.about_key = (${logged.key})::text
              and c.person = current_setting('middletier.person', true)
              and c.at >= now() and c.made_in = pg_current_xact_id()
         ) then
           raise exception 'A new row of % that the log of changes does not tell of', '${table}' using errcode = 'check_violation';
         end if;
         return null;
       end $$`,
    `create constraint trigger ${quotedName(loggedTrigger)} after insert on ${quotedName(table)} deferrable initially deferred
       for each row when (current_user = ${literal(applicationRole)}) execute function ${name}()`,
  ];
}
