import type { z } from 'zod';
import { findGapsAndOverlaps } from './dated.ts';
import type { rhythm, setOfAreas, template } from './template-schema.ts';

type Template = z.infer<typeof template>;
type Field = Template['sections'][number]['fields'][number];

interface Kept {
  readonly templates: readonly Template[];
  readonly areas: readonly z.infer<typeof setOfAreas>[];
  readonly rhythms: readonly z.infer<typeof rhythm>[];
}

/** Columns that every list of agreed actions has, and of which type: what is followed up is read from them. */
const ofActions: Readonly<Record<string, string>> = { what: 'words', owner: 'line', due: 'day' };

/** What is wrong with templates, areas and rhythms that no single entry can show. */
export function problemsOfTemplates({ templates, areas, rhythms }: Kept): readonly string[] {
  return [
    ...inTurn(templates, ({ kind, id }) => `templates, ${kind} ${id}`),
    ...inTurn(areas, ({ id }) => `areas.json, ${id}`),
    ...inTurn(rhythms, ({ id }) => `rhythms.json, ${id}`),
    ...areas.flatMap(({ id, from, areas: some }) =>
      twice(
        `areas.json, ${id} from ${from}`,
        some.map((one) => one.id),
      ),
    ),
    ...templates.flatMap((one) => problemsOfOne(one, { templates, areas })),
  ];
}

function problemsOfOne(one: Template, { templates, areas }: Omit<Kept, 'rhythms'>): readonly string[] {
  const where = `templates, ${one.kind} ${one.id} from ${one.from}`;
  const fields = one.sections.flatMap((section) => section.fields);
  return [
    ...twice(
      where,
      fields.map(({ id }) => id),
    ),
    ...fields.flatMap((field) =>
      'columns' in field ? problemsOfRows(where, field, { templates, areas }) : [],
    ),
  ];
}

function problemsOfRows(
  where: string,
  field: Extract<Field, { columns: unknown }>,
  { templates, areas }: Omit<Kept, 'rhythms'>,
): readonly string[] {
  const at = `${where}, ${field.id}`;
  const { of } = field;
  const problems = [
    ...twice(
      at,
      field.columns.map(({ id }) => id),
    ),
  ];
  if (field.type === 'actions') {
    for (const [id, type] of Object.entries(ofActions)) {
      const column = field.columns.find((one) => one.id === id);
      if (column?.type !== type) problems.push(`${at}: actions have a column ${id} of the type ${type}`);
    }
  }
  if (of !== undefined && 'areas' in of && !areas.some(({ id }) => id === of.areas)) {
    problems.push(`${at}: areas.json has no ${of.areas}`);
  }
  if (of !== undefined && 'field' in of) {
    const known = templates
      .flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
      .some((other) => other.id === of.field && 'columns' in other);
    if (!known) problems.push(`${at}: no template has rows ${of.field}`);
  }
  return problems;
}

function inTurn<Entry extends Parameters<typeof findGapsAndOverlaps>[1][number]>(
  entries: readonly Entry[],
  where: (entry: Entry) => string,
): readonly string[] {
  return [...Map.groupBy(entries, where)].flatMap(([name, some]) => findGapsAndOverlaps(name, some));
}

function twice(where: string, names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${where}: ${name} is there twice`,
  );
}
