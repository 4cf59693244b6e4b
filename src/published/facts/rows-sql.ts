import { spellings, type Layout } from '#/published/layout.ts';
import { phaseSql, sectorSql } from './register-sql.ts';
import { literal, translate, type Cells } from './sql.ts';

/** Reasons for which a row is set aside, in words; those marked here are nobody's mistake. */
export const expectedReasons: ReadonlySet<string> = new Set(['not a state-funded school']);

/** What has stood around numbers beside spaces: tabs, unbreakable spaces, marks of byte order where files were put together. */
const aroundNumbers = `' \t\u00a0\ufeff\u200b'`;

const urnChecks = [
  `when urn_ is null then 'no reference number (URN)'`,
  `when not regexp_full_match(urn_, '[1-9][0-9]{5}') then 'the reference number (URN) is not six digits'`,
];

const noCode = `when not coalesce(regexp_full_match(urn_, '[1-9][0-9]{2}'), false) then 'no code of an authority'`;

/** What makes two rows of one file the same thing told twice. */
function sameThing(layout: Layout, cells: Cells): string {
  if (layout.neighbours !== undefined) return 'urn_';
  if (layout.links !== undefined)
    return [
      'urn_',
      cells.text(layout.links.to),
      cells.text(layout.links.type),
      cells.text(layout.links.establishedOn),
    ].join(', ');
  if (layout.register === undefined && layout.results === undefined) {
    const inspection = layout.inspections?.[0];
    return ['urn_', cells.text(inspection?.startedOn), cells.text(inspection?.overall?.[0])].join(', ');
  }
  return 'urn_';
}

const secondTime = (layout: Layout): string => {
  if (layout.neighbours !== undefined) return 'the same authority a second time';
  if (layout.links !== undefined) return 'the same link a second time';
  const register = layout.register !== undefined || layout.results !== undefined;
  return register ? 'the same school a second time' : 'the same inspection a second time';
};

/**
 * What is added to each row as it is read: its reference number (`urn_`), its level (`level_`) and, when it has to be
 * set aside, why (`reason_`). `cells` is the name of the rows as read.
 */
export function markedRowsSql(layout: Layout, cells: Cells, rows: string): string {
  const level =
    layout.results === undefined
      ? `'school'`
      : `coalesce(${translate(cells.text(layout.results.recordType), layout.results.levels)}, ${literal(layout.results.otherwise ?? null)})`;
  const header = spellings(layout.urn).map((name) => literal(name.toLowerCase()));
  const checks: string[] = [`when lower(urn_) in (${header.join(', ')}) then 'the header a second time'`];
  if (layout.results !== undefined) {
    checks.push(
      `when level_ is null then 'record type not known'`,
      `when level_ = 'authority' then case when ${cells.text(layout.results.authorityCode)} is null then 'row of an authority without its code' end`,
      `when level_ <> 'school' then null`,
    );
    const [kind, others = []] = layout.results.notStateFunded ?? [];
    if (others.length > 0)
      checks.push(
        `when lower(${cells.text(kind)}) in (${others.map(literal).join(', ')}) then 'not a state-funded school'`,
      );
  }
  checks.push(...(layout.neighbours === undefined ? urnChecks : [noCode]));
  const { register } = layout;
  if (register !== undefined) {
    checks.push(
      `when ${sectorSql(register, cells)} is null then 'not a state-funded school'`,
      `when ${phaseSql(register, cells)} is null then 'phase of education not known'`,
    );
  }
  if (layout.links !== undefined) {
    checks.push(
      `when not coalesce(regexp_full_match(${cells.text(layout.links.to)}, '[1-9][0-9]{5}'), false) then 'the linked school has no reference number (URN)'`,
    );
  }
  return `select *, case ${checks.join('\n')} end as reason_
from (select *, nullif(trim(${cells.text(layout.urn)}, ${aroundNumbers}), '') as urn_, ${level} as level_ from (${rows}))`;
}

/** How many rows tell again what another row of the file tells. */
export function countRepeatedSql(layout: Layout, cells: Cells): string {
  return `select (count(*) - count(distinct (${sameThing(layout, cells)})))::integer from raw where reason_ is null and level_ = 'school'`;
}

/** Of rows that tell the same thing keeps one, the same whichever order the file has them in, and sets the rest aside. */
export function setRepeatedAsideSql(layout: Layout, cells: Cells, columns: readonly number[]): string {
  const content = columns.map((column) => `coalesce(c${column}, '')`).join(` || '\u001f' || `);
  return `create or replace temp table raw as select * exclude (reason_), case when reason_ is null and level_ = 'school'
  and row_number() over (partition by reason_, level_, ${sameThing(layout, cells)} order by ${content}, row_) > 1
  then ${literal(secondTime(layout))} else reason_ end as reason_ from raw`;
}
