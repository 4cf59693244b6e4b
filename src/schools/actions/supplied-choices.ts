import { items, type Item } from '#/schools/rules/supplied-items.ts';
import { schoolKeys, type SchoolKey, type SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';

export type SchoolKeyChoice = SchoolKey;
export type ItemTitle = Pick<Item, 'item' | 'title' | 'meaning'>;
export type Mapping = SuppliedMapping;

/** What a column of an own file may be said to mean. */
export const suppliedChoices: {
  readonly keys: readonly SchoolKeyChoice[];
  readonly items: readonly ItemTitle[];
} = { keys: schoolKeys, items };
