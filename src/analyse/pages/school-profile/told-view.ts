import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import { count, dateInWords, decimals, sentence } from '#/platform/web/words.ts';
import { items, type Item } from '#/schools/rules/supplied-items.ts';
import type { SuppliedItem, SuppliedValue } from '#/schools/rules/supplied.ts';
import { sourceWords } from '#/platform/web/source-words.ts';

/**
 * What the authority's own services told of the school, item by item, the newest first. Readers who may not read it get
 * no such block at all: `null`. Those who may, and of whose school nothing was told, are told so.
 */
export function toldView({
  category,
  evidence,
  sources,
}: Pick<SchoolRead, 'category' | 'evidence' | 'sources'>) {
  if (category === 'in confidence') return null;
  const byItem = Map.groupBy(evidence.supplied, ({ item }) => item);
  const rows = items.flatMap((item) => {
    const [newest, ...before] = (byItem.get(item.item) ?? []).toSorted((a, b) => b.on.localeCompare(a.on));
    if (newest === undefined) return [];
    return [
      {
        title: item.title,
        shown: shownOf(newest, item, byItem),
        on: dateInWords(newest.on),
        before: before.map((one) => `${shownOf(one, item, byItem)} on ${dateInWords(one.on)}`),
        sources: sourceWords([newest.source], sources),
      },
    ];
  });
  return { rows, asAt: dateInWords(evidence.asAt) };
}

/** A value as it is said: `3 of 15`, `−£10,600`, `Amber 2`, `1 September 2024`, `42%`. */
function shownOf(
  { value, on }: SuppliedValue,
  item: Item,
  byItem: ReadonlyMap<SuppliedItem, readonly SuppliedValue[]>,
): string {
  if (typeof value === 'string') return item.kind === 'date' ? dateInWords(value) : sentence(value);
  if (item.unit === 'pounds') return `${value < 0 ? '−' : ''}£${count(Math.abs(Math.round(value)))}`;
  const number = Number.isInteger(value) ? count(value) : decimals(value, 1);
  if (item.unit === '%') return `${number}%`;
  const whole = item.partOf === null ? undefined : byItem.get(item.partOf)?.find((one) => one.on === on);
  if (whole !== undefined)
    return `${number} of ${typeof whole.value === 'number' && !Number.isInteger(whole.value) ? decimals(whole.value, 1) : String(whole.value)}`;
  return item.unit === '' ? number : `${number} ${item.unit}`;
}
