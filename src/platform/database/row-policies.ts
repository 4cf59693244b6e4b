import type pg from 'pg';

/**
 * Throws unless every table of the schema has row-level security enabled, forced on its owner, and at least one policy.
 * Views run with their owner's eyes unless they say otherwise, so one without `security_invoker` is refused as well.
 */
export async function assertProtected(client: Pick<pg.Client, 'query'>, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1
        and (
          c.relkind in ('r', 'p') and not (
            c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid)
          )
          or c.relkind = 'v' and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)
          or c.relkind in ('m', 'f')
        )
      order by 1`,
    [schema],
  );
  if (rows.length > 0) {
    throw new Error(`Without row policies in ${schema}: ${rows.map(({ name }) => name).join(', ')}`);
  }
}
