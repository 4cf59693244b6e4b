import type { DuckDBConnection } from '@duckdb/node-api';
import { loadLocalAuthorities } from '#/law/local-authorities.ts';
import { literal } from '#/published/facts/sql.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import { readRows, text, textOrNull } from './read-rows.ts';
import { slugOf } from './write-store.ts';

export interface NeighboursQuery {
  readonly asAt: IsoDate;
  /** Slug of the authority whose neighbours are asked for. */
  readonly authority: string;
}

/** An authority that is like another one. */
export interface Neighbour {
  /** Slug; of an authority whose code is not in our list, made of the code. */
  readonly authority: string;
  readonly name: string;
  /** 1 is the nearest. */
  readonly order: number;
  /** How near, in the publisher's words: `Very close`. */
  readonly closeness: string | null;
  readonly source: SourceRef;
}

/** The statistical neighbours of an authority, nearest first, as the newest list known on the date has them. */
export async function readNeighbours(
  connection: DuckDBConnection,
  { asAt, authority }: NeighboursQuery,
): Promise<readonly Neighbour[]> {
  const known = loadLocalAuthorities();
  const codes = known.filter(({ name }) => slugOf(name) === authority).map(({ code }) => literal(code));
  if (codes.length === 0) return [];
  const rows = await readRows(
    connection,
    `with told as (
  select * from neighbour where authority_code in (${codes.join(', ')}) and known_on <= ${literal(asAt)}::date
)
select other_code, place, closeness, source, row_ from told
where (known_on, source, authority_code) = (select max((known_on, source, authority_code)) from told)
order by place`,
  );
  return rows.map((row) => {
    const code = text(row, 0);
    const name = known.find((one) => one.code === code)?.name ?? `authority ${code}`;
    return {
      authority: slugOf(name),
      name,
      order: Number(row[1]),
      closeness: textOrNull(row, 2),
      source: { source: text(row, 3), row: Number(row[4]) },
    };
  });
}
