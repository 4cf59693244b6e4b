import type { IsoDate } from './dates.ts';
import { readDate } from './read-date.ts';
import { financeRatings, type FinanceRating, type Item } from './supplied-items.ts';

/** What a cell says: a value, nothing, or what is wrong with it. */
export type CellRead =
  { readonly value: number | string } | { readonly nothing: true } | { readonly wrong: string };

/** Ways in which services write that they have no figure. None of them is nought. */
const saysNothing = new Set([
  '',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'n.a.',
  'none given',
  'not known',
  'unknown',
  'tbc',
  '?',
]);

/** Norfolk's letters of 2013, and words. */
const ratingSpellings: Readonly<Record<string, FinanceRating>> = {
  g: 'green',
  a: 'amber',
  a1: 'amber 1',
  a2: 'amber 2',
  amber1: 'amber 1',
  amber2: 'amber 2',
  r: 'red',
};

const yes = new Set(['yes', 'y', 'true', '1', 'acting', 'interim']);
const no = new Set(['no', 'n', 'false', '0', 'permanent', 'substantive']);

/** Reads one cell as an item: a number with its limits, a rating, a date or yes or no. Never a guess. */
export function readSuppliedValue(item: Item, cell: string): CellRead {
  const text = cell.trim();
  const plain = text.toLowerCase();
  if (saysNothing.has(plain)) return { nothing: true };
  if (/^#(?:n\/a|ref!|value!|div\/0!|name\?|null!|num!)/i.test(text)) {
    return { wrong: `“${short(text)}” is the error of a formula, not a value.` };
  }
  switch (item.kind) {
    case 'number':
      return readNumber(item, text);
    case 'rating': {
      const rating = financeRatings.find((one) => one === plain) ?? ratingSpellings[plain];
      return rating === undefined
        ? { wrong: `“${short(text)}” is none of: ${financeRatings.join(', ')}.` }
        : { value: rating };
    }
    case 'date': {
      const date = readSuppliedDate(text);
      return date === null ? { wrong: `“${short(text)}” is not a date.` } : { value: date };
    }
    case 'yes or no':
      if (yes.has(plain)) return { value: 'yes' };
      return no.has(plain) ? { value: 'no' } : { wrong: `“${short(text)}” is neither yes nor no.` };
  }
}

/** A date as people and spreadsheets write it; also `31-08-2025`, `31/08/25` and with a time of midnight after it. */
export function readSuppliedDate(cell: string): IsoDate | null {
  const text = cell.trim().replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/, '');
  const dashed = /^(\d{1,2})[-.](\d{1,2})[-.](\d{4})$/.exec(text);
  const short = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(text);
  if (dashed) return readDate(`${dashed[1] ?? ''}/${dashed[2] ?? ''}/${dashed[3] ?? ''}`);
  if (short) return readDate(`${short[1] ?? ''}/${short[2] ?? ''}/20${short[3] ?? ''}`);
  return readDate(text);
}

function readNumber(item: Item & { readonly kind: 'number' }, text: string): CellRead {
  const bracketed = /^\((.*)\)$/.exec(text.replaceAll(/[£\s]/g, ''));
  const bare = (bracketed?.[1] ?? text).replaceAll(/[£%\s]/g, '').replace(/^[−–]/, '-');
  if (!/^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(bare)) {
    return { wrong: `“${short(text)}” is not a number.` };
  }
  const number = Number(bare.replaceAll(',', '')) * (bracketed === null ? 1 : -1);
  if (item.whole && !Number.isInteger(number)) return { wrong: `“${short(text)}” is not a whole number.` };
  if (number < item.least || number > item.most) {
    return { wrong: `${short(text)} cannot be: it is from ${item.least} to ${item.most}.` };
  }
  return { value: number === 0 ? 0 : number };
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
