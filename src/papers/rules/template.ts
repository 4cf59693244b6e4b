import type { IsoDate } from '#/schools/rules/dates.ts';

/** A field of a template that is one value. */
export interface PlainField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** `line`: a few words; `words`: several paragraphs; `choices`: several of the choices. */
  readonly type: 'line' | 'words' | 'day' | 'time' | 'number' | 'choice' | 'choices';
  readonly choices?: readonly string[];
  /** Has to be there before a step that `needsAll`. */
  readonly required?: true;
}

/**
 * A field of rows: people present, areas with their grade and evidence, objectives, actions. With `of`, the rows are given
 * (the areas of a set in force, the objectives of the plan this is part of) and only the other columns are filled;
 * without, as many as are needed.
 */
export interface RowsField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: 'rows' | 'actions';
  readonly columns: readonly PlainField[];
  readonly of?: { readonly areas: string } | { readonly field: string; readonly ofWhatItIsPartOf: true };
  /** At least one row. */
  readonly required?: true;
}

export type Field = PlainField | RowsField;

/** The form of a kind of paper in force from a day to a day: reference data, `reference/templates/`. */
export interface Template {
  readonly kind: string;
  /** Tells several templates of one kind apart: the note of a first visit, of a governance review. */
  readonly id: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly about: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly hint?: string;
    readonly fields: readonly Field[];
  }[];
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
}

/** A row as typed; `key` tells it from the others for good, across versions and in what refers to it. */
export type Row = Readonly<Record<string, string>> & { readonly key: string };

/** What was typed into a field: a day as ISO date, several choices as a list, rows as rows. What is empty is left out. */
export type Typed = string | readonly string[] | readonly Row[];

/** What a paper says, by the fields of its template. */
export type Content = Readonly<Record<string, Typed>>;

/** The columns of every field of the type `actions`, by these names: who does what by when. */
export const actionColumns = { what: 'what', owner: 'owner', due: 'due' } as const;

/** The fields of a template, in the order of the form. */
export function fieldsOf({ sections }: Pick<Template, 'sections'>): readonly Field[] {
  return sections.flatMap(({ fields }) => fields);
}
