import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type pg from 'pg';
import { openSiteOfRoles, type SiteOfRoles } from './site-of-roles.fixture.ts';

/** The application's own role, as whoever got into the program would have it, with no person set: `psql` at its prompt. */

let site: SiteOfRoles;
let intruder: pg.Client;
let tables: readonly string[];

before(async () => {
  site = await openSiteOfRoles();
  intruder = await site.database.asIntruder();
  const { rows } = await site.database.owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where (n.nspname = 'middletier' or n.nspname like 'authority_%') and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );
  tables = rows.map(({ name }) => name);
});
after(() => site.close());

/** Rows that it sees; `refused` where it may not even ask. */
async function seen(name: string): Promise<number | 'refused'> {
  try {
    const { rows } = await intruder.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    return rows[0]?.n ?? -1;
  } catch (error) {
    assert.match(String(error), /permission denied/, name);
    return 'refused';
  }
}

describe('with nobody set, the application’s role', () => {
  test('sees no row of any table of the installation or of any authority', async () => {
    let there = 0;
    for (const name of tables) {
      const { rows } = await site.database.owner.query<{ n: number }>(
        `select count(*)::int as n from ${name}`,
      );
      there += (rows[0]?.n ?? 0) > 0 ? 1 : 0;
      assert.ok([0, 'refused'].includes(await seen(name)), name);
    }
    assert.ok(tables.some((name) => name.startsWith('authority_marshland.')));
    assert.ok(there > 20, 'there are rows to be seen');
  });

  test('sees none either with a person, a role or a session that it makes up', async () => {
    for (const setting of [
      `middletier.person = ''`,
      `middletier.person = '*'`,
      `middletier.person = '%'`,
      `middletier.person = 'postgres'`,
      `middletier.presented = ''`,
      `middletier.presented = '% * _'`,
    ]) {
      await intruder.query(`set ${setting}`);
      for (const name of tables) assert.ok([0, 'refused'].includes(await seen(name)), `${setting}: ${name}`);
      await intruder.query(`reset ${setting.split(' ')[0] ?? ''}`);
    }
  });

  test('adds, changes, removes, empties, locks and redefines nothing', async () => {
    for (const name of tables) {
      const [schema = '', table = ''] = name.split('.');
      const { rows } = await site.database.owner.query<{ column: string }>(
        'select column_name as column from information_schema.columns where table_schema = $1 and table_name = $2',
        [schema, table.replaceAll('"', '')],
      );
      const [{ column } = { column: '' }] = rows;
      for (const statement of [
        `insert into ${name} default values`,
        `update ${name} set "${column}" = default`,
        `delete from ${name}`,
        `truncate ${name}`,
        `lock table ${name} in access exclusive mode`,
        `alter table ${name} disable row level security`,
        `create policy open on ${name} using (true)`,
        `drop table ${name}`,
      ]) {
        await assert.rejects(
          intruder.query(statement),
          /permission denied|must be owner|row-level security|null value|generated always|violates|presented|LOCK TABLE/,
          statement,
        );
      }
    }
    for (const statement of [
      'create table public.mine (a int)',
      'create schema mine',
      'create role mine',
      `copy (select 1) to program 'id'`,
      `select pg_read_file('/etc/passwd')`,
      `set role postgres`,
      `set session_replication_role = replica`,
      `select lo_import('/etc/passwd')`,
    ]) {
      await assert.rejects(
        intruder.query(statement),
        /permission denied|must be|only roles|does not exist/,
        statement,
      );
    }
  });
});
