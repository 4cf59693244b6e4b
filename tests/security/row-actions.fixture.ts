import { sql } from 'kysely';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** The school that a head or chair of the tests belongs to, and one that they do not. */
export const [own, other] = ['900001', '900002'] as const;

const count = async (query: Promise<readonly unknown[]>): Promise<number> => (await query).length;
export const statement = (text: string) => async (transaction: AuthorityTransaction) =>
  Number((await sql.raw(text).execute(transaction)).numAffectedRows ?? 0);

function giveRole(person: string, role: string, kind: string, name: string): string {
  return `insert into role_held (person, role, scope_kind, scope_name, from_date, why, said_by_name)
          values (${person}, '${role}', '${kind}', '${name}', '2020-01-01', 'w', coalesce(acting_name(), ''))`;
}

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
     select '2025-08-31', 's', '[]', 1, 'f', now(), coalesce(acting_name(), '')`,
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
     select 'k', '{}', coalesce(acting_name(), '')`,
  ),
  'supply a file': statement(
    `insert into supplied_file (layout, title, file_name, sha256, given_by, known_on, rows_read, rows_kept, set_aside, problems, values_kept, kept_by_name)
     select 1, 't', 'f', 's', 'g', '2025-08-31', 1, 1, '[]', 0, 1, coalesce(acting_name(), '')`,
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
    `insert into reading_log (person_name, event, path) select coalesce(acting_name(), ''), 'read category', '/'`,
  ),
  'change the reading log': statement(`update reading_log set event = ''`),
  'remove from the reading log': statement('delete from reading_log'),
  'read who holds a role': (t) => count(t.selectFrom('role_held').select('number').distinct().execute()),
  'make oneself an officer': statement(giveRole('acting_person()', 'head of service', 'authority', '')),
  'take on a school': statement(giveRole('acting_person()', 'headteacher', 'school', other)),
  'make a colleague an officer': statement(giveRole(`'colleague'`, 'head of service', 'authority', '')),
  'give a role in another’s name': statement(
    giveRole(`'colleague'`, 'governor', 'school', other).replace('acting_name()', `'Somebody'`),
  ),
  'make somebody the operator': statement(giveRole(`'colleague'`, 'operator', 'authority', '')),
  'change a role': statement(
    `update role_held set role = 'head of service', scope_kind = 'authority', scope_name = ''`,
  ),
  'remove a role': statement('delete from role_held'),
  'end the role of a colleague': statement(
    `insert into role_ended (held, last_day, why, said_by_name)
     values ((select h.number from authority_norfolk.role_held h where h.person = 'colleague'), '2020-01-01', 'w', coalesce(acting_name(), ''))`,
  ),
  'let an ended role go on': statement('delete from role_ended'),
  'add a person': statement(`insert into person (id) values ('x')`),
  'call a colleague something else': statement(
    `insert into person_known_as (person, name, said_by_name) values ('colleague', 'X', coalesce(acting_name(), ''))`,
  ),
  'say which schools a trust has': statement(
    `insert into school_list (kind, source, entries, said_by_name) values ('trust', 's', 0, coalesce(acting_name(), ''))`,
  ),
};
