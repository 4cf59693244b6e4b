import type { LinkFacts } from '#/published/layout.ts';
import { literal, type Cells } from './sql.ts';

/** One row a link, as the register states it: both directions are usually there. */
export function linksSql(links: LinkFacts, cells: Cells, source: string, toldOn: string): string {
  return `
insert into new_link by name
select ${literal(source)} as source, row_, urn_ as urn, ${cells.text(links.to)} as other,
  coalesce(${cells.text(links.name)}, ${cells.text(links.to)}) as name, coalesce(${cells.text(links.type)}, 'Other') as type,
  ${cells.date(links.establishedOn)} as established_on, ${literal(toldOn)}::date as told_on
from raw where reason_ is null`;
}
