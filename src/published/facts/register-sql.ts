import type { RegisterFacts } from '#/published/layout.ts';
import { literal, translate, type Cells } from './sql.ts';

/** Column of the table `register` for each fact about a school. */
export const registerColumns = {
  name: 'name',
  laestab: 'laestab',
  authority: 'authority',
  region: 'region',
  district: 'district',
  constituency: 'constituency',
  postcode: 'postcode',
  town: 'town',
  ward: 'ward',
  easting: 'easting',
  northing: 'northing',
  type: 'type',
  gender: 'gender',
  trust: 'trust',
  sponsor: 'sponsor',
  federation: 'federation',
  religiousCharacter: 'religious_character',
  diocese: 'diocese',
  openedOn: 'opened_on',
  closedOn: 'closed_on',
  lowestAge: 'lowest_age',
  highestAge: 'highest_age',
  pupils: 'pupils',
  capacity: 'capacity',
  idaciQuintile: 'idaci_quintile',
  head: 'head',
  category: 'category',
} as const;

/** Categories of concern as printed (lower case). */
export const categories: Readonly<Record<string, string>> = { sm: 'SM', swk: 'SWK', rsi: 'RSI', nti: 'NTI' };

export function phaseSql(register: RegisterFacts, cells: Cells): string {
  const steps = register.phase.map(([column, words]) => translate(cells.text(column), words));
  return `coalesce(${steps.join(', ')})`;
}

/** Who runs the school. A lists of open state-funded schools may hold a type that is new to us: its name decides. */
export function sectorSql(register: RegisterFacts, cells: Cells): string {
  const type = cells.text(register.text.type);
  const known = translate(type, register.sectors);
  if (register.status !== null) return known;
  return `coalesce(${known}, case when ${type} ilike '%academy%' then 'academy' when ${type} ilike '%free school%' then 'free school' else 'maintained' end)`;
}

/**
 * One statement a school. `silent_on` lists the facts this row says nothing of, so that an earlier statement stands;
 * a blank that means *none* (no trust) is a statement and is not in the list.
 */
export function registerSql(register: RegisterFacts, cells: Cells, source: string, knownOn: string): string {
  const expressions = new Map<string, string>();
  for (const [field, column] of Object.entries(register.text)) expressions.set(field, cells.text(column));
  for (const [field, column] of Object.entries(register.dates)) expressions.set(field, cells.date(column));
  for (const [field, column] of Object.entries(register.numbers)) expressions.set(field, cells.whole(column));
  // Closed establishments without a place are put at the origin of the grid.
  for (const field of ['easting', 'northing'] as const) {
    const metres = expressions.get(field);
    if (metres !== undefined) expressions.set(field, `nullif(${metres}, 0)`);
  }
  if (register.head?.some((column) => cells.has(column))) {
    expressions.set('head', `nullif(concat_ws(' ', ${register.head.map(cells.text).join(', ')}), '')`);
  }
  if (register.category !== undefined && cells.has(register.category)) {
    const category = cells.text(register.category);
    expressions.set(
      'category',
      `coalesce(${translate(category, categories)}, case when ${category} is null then 'none' end)`,
    );
  }
  const code =
    register.authorityCode === null ? 'null::varchar' : `lpad(${cells.text(register.authorityCode)}, 3, '0')`;
  if (register.establishmentNumber !== null) {
    expressions.set('laestab', `${code} || lpad(${cells.text(register.establishmentNumber)}, 4, '0')`);
  }
  const fields = Object.entries(registerColumns);
  const columnsOf: Readonly<Record<string, unknown>> = { ...register.text, ...register.dates };
  const silent = fields.map(([field, column]) => {
    const stated = (register.blankMeansNone as readonly string[]).includes(field) && field in columnsOf;
    const expression = expressions.get(field);
    if (expression === undefined) return literal(column);
    return stated ? 'null' : `case when ${expression} is null then ${literal(column)} end`;
  });
  const name = cells.text(register.text.authority);
  const status =
    register.status === null
      ? `'open'`
      : `coalesce(${translate(cells.text(register.status[0]), register.status[1])}, 'not stated')`;
  const select = fields
    .filter(([field]) => field !== 'authority' && field !== 'region')
    .map(([field, column]) => `${expressions.get(field) ?? 'null'} as ${column}`);
  return `
insert into new_register by name
select ${literal(source)} as source, row_, ${literal(knownOn)}::date as known_on, urn_ as urn, ${select.join(', ')},
  coalesce(by_name.code, by_code.code, ${code}, left(${expressions.get('laestab') ?? 'null'}, 3)) as authority_code,
  coalesce(by_name.name, by_code.name, ${name}) as authority,
  coalesce(by_name.slug, by_code.slug, trim(regexp_replace(lower(${name}), '[^a-z0-9]+', '-', 'g'), '-')) as slug,
  coalesce(${expressions.get('region') ?? 'null'}, by_name.region, by_code.region) as region,
  ${phaseSql(register, cells)} as phase, ${sectorSql(register, cells)} as sector, ${status} as status,
  list_filter([${silent.join(', ')}], x -> x is not null) as silent_on
from raw
left join authority_name by_name on by_name.spelling = lower(${name})
left join authority_name by_code on by_code.spelling = ${code}
where reason_ is null`;
}
