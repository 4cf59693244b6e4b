import { spellings, type Column, type Layout } from '#/published/layout.ts';
import { strangeValuesSql } from './results-sql.ts';
import { literal, translate, type Cells } from './sql.ts';

const asPrinted = 'The value was left out and the row kept. Compare with the publisher’s file.';

/** One select for each kind of trouble: `row_, column_, what, what_to_do, severity`. */
export function problemSelects(layout: Layout, cells: Cells, source: string): readonly string[] {
  const select = (
    column: Column | null,
    what: string,
    whatToDo: string,
    condition: string,
    severity = 'warning',
  ) =>
    `select row_, ${literal(column === null ? null : (spellings(column)[0] ?? null))} as column_, ${what} as what, ${literal(whatToDo)} as what_to_do, ${literal(severity)} as severity from raw where ${condition}`;
  const found: string[] = [
    select(
      layout.urn,
      `'Row set aside: ' || reason_ || coalesce(' (“' || urn_ || '”)', '') || '.'`,
      'Compare the row with the publisher’s file. The other rows were kept.',
      `reason_ is not null and reason_ <> 'not a state-funded school'`,
      'error',
    ),
  ];
  const kept = 'reason_ is null';
  const unreadable = (column: Column, read: string, kind: string) => {
    if (!cells.has(column)) return;
    const text = cells.text(column);
    found.push(
      select(
        column,
        `'“' || ${text} || '” is not ${kind}.'`,
        asPrinted,
        `${kept} and ${text} is not null and ${read} is null`,
      ),
    );
  };
  const date = (column: Column | null | undefined) => {
    if (column !== null && column !== undefined) unreadable(column, cells.date(column), 'a date');
  };
  for (const column of Object.values(layout.register?.dates ?? {})) date(column);
  for (const column of Object.values(layout.register?.numbers ?? {}))
    unreadable(column, cells.whole(column), 'a whole number that can be');
  date(layout.links?.establishedOn);
  const register = layout.register;
  if (register?.status === null && register.text.type !== undefined) {
    const type = cells.text(register.text.type);
    found.push(
      select(
        register.text.type,
        `'The type “' || coalesce(${type}, '') || '” is not known; who runs the school was taken from its words.'`,
        'Check the school’s sector, and tell us of the type.',
        `${kept} and ${translate(type, register.sectors)} is null`,
      ),
    );
  }
  for (const inspection of layout.inspections ?? []) {
    date(inspection.startedOn);
    date(inspection.publishedOn);
    const number = cells.text(inspection.number);
    found.push(
      select(
        inspection.startedOn,
        `'Inspection ' || ${number} || ' has no date and was left out.'`,
        'Look the inspection up on Ofsted’s pages.',
        `${kept} and ${number} is not null and ${cells.text(inspection.startedOn)} is null`,
      ),
    );
    const graded: (readonly [Column, Readonly<Record<string, string>>])[] = inspection.judgements.map(
      (judgement) => [judgement.column, judgement.grades],
    );
    if (inspection.overall !== null) graded.push(inspection.overall);
    for (const [column, grades] of graded)
      unreadable(column, translate(cells.text(column), grades), 'a grade we know');
  }
  if (layout.results !== undefined) found.push(...strangeValuesSql(layout.results, source));
  return found;
}
