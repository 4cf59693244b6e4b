import { registerColumns } from '#/published/facts/register-sql.ts';
import { literal } from '#/published/facts/sql.ts';
import { layouts } from '#/published/layouts.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Layouts that list a school whether or not it was inspected. */
const listsOfOfsted = layouts
  .filter(({ register, inspections }) => register !== undefined && inspections !== undefined)
  .map(({ id }) => literal(id));

/** Facts of a school's own row of the register. */
export const factColumns = Object.values(registerColumns).filter((column) => column !== 'authority');

/** Columns of `registerSql` before the facts. */
export const statementColumns = ['urn', 'source', 'row', 'known', 'ofsted', 'known on', 'silent'] as const;

/** A question about more schools than this is answered from whole tables: a longer list costs more than it spares. */
const longestList = 5000;

/** `column in (…)`; nothing to narrow for a question about more schools than a list should have. */
function among(column: string, wanted: readonly (string | number)[]): string {
  if (wanted.length > longestList) return 'true';
  const list = wanted.map((each) => (typeof each === 'number' ? String(each) : literal(each)));
  return `${column} in (${list.join(', ') || 'null'})`;
}

/**
 * Everything registers say of the schools, each school's statement nearest to the date first. Facts of schools that
 * were not asked about may be among them.
 */
export function registerSql(asAt: IsoDate, urns: readonly Urn[]): string {
  const date = `${literal(asAt)}::date`;
  const facts = factColumns.map((column) =>
    column.endsWith('_on') ? `r.${column}::varchar` : `r.${column}`,
  );
  return `
select r.urn, r.source, r.row_, r.known_on <= ${date}, s.layout in (${listsOfOfsted.join(', ')}), r.known_on::varchar,
  array_to_string(r.silent_on, ' '), ${facts.join(', ')}
from register r join source s on s.id = r.source
where ${among('r.urn', urns)}
order by r.urn, abs(r.known_on - ${date}), r.source desc, r.row_`;
}

/** Each school's own reference number and its predecessors', as far as known on the date, with their shelves and ends. */
export function linesSql(asAt: IsoDate, urns: readonly Urn[]): string {
  return `
select a.urn, a.ancestor, s.shelf, a.until::varchar from ancestor a left join shelf s on s.urn = a.ancestor
where a.known_on <= ${literal(asAt)}::date and ${among('a.urn', urns)}
order by a.urn, a.ancestor`;
}

export function linksSql(asAt: IsoDate, urns: readonly Urn[]): string {
  return `
select urn, relation, other, name, type, established_on::varchar, source, row_ from lineage_step
where coalesce(known_on <= ${literal(asAt)}::date, true) and ${among('urn', urns)}
order by urn, relation, established_on desc nulls last, other`;
}

/** Inspections of the reference numbers, newest first. */
export function inspectionsSql(asAt: IsoDate, urnsAtTime: readonly Urn[]): string {
  return `
select number, kind, urn_at_time, name_at_time, type_at_time, inspection_type, started_on::varchar,
  published_on::varchar, known_on::varchar, known_on_is_assumed, overall, category, judgements, outcome, converted,
  source, row_
from inspection
where known_on <= ${literal(asAt)}::date and ${among('urn_at_time', urnsAtTime)}
order by started_on desc, number desc`;
}

/** Values of all releases as they stand on the shelves; which of several is meant is decided as they are read. */
export function valuesSql(shelves: readonly number[], series: readonly number[]): string {
  return `
select shelf, series, number, cohort, low, high, row_, missing, code from shelved_value
where ${among('shelf', shelves)} and series in (${series.join(', ') || 'null'})
order by shelf, series, row_`;
}

export const seriesSql =
  'select id, year, measure, grp, status, known_on::varchar, source from series order by id';
