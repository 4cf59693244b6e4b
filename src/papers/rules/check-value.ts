import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { ContentProblem } from './check-content.ts';
import type { PlainField } from './template.ts';

type Value = string | readonly string[];

interface Checked {
  readonly value: Value | undefined;
  readonly problems: readonly ContentProblem[];
}

/** Characters. A report of many pages fits; a file pasted by mistake does not. */
const longest = { line: 300, words: 20_000 } as const;
const firstDay = '1990-01-01';

/**
 * What one field can be kept with, or what is wrong with it.
 *
 * @param name of the field in the form
 */
export function checkPlain(
  field: PlainField,
  name: string,
  typed: Value | undefined,
  { today, whole }: { readonly today: IsoDate; readonly whole: boolean },
): Checked {
  const wrong = (text: string): Checked => ({ value: undefined, problems: [{ field: name, text }] });
  const list = typeof typed === 'string' ? [typed.trim()] : (typed ?? []).map((one) => one.trim());
  const said = list.filter((one) => one !== '');
  const [only] = said;
  if (only === undefined) {
    return whole && field.required === true
      ? wrong(`${field.label}: ${toFill[field.type]}.`)
      : { value: undefined, problems: [] };
  }
  if (field.type === 'choices') {
    const unknown = said.some((one) => field.choices?.includes(one) !== true);
    return unknown
      ? wrong(`${field.label}: choose from the list.`)
      : { value: [...new Set(said)], problems: [] };
  }
  if (said.length > 1) return wrong(`${field.label}: say one thing.`);
  const read = readValue(field, only, today);
  return 'why' in read ? wrong(`${field.label}: ${read.why}`) : { value: read.value, problems: [] };
}

const toFill: Readonly<Record<PlainField['type'], string>> = {
  line: 'write a few words',
  words: 'write something',
  day: 'say which day, such as 1 July 2026',
  time: 'say which time, such as 14:30',
  number: 'write a number',
  choice: 'choose one',
  choices: 'choose at least one',
};

function readValue(
  { type, choices }: PlainField,
  text: string,
  today: IsoDate,
): { readonly value: string } | { readonly why: string } {
  switch (type) {
    case 'line':
    case 'words': {
      const most = longest[type];
      const value = type === 'line' ? text.replaceAll(/\s+/g, ' ') : text.replaceAll('\r\n', '\n');
      return value.length > most
        ? { why: `that is ${String(value.length)} characters long. Use at most ${String(most)}.` }
        : { value };
    }
    case 'day': {
      const day = readDate(text);
      if (day === null) return { why: `“${text}” is not a day. Write it as 1 July 2026.` };
      const plausible = day >= firstDay && day <= addDays(today, 3653);
      return plausible ? { value: day } : { why: `${text} is too far from today. Check the year.` };
    }
    case 'time': {
      const value = readTime(text);
      return value === null ? { why: `“${text}” is not a time. Write it as 14:30.` } : { value };
    }
    case 'number':
      return /^-?\d{1,9}(?:\.\d{1,4})?%?$/.test(text)
        ? { value: text }
        : { why: `“${text}” is not a number.` };
    case 'choice':
    case 'choices':
      return choices?.includes(text) === true ? { value: text } : { why: 'choose one of the list.' };
  }
}

/** A time of day as people write it, `14:30`, `2.30pm` or `9 am`; `null` when it is none. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text);
  const [, hours = '', minutes = '00', half = ''] = found ?? [];
  if (found === null || (half === '' && found[2] === undefined)) return null;
  const plain = Number(hours);
  if (half !== '' && (plain < 1 || plain > 12)) return null;
  const hour = half === '' ? plain : (plain % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
