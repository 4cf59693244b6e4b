import type { DuckDBConnection } from '@duckdb/node-api';
import { rivals } from './contradictions.ts';
import { preferredSql } from './preferred-sql.ts';
import { readRows, text } from './read-rows.ts';

/** What an import adds to what is known: how much it tells, and how much of that is what is used today. */
export interface Effect {
  /** Schools it says something of. */
  readonly schools: number;
  readonly told: readonly Told[];
  /** Numbers in it that another file of the same release gives otherwise. */
  readonly contradicted: number;
}

/** One kind of fact in one file. */
export interface Told {
  readonly what:
    'results' | 'results of authorities and England' | 'inspections' | 'schools in the register' | 'links';
  readonly facts: number;
  /** How many of them are the ones used: no newer or firmer file says the same thing again. */
  readonly deciding: number;
}

/** Facts of each kind and file, and those among them that decide. Only where files tell of the same does it cost anything. */
const told = `
with overridden as (
  select source, count(*) as n from (
    select source, row_number() over (partition by urn, year, measure, grp order by ${preferredSql()}) as place
    from (${rivals})) where place > 1 group by 1
), aggregate_overridden as (
  select source, count(*) as n from (
    select source, row_number() over (partition by level, authority_code, year, measure, grp order by ${preferredSql()}) as place
    from aggregate) where place > 1 group by 1
), deciding_register as (
  select source, count(*) as n from (
    select source, row_number() over (partition by urn order by known_on desc, source desc, row_) as place from register)
  where place = 1 group by 1
), deciding_inspection as (select source, count(*) as n from inspection group by 1),
deciding_link as (select source, count(*) as n from lineage_step group by 1)
select v.source, 'results', v.n, v.n - coalesce(o.n, 0)
from (select source, count(*) as n from value group by 1) v left join overridden o using (source)
union all
select v.source, 'results of authorities and England', v.n, v.n - coalesce(o.n, 0)
from (select source, count(*) as n from aggregate group by 1) v left join aggregate_overridden o using (source)
union all
select r.source, 'schools in the register', r.n, coalesce(d.n, 0)
from (select source, count(*) as n from register group by 1) r left join deciding_register d using (source)
union all
select i.source, 'inspections', i.n, coalesce(d.n, 0)
from (select source, count(*) as n from inspection_told group by 1) i left join deciding_inspection d using (source)
union all
select l.source, 'links', l.n, least(l.n, coalesce(d.n, 0))
from (select source, count(*) as n from link group by 1) l left join deciding_link d using (source)
order by 1, 2`;

const schools = `
select source, count(distinct urn)::integer from (
  select source, urn from register union select source, told_of from inspection_told
  union select source, urn from link union select source, urn from value) group by 1`;

/** The effect of every file in the store, by its identity. */
export async function readEffects(connection: DuckDBConnection): Promise<ReadonlyMap<string, Effect>> {
  const touched = new Map((await readRows(connection, schools)).map((row) => [text(row, 0), Number(row[1])]));
  const facts = new Map<string, Told[]>();
  for (const row of await readRows(connection, told)) {
    const list = facts.get(text(row, 0)) ?? [];
    list.push({ what: text(row, 1) as Told['what'], facts: Number(row[2]), deciding: Number(row[3]) });
    facts.set(text(row, 0), list);
  }
  const ids = await readRows(
    connection,
    'select id, (select count(*) from contradiction c where c.source = id)::integer from source order by id',
  );
  return new Map(
    ids.map((row) => {
      const id = text(row, 0);
      return [id, { schools: touched.get(id) ?? 0, told: facts.get(id) ?? [], contradicted: Number(row[1]) }];
    }),
  );
}
