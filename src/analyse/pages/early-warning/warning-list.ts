import type { WarnedSchool } from '#/analyse/actions/early-warning-read.ts';
import type { EarlyWarning, Horizon } from '#/analyse/rules/forecast/forecast.ts';
import { sentence } from '#/platform/web/words.ts';
import { phases } from '#/schools/rules/school.ts';
import {
  warningFilters,
  type WarningFilter,
  type WarningRequest,
  type WarningSort,
} from './warning-request.ts';

export const notStated = 'not stated';
export const noOfficer = 'no officer known';

/** Chances that the list can be narrowed to, in percent. */
const leastChances = ['5', '10', '20', '30'] as const;

export const filterTitles: Readonly<Record<WarningFilter, string>> = {
  phase: 'Phase',
  district: 'District',
  officer: 'Officer',
  least: 'Chance of at least',
};

/** What the forecast says of so many months. */
export function horizonOf({ horizons }: Pick<EarlyWarning, 'horizons'>, within: Horizon) {
  const horizon = horizons.find(({ months }) => months === within);
  if (horizon === undefined) throw new RangeError(`The forecast says nothing of ${String(within)} months`);
  return horizon;
}

/** Everything one row is filed under for a filter. */
function valuesOf(row: WarnedSchool, filter: WarningFilter, months: Horizon): readonly string[] {
  switch (filter) {
    case 'phase':
      return [row.phase];
    case 'district':
      return [row.district ?? notStated];
    case 'officer':
      return row.officers.length === 0 ? [noOfficer] : row.officers.map(({ person }) => person);
    case 'least':
      return leastChances.filter(
        (least) => horizonOf(row.warning, months).found.chance >= Number(least) / 100,
      );
  }
}

/** The rows that match the search and one value at least of every filter that has any. */
export function matchingSchools(
  rows: readonly WarnedSchool[],
  request: WarningRequest,
): readonly WarnedSchool[] {
  const asked = warningFilters.filter((name) => request.filters[name].length > 0);
  return rows.filter(
    (row) =>
      asked.every((name) =>
        valuesOf(row, name, request.months).some((value) => request.filters[name].includes(value)),
      ) && matchesSearch(row, request.search),
  );
}

/** Every word is somewhere in the name, or the number is how the reference number begins. */
function matchesSearch({ name, urn }: WarnedSchool, search: string): boolean {
  if (search === '') return true;
  if (/^\d{3,}$/.test(search)) return urn.startsWith(search);
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[’']/g, '');
  return plain(search)
    .split(/\s+/)
    .every((word) => plain(name).includes(word));
}

/** What can be chosen in a filter, with how many of all the schools of the list each has. */
export function optionsOf(rows: readonly WarnedSchool[], filter: WarningFilter, request: WarningRequest) {
  const chosen = request.filters[filter];
  const filed = rows.flatMap((row) => valuesOf(row, filter, request.months));
  const values = new Set([...(filter === 'least' ? leastChances : filed), ...chosen]);
  const options = [...values].map((value) => ({
    value,
    text: textOf(rows, filter, value),
    schools: filed.filter((one) => one === value).length,
    chosen: chosen.includes(value),
  }));
  return options.toSorted(
    (a, b) => placeOf(filter, a.value) - placeOf(filter, b.value) || a.text.localeCompare(b.text, 'en-GB'),
  );
}

/** A value as the reader sees it. */
export function textOf(rows: readonly WarnedSchool[], filter: WarningFilter, value: string): string {
  if (filter === 'least') return `${value}%`;
  if (filter !== 'officer') return sentence(value);
  const officer = rows.flatMap(({ officers }) => officers).find(({ person }) => person === value);
  return officer?.name ?? sentence(value);
}

function placeOf(filter: WarningFilter, value: string): number {
  if (filter === 'phase') return phases.findIndex((phase) => phase === value);
  if (filter === 'least') return Number(value);
  return value === notStated || value === noOfficer ? 1 : 0;
}

const alphabet = new Intl.Collator('en-GB', { numeric: true });

/** The rows in the order asked for, equals by name and number; where there is nothing to sort by, last. */
export function inOrder(
  rows: readonly WarnedSchool[],
  { sort, order, months }: Pick<WarningRequest, 'sort' | 'order' | 'months'>,
): readonly WarnedSchool[] {
  const direction = order === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row, sort, months) }))
    .toSorted((a, b) => {
      const byName = alphabet.compare(a.row.name, b.row.name) || a.row.urn.localeCompare(b.row.urn);
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || byName;
      return direction * compare(a.key, b.key) || byName;
    })
    .map(({ row }) => row);
}

function keyOf(row: WarnedSchool, sort: WarningSort, months: Horizon): string | number | null {
  switch (sort) {
    case 'school':
      return row.name;
    case 'phase':
      return phases.indexOf(row.phase);
    case 'district':
      return row.district;
    case 'officer':
      return row.officers[0]?.name ?? null;
    case 'inspection':
      return row.lastInspection?.startedOn ?? null;
    case 'category':
      return row.category?.code ?? null;
    case 'inspected':
      return horizonOf(row.warning, months).inspected.chance;
    case 'chance':
      return horizonOf(row.warning, months).found.chance;
    case 'rose':
      return riseOf(row, months);
  }
}

/** By how much the chance rose since the forecast before; `null` where there is nothing to compare with. */
export function riseOf({ warning, before }: WarnedSchool, months: Horizon): number | null {
  return before === null
    ? null
    : horizonOf(warning, months).found.chance - horizonOf(before, months).found.chance;
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(String(a), String(b));
}
