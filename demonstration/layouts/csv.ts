import { readFileSync } from 'node:fs';

/** Column names of an official layout, in order: one a line in `columns/`, as the publisher spells them. */
export function columnsOf(layout: string): readonly string[] {
  const text = readFileSync(new URL(`columns/${layout}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

/** A row as values by column name; columns not given are left as `otherwise`. Naming an unknown column is a bug. */
export function rowOf(
  columns: readonly string[],
  values: Readonly<Record<string, string | number>>,
  otherwise = '',
): readonly string[] {
  const known = new Set(columns);
  for (const name of Object.keys(values)) {
    if (!known.has(name)) throw new Error(`The layout has no column "${name}".`);
  }
  return columns.map((column) => String(values[column] ?? otherwise));
}

/** Lines end in CRLF and only values that need it are quoted, as in the publishers' own files. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The few characters above Latin-1 that our texts use, in Windows-1252. */
const windows1252 = new Map([
  ['–', 0x96],
  ['—', 0x97],
  ['‘', 0x91],
  ['’', 0x92],
]);

/** Bytes in Windows-1252, which Ofsted and the register use. A character it does not have is a bug. */
export function inWindows1252(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : windows1252.get(text.charAt(index));
    if (byte === undefined) throw new Error(`Windows-1252 has no "${text.charAt(index)}".`);
    bytes[index] = byte;
  }
  return bytes;
}

/** Bytes in UTF-8 with the mark at the start that performance tables carry. */
export function inUtf8WithMark(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf8');
}
