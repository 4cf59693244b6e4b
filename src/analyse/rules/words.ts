import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const months = Array.from({ length: 12 }, (_, month) => monthName.format(Date.UTC(2000, month, 1)));

/** A date as people write it: `1 July 2014`. Put together here: formatting whole dates took a fifth of an analysis. */
export function dateInWords(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `2016/17 to 2018/19`, or the one year. Years in order. */
export function yearsInWords(years: readonly SchoolYear[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'no year';
  return first === last ? schoolYearName(first) : `${schoolYearName(first)} to ${schoolYearName(last)}`;
}

/** A small number in words, as newspapers write it. */
export function small(number: number): string {
  const names = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  return names[number] ?? String(number);
}

/** `1 point`, `2 points`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** With a true minus sign, so many decimals; nothing is ever shown as minus nought. */
export function decimal(number: number, places: number): string {
  const shown = Math.abs(number).toFixed(places);
  return number < 0 && Number(shown) !== 0 ? `−${shown}` : shown;
}

/** `a`, `a and b`, `a, b and c`; or with another word between the last two. */
export function list(words: readonly string[], between = 'and'): string {
  const last = words.at(-1);
  if (last === undefined) return '';
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} ${between} ${last}`;
}

/** With a capital first letter. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
