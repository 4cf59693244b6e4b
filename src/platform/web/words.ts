/**
 * How dates, counts and shares are written on every page. Pure; the templates have these as filters of the same names.
 */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2024-07-01` gives `1 July 2024`: always with its year. */
export function dateInWords(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const name = months[Number(month) - 1];
  if (name === undefined) throw new RangeError(`Not a date: ${date}`);
  return `${String(Number(day))} ${name} ${year}`;
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment (ISO 8601, UTC) as a clock in London showed it: `1 July 2024 at 2:05pm`. */
export function momentInWords(instant: string): string {
  const part = Object.fromEntries(inLondon.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const hour = Number(part['hour']);
  const day = dateInWords(`${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`);
  return `${day} at ${String(hour % 12 === 0 ? 12 : hour % 12)}:${part['minute'] ?? ''}${hour < 12 ? 'am' : 'pm'}`;
}

/** `12345` gives `12,345`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `1 school`, `2 schools`, `1,234 pupils`; a second form for words that do not take an s. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A share as a whole percentage; a share that is neither nothing nor everything never reads 0% or 100%. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return 'not applicable';
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.5) return 'under 1%';
  if (part < whole && share >= 99.5) return 'over 99%';
  return `${String(Math.round(share))}%`;
}

/** A share with what it is a share of: `39% (23 of 58)`; nothing to share gives `none of 0`. */
export function share(part: number, whole: number): string {
  return whole === 0 ? 'none of 0' : `${percent(part, whole)} (${count(part)} of ${count(whole)})`;
}

/** So many of so many things: `5 of 431 schools (1%)`; of none at all `none of 0 schools`. */
export function someOf(part: number, whole: number, one: string): string {
  const things = plural(whole, one);
  return whole === 0 ? `none of ${things}` : `${count(part)} of ${things} (${percent(part, whole)})`;
}

/** How many schools are listed though no register from before the date tells of them. */
export function knownLaterInWords({ numerator, denominator }: Counted): string {
  return `Of ${plural(denominator, 'school')}, ${count(numerator)} ${numerator === 1 ? 'is' : 'are'} known only from a later register`;
}

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** A number with so many decimals and a true minus sign, so that columns line up. */
export function decimals(number: number, places: number): string {
  const fixed = number.toFixed(places);
  const unsigned = fixed.replace('-', '');
  return fixed.startsWith('-') && Number(unsigned) !== 0 ? `−${unsigned}` : unsigned;
}

/** A difference always shows its direction: `+2.1`, `−0.4`, `0.0`. */
export function difference(number: number, places: number): string {
  const shown = decimals(number, places);
  return number > 0 && Number(shown) !== 0 ? `+${shown}` : shown;
}

/** Age in whole years: `under 1 year`, `1 year`, `12 years`. */
export function yearsInWords(years: number): string {
  return years < 1 ? 'under 1 year' : plural(Math.floor(years), 'year');
}

/** `one, two and three`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** First letter large, the rest as it was. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
