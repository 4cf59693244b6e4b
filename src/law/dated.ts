import type { IsoDate } from '#/schools/rules/dates.ts';
import { KnownError } from '#/platform/errors.ts';
import { addDays } from '#/schools/rules/dates.ts';

/** In force from the first day to the last day, both included; `null` while it is in force. */
export interface Dated {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/**
 * The entry in force on a date. A date the table does not cover is an error, never a guess.
 *
 * @throws KnownError naming the table and the dates it covers
 */
export function inForceOn<Entry extends Dated>(
  table: string,
  entries: readonly Entry[],
  date: IsoDate,
): Entry {
  const entry = findInForce(entries, date);
  if (entry === undefined) {
    const first = entries.map(({ from }) => from).toSorted()[0] ?? 'no day at all';
    throw new KnownError('date-invalid', `The reference data on ${table} does not cover ${date}.`, [
      `Choose a date from ${first} on.`,
    ]);
  }
  return entry;
}

/** The entry in force on a date, for asking about things that may lie before the table starts. */
export function findInForce<Entry extends Dated>(
  entries: readonly Entry[],
  date: IsoDate,
): Entry | undefined {
  return entries.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** What is wrong with a dated table: days with two entries in force, or none, and an end before its start. */
export function findGapsAndOverlaps(table: string, entries: readonly Dated[]): readonly string[] {
  const ordered = entries.toSorted((a, b) => a.from.localeCompare(b.from));
  return ordered.flatMap((entry, index) => {
    const next = ordered[index + 1];
    const problems: string[] = [];
    if (entry.to !== null && entry.to < entry.from) {
      problems.push(`${table}: the entry from ${entry.from} ends before it starts (${entry.to})`);
    }
    if (next === undefined) return problems;
    if (entry.to === null || entry.to >= next.from) {
      problems.push(`${table}: the entries from ${entry.from} and ${next.from} overlap`);
    } else if (addDays(entry.to, 1) !== next.from) {
      problems.push(`${table}: nothing is in force between ${entry.to} and ${next.from}`);
    }
    return problems;
  });
}
