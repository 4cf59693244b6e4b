import type { InspectionFacts } from '#/published/layout.ts';
import { categories } from './register-sql.ts';
import { literal, translate, type Cells } from './sql.ts';

/** Judgements of a row as a JSON list; those the file leaves blank are left out. */
function judgementsSql(inspection: InspectionFacts, cells: Cells): string {
  const told = inspection.judgements.filter((judgement) => cells.has(judgement.column));
  if (told.length === 0) return `'[]'`;
  const items = told.map((judgement) => {
    const grade = translate(cells.text(judgement.column), judgement.grades);
    const on = judgement.gradedOn === null ? 'null::date' : cells.date(judgement.gradedOn);
    return `{'area': ${literal(judgement.area)}, 'grade': ${grade}, 'gradedOn': ${on}}`;
  });
  return `to_json(list_filter([${items.join(', ')}], x -> x.grade is not null))::varchar`;
}

/** One row for each inspection a file tells of, in the words of the file. */
export function inspectionSql(
  inspection: InspectionFacts,
  cells: Cells,
  source: string,
  toldOn: string,
): string {
  const started = cells.date(inspection.startedOn);
  const overall =
    inspection.overall === null
      ? 'null'
      : translate(cells.text(inspection.overall[0]), inspection.overall[1]);
  const { before, given } = inspection;
  // Only a whole reference number: some files have several in one cell.
  const predecessor =
    before === undefined
      ? 'null'
      : `case when ${started} < ${cells.date(before.opened)} then nullif(regexp_extract(${cells.text(before.urn)}, '^[1-9][0-9]{5}$'), '') end`;
  const told = given === undefined ? '' : ` and ${cells.text(given)} is not null`;
  const category = cells.text(inspection.category);
  const converted =
    inspection.converted === null
      ? 'null'
      : translate(cells.text(inspection.converted), { yes: 'true', no: 'false' });
  return `
insert into new_inspection_told by name
select ${literal(source)} as source, row_, ${literal(toldOn)}::date as told_on, urn_ as told_of,
  ${literal(inspection.slot)} as slot, ${cells.text(inspection.number)} as number, ${literal(inspection.kind)} as kind,
  coalesce(${cells.text(inspection.urnAtTime)}, ${predecessor}, urn_) as urn_at_time, ${cells.text(inspection.nameAtTime)} as name_at_time,
  ${cells.text(inspection.typeAtTime)} as type_at_time, ${cells.text(inspection.inspectionType)} as inspection_type,
  ${started} as started_on, ${cells.date(inspection.publishedOn)} as published_on, ${overall} as overall,
  ${translate(category, categories)} as category,
  ${judgementsSql(inspection, cells)} as judgements, ${cells.text(inspection.outcome)} as outcome,
  (${converted})::boolean as converted
from raw
where reason_ is null and ${started} is not null${told}`;
}
