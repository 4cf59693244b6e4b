import { decidedKind } from './decided-column.ts';
import { codeAndMeaning } from '#/platform/web/scheme-words.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { sentence } from '#/platform/web/words.ts';
import { phases } from '#/schools/rules/school.ts';
import type { FilterName, ListRequest } from './list-request.ts';
import { filterNames } from './list-request.ts';

/** What stands in a filter for a fact that no source states. */
export const notStated = 'not stated';

/** What one row is filed under for a filter. */
export function valueOf(row: RegisterRow, filter: FilterName): string {
  const { school, proposal } = row;
  switch (filter) {
    case 'group':
      return proposal.group ?? 'no group';
    case 'category':
      return proposal.category;
    case 'decided':
      return decidedKind(row);
    case 'phase':
      return school.phase;
    case 'sector':
      return school.sector;
    case 'type':
      return school.type;
    case 'district':
      return school.district ?? notStated;
    case 'trust':
      return school.trust ?? 'no trust';
  }
}

export const filterTitles: Readonly<Record<FilterName, string>> = {
  group: 'Group',
  category: 'Proposed category',
  decided: 'Decided',
  phase: 'Phase',
  sector: 'Who runs it',
  type: 'Type of school',
  district: 'District',
  trust: 'Trust',
};

/** The rows that match the search and one value at least of every filter that has any. */
export function matchingRows(rows: readonly RegisterRow[], request: ListRequest): readonly RegisterRow[] {
  const asked = filterNames.filter((name) => request.filters[name].length > 0);
  return rows.filter(
    (row) =>
      asked.every((name) => request.filters[name].includes(valueOf(row, name))) &&
      matchesSearch(row, request.search),
  );
}

/** Every word is somewhere in the name, or the number is how the school's reference number begins. */
function matchesSearch(row: RegisterRow, search: string): boolean {
  if (search === '') return true;
  const { name, urn, laestab } = row.school;
  const digits = search.replaceAll(/[\s/]/g, '');
  if (/^\d{3,}$/.test(digits) && (urn.startsWith(digits) || laestab?.startsWith(digits) === true))
    return true;
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[’']/g, '');
  return plain(search)
    .split(/\s+/)
    .every((word) => plain(name).includes(word));
}

export interface FilterOption {
  readonly value: string;
  readonly text: string;
  readonly schools: number;
  readonly chosen: boolean;
}

/** What can be chosen in a filter, with how many of all the authority's schools each has. */
export function optionsOf(
  rows: readonly RegisterRow[],
  filter: FilterName,
  request: ListRequest,
): readonly FilterOption[] {
  const byValue = Map.groupBy(rows, (row) => valueOf(row, filter));
  const chosen = request.filters[filter];
  const values = new Set([...byValue.keys(), ...chosen]);
  const placeOf = (value: string): number => place(filter, value, byValue.get(value) ?? []);
  return [...values]
    .map((value) => ({
      value,
      text: textOf(filter, value, byValue.get(value)?.[0]),
      schools: byValue.get(value)?.length ?? 0,
      chosen: chosen.includes(value),
    }))
    .sort((a, b) => placeOf(a.value) - placeOf(b.value) || a.text.localeCompare(b.text, 'en-GB'));
}

/** A value as the reader sees it; a category with its meaning, because the letters are not in order of quality. */
function textOf(filter: FilterName, value: string, row: RegisterRow | undefined): string {
  if (filter === 'category' && row !== undefined && row.proposal.category !== 'insufficient evidence') {
    return codeAndMeaning(value, row.proposal.meaning);
  }
  return sentence(value);
}

/** Where a value stands among its fellows: phases in their own order, groups by concern, what is not known last. */
function place(filter: FilterName, value: string, rows: readonly RegisterRow[]): number {
  if (filter === 'phase') return phases.findIndex((phase) => phase === value);
  if (filter === 'group') return -Math.max(-1, ...rows.map(({ proposal }) => proposal.concern ?? -1));
  return [notStated, 'no trust', 'insufficient evidence'].includes(value) ? 1 : 0;
}

export interface Chip {
  readonly heading: string;
  readonly text: string;
  /** The list without it. */
  readonly without: ListRequest;
}

/** What narrows the list, each with the list as it would be without it. */
export function chipsOf(rows: readonly RegisterRow[], request: ListRequest): readonly Chip[] {
  const search =
    request.search === ''
      ? []
      : [{ heading: 'Search', text: request.search, without: { ...request, search: '', page: 1 } }];
  return [
    ...search,
    ...filterNames.flatMap((name) =>
      request.filters[name].map((value) => ({
        heading: filterTitles[name],
        text: textOf(
          name,
          value,
          rows.find((row) => valueOf(row, name) === value),
        ),
        without: {
          ...request,
          page: 1,
          filters: { ...request.filters, [name]: request.filters[name].filter((other) => other !== value) },
        },
      })),
    ),
  ];
}
