import type { IsoDate } from './dates.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * A date as people write it: `2025-08-31`, `31/08/2025` (day first), `31 August 2025` or `31 Aug 2025`. `null` when it
 * is none of these or there is no such day.
 */
export function readDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (slashes) return existing(Number(slashes[3]), Number(slashes[2]), Number(slashes[1]));
  const words = /^(\d{1,2})\s+([a-z]{3,})\s+(\d{4})$/i.exec(trimmed);
  if (!words) return null;
  const month = months.findIndex((name) => name.startsWith((words[2] ?? '').toLowerCase()));
  return existing(Number(words[3]), month + 1, Number(words[1]));
}

/** 30 February is not 2 March. */
function existing(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : null;
}
