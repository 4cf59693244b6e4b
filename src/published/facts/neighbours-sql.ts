import type { Column, NeighbourFacts } from '#/published/layout.ts';
import { literal, type Cells } from './sql.ts';

/** One row for each neighbour of each authority; a place that is blank has none. */
export function neighboursSql(
  neighbours: NeighbourFacts,
  cells: Cells,
  find: (column: Column) => number | null,
  source: string,
  knownOn: string,
): string {
  const places = neighbours.others.flatMap((column, index) => {
    const position = find(column);
    return position === null
      ? []
      : [
          `select row_, urn_ as authority_code, ${index + 1} as place, ${cells.text(column)} as other_code, nullif(c${position + 1}, '') as closeness from raw where reason_ is null`,
        ];
  });
  return `
insert into new_neighbour by name
select ${literal(source)} as source, *, ${literal(knownOn)}::date as known_on from (${places.join(' union all ')})
where regexp_full_match(other_code, '[1-9][0-9]{2}')`;
}
