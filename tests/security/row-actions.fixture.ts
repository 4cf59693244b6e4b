import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** The school that a head or chair of the tests belongs to, and one that they do not. */
export const [own, other] = ['900001', '900002'] as const;

const count = async (query: Promise<readonly unknown[]>): Promise<number> => (await query).length;
export const statement = (text: string) => async (transaction: AuthorityTransaction) =>
  Number((await sql.raw(text).execute(transaction)).numAffectedRows ?? 0);

/** What a person might try on the rows of an authority: each says how many rows it read, added or changed. */
export const actions: Record<string, (transaction: AuthorityTransaction) => Promise<number>> = {
  'read the run': (t) => count(t.selectFrom('risk_run').selectAll().execute()),
  'read the register': (t) => count(t.selectFrom('risk_proposal').selectAll().execute()),
  'read own school': (t) =>
    count(t.selectFrom('risk_proposal').select('proposal').where('urn', '=', own).execute()),
  'read another school': (t) =>
    count(t.selectFrom('risk_proposal').select('proposal').where('urn', '=', other).execute()),
  'add a run': statement(
    `insert into risk_run (as_at, scheme, sources, schools, fingerprint, ran_at, ran_by_name)
     select '2025-08-31', 's', '[]', 1, 'f', now(), coalesce((select name from person where id = acting_person()), '')`,
  ),
  'change a category': statement(`update risk_proposal set category = 'F1' where urn = '${own}'`),
  'change a run': statement(`update risk_run set as_at = '2020-01-01'`),
  'remove own school': statement(`delete from risk_proposal where urn = '${own}'`),
  'remove another school': statement(`delete from risk_proposal where urn = '${other}'`),
  'remove the run': statement('delete from risk_run'),
  'empty the register': statement('truncate risk_proposal'),
  'read the supplied values': (t) => count(t.selectFrom('supplied_value').selectAll().execute()),
  'read what was supplied of own school': (t) =>
    count(t.selectFrom('supplied_value').select('number').where('urn', '=', own).execute()),
  'read what was supplied of another school': (t) =>
    count(t.selectFrom('supplied_value').select('number').where('urn', '=', other).execute()),
  'read the supplied files': (t) => count(t.selectFrom('supplied_file').selectAll().execute()),
  'read which files were undone': (t) => count(t.selectFrom('supplied_undo').selectAll().execute()),
  'read the problems of supplied files': (t) => count(t.selectFrom('supplied_problem').selectAll().execute()),
  'read what columns mean': (t) => count(t.selectFrom('supplied_layout').selectAll().execute()),
  'describe columns': statement(
    `insert into supplied_layout (header_key, mapping, kept_by_name)
     select 'k', '{}', coalesce((select name from person where id = acting_person()), '')`,
  ),
  'supply a file': statement(
    `insert into supplied_file (layout, title, file_name, sha256, given_by, known_on, rows_read, rows_kept, set_aside, problems, values_kept, kept_by_name)
     select 1, 't', 'f', 's', 'g', '2025-08-31', 1, 1, '[]', 0, 1, coalesce((select name from person where id = acting_person()), '')`,
  ),
  'supply a value': statement(
    `insert into supplied_value (file, file_values, position, urn, item, number, on_date, row) values (2, 2, 2, '${own}', 'places', 1, '2025-01-01', 3)`,
  ),
  'undo a file in another’s name': statement(
    `insert into supplied_undo (file, reason, undone_by_name) values (1, 'r', 'Somebody')`,
  ),
  'change a supplied value': statement(`update supplied_value set number = 0`),
  'remove a supplied value': statement('delete from supplied_value'),
  'change a supplied file': statement(`update supplied_file set known_on = '2020-01-01'`),
  'remove a supplied file': statement('delete from supplied_file'),
  'count an undone file again': statement('delete from supplied_undo'),
  'add to the reading log': statement(
    `insert into reading_log (person_name, event, path) select coalesce((select name from person where id = acting_person()), ''), 'read category', '/'`,
  ),
  'change the reading log': statement(`update reading_log set event = ''`),
  'remove from the reading log': statement('delete from reading_log'),
  'make oneself an officer': statement(`update person set role = 'officer'`),
  'add a person': statement(`insert into person (id, name, role) values ('x', 'X', 'officer')`),
  'take on a school': statement(
    `insert into person_school (person, urn) values (acting_person(), '${other}')`,
  ),
};
