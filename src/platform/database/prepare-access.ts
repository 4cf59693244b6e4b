import { createHash } from 'node:crypto';
import type pg from 'pg';
import { applicationRole } from './application-role.ts';
import { quotedName } from './identifiers.ts';
import { loggedStatements, loggedTrigger } from './logged-changes.ts';
import { accessStatements, type TableAccess } from './table.ts';

/** The steps' own table: what was applied to this schema, read and added to by its owner only. */
export const stepsAccess: TableAccess = {
  table: 'migration',
  access: [
    { may: 'read', by: 'owner', when: 'true' },
    { may: 'add', by: 'owner', when: 'true' },
  ],
  logged: 'is a log',
};

/**
 * Makes the row policies and grants of the schema in the search path what is declared, and nothing else: every policy
 * there was is dropped and every right taken back first; so is what refuses changes that are not logged. Nothing is done
 * when the same was declared last time.
 *
 * @returns whether anything was done
 */
export async function prepareAccess(
  owner: pg.Client,
  schema: string,
  declared: readonly TableAccess[],
): Promise<boolean> {
  const all = [stepsAccess, ...declared];
  const statements = all.flatMap(({ table, access, logged }) => [
    ...accessStatements(table, access),
    ...loggedStatements(schema, table, logged),
  ]);
  const checksum = createHash('sha256').update(statements.join(';\n')).digest('hex');
  const { rows } = await owner.query<{ id: string; checksum: string }>(
    `select id, checksum from migration where id like 'access-%' order by length(id) desc, id desc limit 1`,
  );
  const [last] = rows;
  if (last?.checksum === checksum) return false;
  await dropWhatWasDeclared(owner, schema);
  await owner.query(
    `revoke all on all tables in schema ${quotedName(schema)} from ${quotedName(applicationRole)}`,
  );
  for (const statement of statements) await owner.query(statement);
  const number = 1 + Number(last?.id.slice('access-'.length) ?? 0);
  await owner.query('insert into migration (id, checksum) values ($1, $2)', [`access-${number}`, checksum]);
  return true;
}

async function dropWhatWasDeclared(owner: pg.Client, schema: string): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(
    `select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as statement
         from pg_policies where schemaname = $1
     union all
     select format('drop trigger %I on %I.%I', t.tgname, n.nspname, c.relname)
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and t.tgname = '${loggedTrigger}'`,
    [schema],
  );
  for (const { statement } of rows) await owner.query(statement);
}
